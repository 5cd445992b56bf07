import { fault } from './values.ts'

/** A place in a file that moves on as it is read. */
export interface Cursor {
  readonly bytes: Uint8Array
  at: number
}

const whiteSpace = new Set([0, 9, 10, 12, 13, 32])
const delimiters = new Set(Array.from('()<>[]{}/%', (sign) => sign.charCodeAt(0)))

function isWhiteSpace(byte: number | undefined): boolean {
  return byte !== undefined && whiteSpace.has(byte)
}

/** Moves past white space and comments. */
export function skipSpace(cursor: Cursor): void {
  for (;;) {
    const byte = cursor.bytes[cursor.at]
    if (isWhiteSpace(byte)) cursor.at++
    else if (byte === 0x25) {
      while (cursor.at < cursor.bytes.length && cursor.bytes[cursor.at] !== 10 && cursor.bytes[cursor.at] !== 13) cursor.at++
    } else return
  }
}

/** Reads letters and digits up to the next white space or delimiter; empty at a delimiter or the end. */
export function readWord(cursor: Cursor): string {
  const start = cursor.at
  while (cursor.at < cursor.bytes.length && !isBoundary(cursor.bytes[cursor.at])) cursor.at++
  return latin1(cursor.bytes.subarray(start, cursor.at))
}

/** Reads `word` or faults. */
export function expectWord(cursor: Cursor, word: string): void {
  skipSpace(cursor)
  const found = readWord(cursor)
  if (found !== word) fault(`Expected “${word}” at byte ${cursor.at}.`)
}

/** Reads a whole number that is not negative, or faults. */
export function expectInteger(cursor: Cursor): number {
  skipSpace(cursor)
  const word = readWord(cursor)
  if (!/^\d{1,15}$/.test(word)) fault(`Expected a number at byte ${cursor.at}.`)
  return Number(word)
}

/** Reads a name; the cursor stands on its slash. */
export function readName(cursor: Cursor): string {
  cursor.at++
  return readWord(cursor).replaceAll(/#([\dA-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}

/** Reads a string in parentheses; the cursor stands on the first. */
export function readLiteral(cursor: Cursor): Uint8Array {
  const { bytes } = cursor
  const out: number[] = []
  let depth = 1
  cursor.at++
  for (;;) {
    const byte = bytes[cursor.at++]
    if (byte === undefined) fault('A string has no end.')
    if (byte === 0x5c) readEscape(cursor, out)
    else if (byte === 0x29 && --depth === 0) return Uint8Array.from(out)
    else {
      if (byte === 0x28) depth++
      if (byte === 13 && bytes[cursor.at] === 10) cursor.at++
      out.push(byte === 13 ? 10 : byte)
    }
  }
}

const escapes: Record<string, number> = { n: 10, r: 13, t: 9, b: 8, f: 12 }

function readEscape(cursor: Cursor, out: number[]): void {
  const byte = cursor.bytes[cursor.at++] ?? fault('A string has no end.')
  const sign = String.fromCharCode(byte)
  if (sign in escapes) out.push(escapes[sign] ?? 0)
  else if (byte === 13 || byte === 10) {
    if (byte === 13 && cursor.bytes[cursor.at] === 10) cursor.at++
  } else if (sign >= '0' && sign <= '7') {
    let code = byte - 48
    for (let more = 0; more < 2 && isOctal(cursor.bytes[cursor.at]); more++) code = code * 8 + (cursor.bytes[cursor.at++] ?? 48) - 48
    out.push(code & 0xff)
  } else out.push(byte)
}

/** Reads a string in angle brackets; the cursor stands on the first. */
export function readHex(cursor: Cursor): Uint8Array {
  const end = cursor.bytes.indexOf(0x3e, cursor.at)
  if (end < 0) fault('A string has no end.')
  const digits = latin1(cursor.bytes.subarray(cursor.at + 1, end)).replaceAll(/[\0\t\n\f\r ]/g, '')
  if (!/^[\dA-Fa-f]*$/.test(digits)) fault(`A hexadecimal string holds other signs at byte ${cursor.at}.`)
  cursor.at = end + 1
  return Uint8Array.from(Buffer.from(digits.length % 2 ? `${digits}0` : digits, 'hex'))
}

export function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
}

/** Whether a word ends at this byte. */
export function isBoundary(byte: number | undefined): boolean {
  return byte === undefined || whiteSpace.has(byte) || delimiters.has(byte)
}

function isOctal(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 48 && byte <= 55
}
