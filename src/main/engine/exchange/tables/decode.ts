import { isUtf8 } from 'node:buffer'
import iconv from 'iconv-lite'
import type { TextEncodingFound } from './encoding.ts'
import type { ByteSource } from './source.ts'

/** Lines that were not as the rest of a text: 1-based numbers, the first hundred of them, and how many there are. */
export interface OddLines {
  first: number[]
  count: number
}

const mostNamed = 100
/** What waits longer for the end of its line is not waited for: it would be gone through again with every piece. */
export const longestLine = 1 << 20

/** Puts down that a line is odd. */
export function note(lines: OddLines, line: number): void {
  if (lines.first.at(-1) === line) return
  lines.count++
  if (lines.first.length < mostNamed) lines.first.push(line)
}

/**
 * The text of a source piece by piece, never splitting a character. Of a UTF-8 text with lines in another encoding those are read in
 * theirs, and put down in `odd`.
 */
export async function* decodeText(source: ByteSource, found: TextEncodingFound, odd?: OddLines): AsyncGenerator<string> {
  const decoder = found.oddLines === null ? decoderFor(found.encoding) : lineDecoder(found.oddLines, odd)
  let skip = found.bom
  for await (const chunk of source.chunks()) {
    const text = decoder.write(skip > 0 ? chunk.subarray(skip) : chunk)
    skip = Math.max(0, skip - chunk.length)
    if (text !== '') yield text
  }
  const rest = decoder.end()
  if (rest) yield rest
}

interface Decoder {
  write(bytes: Uint8Array): string
  end(): string | undefined
}

function decoderFor(encoding: string): Decoder {
  if (encoding.startsWith('utf-') && !encoding.startsWith('utf-32')) {
    const decoder = new TextDecoder(encoding, { ignoreBOM: true })
    return { write: (bytes) => decoder.decode(bytes, { stream: true }), end: () => decoder.decode() }
  }
  const decoder = iconv.getDecoder(encoding)
  return { write: (bytes) => decoder.write(asBuffer(bytes)), end: () => decoder.end() }
}

/** UTF-8 whose lines are read one by one where a piece has something else in it. */
function lineDecoder(other: string, odd: OddLines | undefined): Decoder {
  let rest: Buffer = Buffer.alloc(0)
  let line = 1
  const decodeLines = (bytes: Buffer): string => {
    let text = ''
    for (let start = 0; start < bytes.length; line++) {
      const next = bytes.indexOf(10, start)
      const end = next === -1 ? bytes.length : next + 1
      const one = bytes.subarray(start, end)
      const isOdd = !isUtf8(one)
      if (isOdd && odd) note(odd, line)
      text += isOdd ? decodeOdd(one, other) : one.toString('utf8')
      start = end
    }
    return text
  }
  return {
    write(bytes) {
      const all = Buffer.concat([rest, bytes])
      const end = all.length > longestLine ? all.length : all.lastIndexOf(10) + 1
      rest = all.subarray(end)
      return decodeLines(all.subarray(0, end))
    },
    end: () => decodeLines(rest),
  }
}

const multiByte = new Set(['shift_jis', 'gb18030', 'euc-kr', 'euc-jp', 'big5'])
const utf8Letters = /([\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3})+/g

/** A line with letters in another encoding; those of it that are UTF-8 stay so. */
function decodeOdd(line: Buffer, other: string): string {
  if (multiByte.has(other)) return iconv.decode(line, other)
  const bytes = line.toString('latin1')
  let text = ''
  let start = 0
  for (const { 0: letters, index } of bytes.matchAll(utf8Letters)) {
    text += iconv.decode(line.subarray(start, index), other) + Buffer.from(letters, 'latin1').toString('utf8')
    start = index + letters.length
  }
  return text + iconv.decode(line.subarray(start), other)
}

const stray = /[\p{Cc}--[\t-\r\u0080-\u009f]]/v

/** The pieces of a text without control characters, which are no text; the lines they stood on are put down in `odd`. */
export async function* withoutStrayBytes(pieces: AsyncIterable<string>, odd: OddLines): AsyncGenerator<string> {
  let line = 1
  for await (const piece of pieces) {
    if (!stray.test(piece)) {
      line += lineEnds(piece)
      yield piece
      continue
    }
    let text = ''
    for (const each of piece.split(/(?<=\n)/)) {
      const clean = each.replaceAll(new RegExp(stray, 'gv'), '')
      if (clean.length < each.length) note(odd, line)
      if (each.endsWith('\n')) line++
      text += clean
    }
    yield text
  }
}

function lineEnds(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count++
  return count
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
