/** `numerator / denominator`, rounded to a whole number; a half goes away from zero, so that a refund mirrors its sale.
 *  Throws a RangeError for a denominator of 0. */
export function roundHalfUp(numerator: bigint, denominator: bigint): bigint {
  if (denominator === 0n) throw new RangeError('Nothing is divided by zero.')
  const negative = numerator < 0n !== denominator < 0n
  const top = numerator < 0n ? -numerator : numerator
  const bottom = denominator < 0n ? -denominator : denominator
  const rounded = (2n * top + bottom) / (2n * bottom)
  return negative ? -rounded : rounded
}

/** The whole number as a plain `number`; throws a RangeError where that would lose digits. */
export function toSafeInteger(whole: bigint): number {
  const result = Number(whole)
  if (!Number.isSafeInteger(result)) throw new RangeError(`${whole} is too large to be counted exactly.`)
  return result
}

/** `numerator / denominator × scale` of whole numbers as a whole number, half-up. Null ("not known") where a part is unknown, where the
 *  denominator is 0 or less, and where the result would be too large to be counted exactly: never 0 for unknown, never infinite. */
export function scaledRatio(numerator: number | bigint | null, denominator: number | null, scale: number): number | null {
  if (numerator === null || denominator === null || denominator <= 0) return null
  const result = Number(roundHalfUp(BigInt(numerator) * BigInt(scale), BigInt(denominator)))
  return Number.isSafeInteger(result) ? result : null
}
