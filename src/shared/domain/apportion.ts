import { toSafeInteger } from './rational.ts'

/**
 * Shares a whole `total` out by `weights` (whole numbers, none negative) so that the shares are whole and sum exactly to `total`:
 * the largest-remainder method, ties to the earlier place. All weights 0 means equal shares. A negative total mirrors the positive one.
 * Throws a RangeError for no weights, or for a part that is not a safe whole number.
 */
export function apportion(total: number, weights: readonly number[]): number[] {
  if (weights.length === 0) throw new RangeError('There is nobody to share the amount out to.')
  if (!Number.isSafeInteger(total)) throw new RangeError('Only whole amounts can be shared out.')
  if (total < 0) return apportion(-total, weights).map((share) => 0 - share)
  let sum = 0
  let largest = 0
  for (const weight of weights) {
    if (!Number.isSafeInteger(weight) || weight < 0) throw new RangeError('A share must be a whole number, not negative.')
    sum += weight
    if (weight > largest) largest = weight
  }
  if (sum === 0)
    return apportion(
      total,
      weights.map(() => 1),
    )
  if (Number.isSafeInteger(sum) && Number.isSafeInteger(total * largest)) return apportionSmall(total, weights, sum)
  return apportionLarge(total, weights)
}

function apportionSmall(total: number, weights: readonly number[], sum: number): number[] {
  const remainders: number[] = []
  let left = total
  const shares = weights.map((weight) => {
    const product = total * weight
    const remainder = product % sum
    const share = (product - remainder) / sum
    remainders.push(remainder)
    left -= share
    return share
  })
  return handOutRest(shares, left, (a, b) => (remainders[b] ?? 0) - (remainders[a] ?? 0))
}

function apportionLarge(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + BigInt(weight), 0n)
  const products = weights.map((weight) => BigInt(total) * BigInt(weight))
  const shares = products.map((product) => toSafeInteger(product / sum))
  const remainders = products.map((product) => product % sum)
  const given = shares.reduce((all, share) => all + BigInt(share), 0n)
  const compare = (a: number, b: number) => {
    const difference = (remainders[b] ?? 0n) - (remainders[a] ?? 0n)
    if (difference === 0n) return 0
    return difference > 0n ? 1 : -1
  }
  return handOutRest(shares, Number(BigInt(total) - given), compare)
}

function handOutRest(shares: number[], left: number, byRemainder: (a: number, b: number) => number): number[] {
  if (left === 0) return shares
  const order = shares.map((_, place) => place).toSorted((a, b) => byRemainder(a, b) || a - b)
  for (const place of order.slice(0, left)) shares[place] = (shares[place] ?? 0) + 1
  return shares
}
