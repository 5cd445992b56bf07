import { isUtf8 } from 'node:buffer'
import { raise } from '#src/shared/contract/errors.ts'
import { guessLegacyEncoding } from './encoding-guess.ts'
import { headOf } from './source.ts'
import type { ByteSource } from './source.ts'

/** How the bytes of a text file become characters. `encoding` is a WHATWG label, `bom` the number of bytes to leave out at the start. */
export interface TextEncodingFound {
  encoding: string
  bom: number
  /** Of a UTF-8 file with lines that are not: what those are in. */
  oddLines: string | null
}

const sampleSize = 256 * 1024

/**
 * Finds the encoding of a text file: by its byte order mark, by the zero bytes of UTF-16 without one, by whether the whole file is valid
 * UTF-8, else by the letters of its text. Raises NOT_A_TABLE for bytes that are no text.
 */
export async function detectEncoding(source: ByteSource): Promise<TextEncodingFound> {
  const head = await headOf(source, sampleSize)
  const marked = byteOrderMark(head)
  if (marked && marked.encoding !== 'utf-8') return { ...marked, oddLines: null }
  const wide = marked ? undefined : utf16WithoutMark(head)
  if (wide) return { encoding: wide, bom: 0, oddLines: null }
  if (isBinary(head)) raise('NOT_A_TABLE', `“${source.name}” is not a text file or workbook, so no table can be read from it.`)
  const bom = marked?.bom ?? 0
  const foreign = await bytesThatAreNotUtf8(source)
  if (foreign === null) return { encoding: 'utf-8', bom, oddLines: null }
  if (isMostlyUtf8(foreign)) return { encoding: 'utf-8', bom, oddLines: guessLegacyEncoding(linesThatAreNotUtf8(foreign)) }
  return { encoding: guessLegacyEncoding(foreign), bom, oddLines: null }
}

function byteOrderMark(head: Uint8Array): { encoding: string; bom: number } | undefined {
  const start = Buffer.from(head.subarray(0, 4)).toString('hex')
  if (start.startsWith('efbbbf')) return { encoding: 'utf-8', bom: 3 }
  if (start === 'fffe0000') return { encoding: 'utf-32le', bom: 4 }
  if (start === '0000feff') return { encoding: 'utf-32be', bom: 4 }
  if (start.startsWith('fffe')) return { encoding: 'utf-16le', bom: 2 }
  if (start.startsWith('feff')) return { encoding: 'utf-16be', bom: 2 }
  return undefined
}

/** UTF-16 text always has delimiters, digits or line ends, whose one byte is zero, on one side only. */
function utf16WithoutMark(head: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const zeros = [0, 0]
  for (let at = 0; at < head.length; at++) if (head[at] === 0) zeros[at & 1] = (zeros[at & 1] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  const enough = Math.max(2, head.length * 0.02)
  const encoding = odd > enough && odd > even * 8 ? 'utf-16le' : even > enough && even > odd * 8 ? 'utf-16be' : undefined
  if (!encoding) return undefined
  const text = new TextDecoder(encoding).decode(head.subarray(0, head.length & ~1))
  return controlShare(text) < 0.001 ? encoding : undefined
}

function controlShare(text: string): number {
  let controls = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code < 9 || (code > 13 && code < 32) || code === 0xfffd) controls++
  }
  return controls / Math.max(1, text.length)
}

/** A few stray bytes do not unmake a text; zeros that fill up its end are none of it. */
function isBinary(head: Uint8Array): boolean {
  let end = head.length
  while (end > 0 && head[end - 1] === 0) end--
  const text = head.subarray(0, end)
  let controls = 0
  for (const byte of text) if (byte < 9 || (byte > 13 && byte < 32) || byte === 127) controls++
  const mostStrays = Math.max(end * 0.01, end < 40 ? 0 : 2, isUtf8(text) ? Math.min(8, end * 0.1) : 0)
  return end === 0 || controls > mostStrays
}

/** Null when the whole source is UTF-8, else a sample of its bytes around those that are not. */
async function bytesThatAreNotUtf8(source: ByteSource): Promise<Uint8Array | null> {
  const samples: Uint8Array[] = []
  let collected = 0
  let tail: Uint8Array = new Uint8Array(0)
  for await (const chunk of source.chunks()) {
    const bytes = tail.length > 0 ? Buffer.concat([tail, chunk]) : chunk
    const end = completeUtf8Length(bytes)
    const whole = bytes.subarray(0, end)
    tail = bytes.subarray(end)
    if (isUtf8(whole)) continue
    const sample = aroundHighBytes(whole)
    samples.push(sample)
    collected += sample.length
    if (collected >= sampleSize) break
  }
  if (tail.length > 0 && !isUtf8(tail)) samples.push(tail)
  return samples.length === 0 ? null : Buffer.concat(samples)
}

/** Length of `bytes` without a character that is cut off at the end. */
function completeUtf8Length(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] ?? 0
    if ((byte & 0xc0) === 0x80) continue
    const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1
    return needed > back ? bytes.length - back : bytes.length
  }
  return bytes.length
}

/** The lines with bytes above 127, so that a long ASCII stretch does not fill the sample. */
function aroundHighBytes(bytes: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = []
  let size = 0
  for (let at = 0; at < bytes.length && size < sampleSize / 4; at++) {
    if ((bytes[at] ?? 0) < 128) continue
    const start = bytes.lastIndexOf(10, at) + 1
    const next = bytes.indexOf(10, at)
    const end = next === -1 ? bytes.length : next + 1
    parts.push(bytes.subarray(start, end))
    size += end - start
    at = end
  }
  return Buffer.concat(parts)
}

/** A UTF-8 file with a few damaged bytes stays UTF-8: its many whole characters would not come about by chance. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes)
  let whole = 0
  let broken = 0
  for (const char of text) {
    if (char === '\ufffd') broken++
    else if (char.charCodeAt(0) > 127) whole++
  }
  return whole >= 8 && whole > broken * 4
}

function linesThatAreNotUtf8(bytes: Uint8Array): Uint8Array {
  const lines: Uint8Array[] = []
  for (let start = 0; start < bytes.length;) {
    const next = bytes.indexOf(10, start)
    const end = next === -1 ? bytes.length : next + 1
    const line = bytes.subarray(start, end)
    if (!isUtf8(line)) lines.push(line)
    start = end
  }
  return Buffer.concat(lines)
}
