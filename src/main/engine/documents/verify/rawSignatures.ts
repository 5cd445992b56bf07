import { byteRangeOf, gapContents, type ByteRange } from './byteRange.ts'
import { latin1 } from './pdf/lexer.ts'

/** A signature found by its marks in the bytes alone, whatever the file's structure says. */
export interface RawSignature {
  range: ByteRange
  /** Undefined where the gap holds no proper signature, or the file ends before the range does. */
  contents: Uint8Array | undefined
}

const mark = Buffer.from('/ByteRange')
const mostMarks = 1000
/** Each is checked over all bytes it covers. */
const mostSignatures = 100

/** How far from its gap a signature's dictionary begins at most, and how small a gap can be: text about signatures has neither. */
const nearby = 4096
const smallestGap = 64

/** All byte ranges in the file that enclose the place of a signature, or that reach beyond the file's end. */
export function rawSignatures(bytes: Uint8Array): RawSignature[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const found: RawSignature[] = []
  let marks = 0
  for (
    let at = buffer.indexOf(mark);
    at >= 0 && marks < mostMarks && found.length < mostSignatures;
    at = buffer.indexOf(mark, at + 1), marks++
  ) {
    const numbers = /^\/ByteRange\s*\[\s*(\d{1,15})\s+(\d{1,15})\s+(\d{1,15})\s+(\d{1,15})\s*\]/.exec(latin1(bytes.subarray(at, at + 120)))
    const range = numbers && byteRangeOf(numbers.slice(1).map(Number))
    if (!range) continue
    const [gapStart, gapEnd] = [range.first[1], range.second[0]]
    const isBeside = at > gapStart - nearby && at < gapEnd + nearby && gapEnd - gapStart >= smallestGap
    if (range.end > bytes.length) found.push({ range, contents: undefined })
    else if (isBeside) found.push({ range, contents: gapContents(bytes, range) })
  }
  return found
}
