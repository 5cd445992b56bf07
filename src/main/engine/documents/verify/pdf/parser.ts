import { expectInteger, expectWord, readHex, readLiteral, readName, readWord, skipSpace, type Cursor } from './lexer.ts'
import { fault, isReference, type PdfDictionary, type PdfStream, type PdfValue } from './values.ts'

/** Deeper than any real document; nesting without end must not exhaust the stack. */
const deepest = 100

/** Gives the length of a stream that is stored in another object. */
export type LengthOf = (number: number) => number

/** Reads the value at the cursor. Faults on anything readers could take in different ways, such as a key given twice. */
export function readValue(cursor: Cursor, depth = 0): PdfValue {
  if (depth > deepest) fault('Values are nested too deeply.')
  skipSpace(cursor)
  const byte = cursor.bytes[cursor.at]
  if (byte === 0x2f) return { kind: 'name', name: readName(cursor) }
  if (byte === 0x28) return { kind: 'text', bytes: readLiteral(cursor) }
  if (byte === 0x5b) return readArray(cursor, depth)
  if (byte !== 0x3c) return readNumberOrWord(cursor)
  return cursor.bytes[cursor.at + 1] === 0x3c ? readDictionary(cursor, depth) : { kind: 'text', bytes: readHex(cursor) }
}

/** Reads the object that begins at `offset`, which must carry the number and generation expected of it. */
export function readObject(bytes: Uint8Array, offset: number, number: number, generation: number, lengthOf: LengthOf): PdfValue {
  const cursor: Cursor = { bytes, at: offset }
  if (expectInteger(cursor) !== number || expectInteger(cursor) !== generation) fault(`Object ${number} is not where the file says it is.`)
  expectWord(cursor, 'obj')
  const value = readValue(cursor)
  skipSpace(cursor)
  const word = readWord(cursor)
  if (word === 'endobj') return value
  if (word !== 'stream' || value === null || typeof value !== 'object' || Array.isArray(value) || value.kind !== 'dictionary') {
    return fault(`Object ${number} has no proper end.`)
  }
  return readStream(cursor, value, lengthOf)
}

function readStream(cursor: Cursor, dictionary: PdfDictionary, lengthOf: LengthOf): PdfStream {
  if (cursor.bytes[cursor.at] === 13 && cursor.bytes[cursor.at + 1] === 10) cursor.at += 2
  else if (cursor.bytes[cursor.at] === 10) cursor.at++
  else fault(`A stream begins without a line end at byte ${cursor.at}.`)
  const stated = dictionary.entries.get('Length')
  const length = isReference(stated) ? lengthOf(stated.number) : stated
  if (typeof length !== 'number' || !Number.isInteger(length) || length < 0) fault('A stream has no length.')
  const end = cursor.at + length
  if (end > cursor.bytes.length) fault('A stream is longer than the file.')
  const data = cursor.bytes.subarray(cursor.at, end)
  cursor.at = end
  expectWord(cursor, 'endstream')
  expectWord(cursor, 'endobj')
  return { kind: 'stream', dictionary, data }
}

function readDictionary(cursor: Cursor, depth: number): PdfDictionary {
  const entries = new Map<string, PdfValue>()
  cursor.at += 2
  for (;;) {
    skipSpace(cursor)
    const byte = cursor.bytes[cursor.at]
    if (byte === 0x3e && cursor.bytes[cursor.at + 1] === 0x3e) break
    if (byte !== 0x2f) fault(`A dictionary has something other than a key at byte ${cursor.at}.`)
    const key = readName(cursor)
    if (entries.has(key)) fault(`A dictionary has the key ${key} twice.`)
    entries.set(key, readValue(cursor, depth + 1))
  }
  cursor.at += 2
  return { kind: 'dictionary', entries }
}

function readArray(cursor: Cursor, depth: number): PdfValue[] {
  const items: PdfValue[] = []
  cursor.at++
  for (;;) {
    skipSpace(cursor)
    if (cursor.bytes[cursor.at] === 0x5d) break
    if (cursor.at >= cursor.bytes.length) fault('A list has no end.')
    items.push(readValue(cursor, depth + 1))
  }
  cursor.at++
  return items
}

function readNumberOrWord(cursor: Cursor): PdfValue {
  const word = readWord(cursor)
  if (word === 'true') return true
  if (word === 'false') return false
  if (word === 'null') return null
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(word)) fault(`There is no value at byte ${cursor.at}.`)
  return /^\d+$/.test(word) ? (readReference(cursor, Number(word)) ?? Number(word)) : Number(word)
}

/** `12 0 R`: a number is a reference only if a generation and an R follow. */
function readReference(cursor: Cursor, number: number): PdfValue | undefined {
  const back = cursor.at
  skipSpace(cursor)
  const generation = readWord(cursor)
  if (/^\d{1,5}$/.test(generation)) {
    skipSpace(cursor)
    if (readWord(cursor) === 'R') return { kind: 'reference', number, generation: Number(generation) }
  }
  cursor.at = back
  return undefined
}
