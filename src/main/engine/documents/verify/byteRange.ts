import { latin1 } from './pdf/lexer.ts'
import { isText, type PdfDictionary } from './pdf/values.ts'

/** The two stretches of a file that a signature covers, and the gap between them that holds the signature itself. */
export interface ByteRange {
  first: [start: number, length: number]
  second: [start: number, length: number]
  /** Where the signed bytes end. */
  end: number
}

/** The signed bytes of one signature and the signature, or what is wrong with it in one sentence. */
export type Covered = { range: ByteRange; contents: Uint8Array; end: number } | { problem: string; end: number | undefined }

/** Reads where a signature dictionary says its bytes are. The gap must hold exactly the signature, so that no byte escapes both. */
export function coveredBytes(bytes: Uint8Array, signature: PdfDictionary): Covered {
  const stated = signature.entries.get('ByteRange')
  const range = byteRangeOf(Array.isArray(stated) ? stated.map((item) => (typeof item === 'number' ? item : Number.NaN)) : [])
  if (!range) return { problem: 'It does not say properly which bytes it covers.', end: undefined }
  if (range.end > bytes.length) return { problem: 'It covers bytes that are not in the file; the file has been cut off.', end: range.end }
  const contents = gapContents(bytes, range)
  const claimed = signature.entries.get('Contents')
  if (!contents || !isText(claimed) || Buffer.compare(contents, claimed.bytes) !== 0) {
    return { problem: 'The bytes it leaves out hold something other than the signature.', end: range.end }
  }
  return { range, contents, end: range.end }
}

/** A well-formed range begins at the first byte and has one gap. */
export function byteRangeOf(numbers: readonly number[]): ByteRange | undefined {
  const [start = -1, length = -1, second = -1, rest = -1] = numbers
  if (numbers.length !== 4 || !numbers.every(Number.isSafeInteger)) return undefined
  if (start !== 0 || length < 1 || rest < 1 || second <= length + 1) return undefined
  return { first: [start, length], second: [second, rest], end: second + rest }
}

/** The signature in the gap: one hexadecimal string that fills it, in one style of letters, padded with zeros.
 *  Anything else means that somebody wrote into the only bytes a signature cannot protect. */
export function gapContents(bytes: Uint8Array, { first, second }: ByteRange): Uint8Array | undefined {
  const gap = latin1(bytes.subarray(first[1], second[0]))
  const digits = gap.slice(1, -1)
  if (!gap.startsWith('<') || !gap.endsWith('>') || digits.length % 2 !== 0) return undefined
  if (!/^[\dA-F]+$/.test(digits) && !/^[\da-f]+$/.test(digits)) return undefined
  return Uint8Array.from(Buffer.from(digits, 'hex'))
}

/** The bytes a range covers, in their two stretches. */
export function partsOf(bytes: Uint8Array, { first, second }: ByteRange): Uint8Array[] {
  return [bytes.subarray(first[0], first[0] + first[1]), bytes.subarray(second[0], second[0] + second[1])]
}
