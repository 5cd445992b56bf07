import { expectInteger, expectWord, latin1, readWord, skipSpace, type Cursor } from './lexer.ts'
import { unpackedData } from './filters.ts'
import { readObject, readValue } from './parser.ts'
import { fault, isDictionary, isStream, nameOf, type PdfDictionary, type PdfValue } from './values.ts'

/** Where an object is: at a byte of the file, inside an object stream, or nowhere. */
export type Entry = { at: 'byte'; offset: number; generation: number } | { at: 'stream'; stream: number; index: number } | { at: 'free' }

/** One cross-reference section: what one saving of the file added. */
export interface Section {
  offset: number
  entries: Map<number, Entry>
  trailer: PdfDictionary
  /** Whether a table and a stream share it, of which older readers see the table alone. */
  isHybrid: boolean
}

const mostSections = 2000
/** In all sections together. */
const mostEntries = 4_000_000

/** Where the newest section begins, from the file's last lines. Faults unless the file ends properly. */
export function newestSection(bytes: Uint8Array): number {
  const tail = latin1(bytes.subarray(Math.max(0, bytes.length - 1024)))
  const end = /startxref\s+(\d{1,12})\s+%%EOF[\r\n\t \0]*$/.exec(tail)
  return end ? Number(end[1]) : fault('The file does not end as a PDF does.')
}

/** All sections, the newest first, by following each to the one before it. */
export function readSections(bytes: Uint8Array, newest: number): Section[] {
  const sections: Section[] = []
  const seen = new Set<number>()
  let entries = 0
  for (let next: number | undefined = newest; next !== undefined;) {
    if (seen.has(next) || seen.size > mostSections) fault('The cross-references run in a circle.')
    seen.add(next)
    const section: Section = readSection(bytes, next)
    sections.push(section)
    entries += section.entries.size
    if (entries > mostEntries) fault('The cross-references are too long.')
    const previous = section.trailer.entries.get('Prev')
    if (previous !== undefined && typeof previous !== 'number') fault('A cross-reference section names no proper predecessor.')
    next = previous
  }
  return sections
}

function readSection(bytes: Uint8Array, offset: number): Section {
  if (offset >= bytes.length) fault('The cross-references lie outside the file.')
  const cursor: Cursor = { bytes, at: offset }
  if (latin1(bytes.subarray(offset, offset + 4)) !== 'xref') return readStreamSection(bytes, offset)
  const section = readTable(cursor, offset)
  const hidden = section.trailer.entries.get('XRefStm')
  if (hidden !== undefined) {
    if (typeof hidden !== 'number') fault('The cross-references lie at no proper place.')
    for (const [number, entry] of readStreamSection(bytes, hidden).entries) {
      if ((section.entries.get(number)?.at ?? 'free') === 'free') section.entries.set(number, entry)
    }
  }
  return section
}

function readTable(cursor: Cursor, offset: number): Section {
  const entries = new Map<number, Entry>()
  expectWord(cursor, 'xref')
  for (;;) {
    skipSpace(cursor)
    const back = cursor.at
    if (readWord(cursor) === 'trailer') break
    cursor.at = back
    const first = expectInteger(cursor)
    const count = expectInteger(cursor)
    if (count > mostEntries) fault('The cross-references are too long.')
    for (let number = first; number < first + count; number++) {
      const position = expectInteger(cursor)
      const generation = expectInteger(cursor)
      skipSpace(cursor)
      const kind = readWord(cursor)
      if (kind !== 'n' && kind !== 'f') fault(`Object ${number} has no proper cross-reference.`)
      add(entries, number, kind === 'n' ? { at: 'byte', offset: position, generation } : { at: 'free' })
    }
  }
  const trailer = readValue(cursor)
  return isDictionary(trailer)
    ? { offset, entries, trailer, isHybrid: trailer.entries.has('XRefStm') }
    : fault('The trailer is not a dictionary.')
}

function readStreamSection(bytes: Uint8Array, offset: number): Section {
  const cursor: Cursor = { bytes, at: offset }
  const number = expectInteger(cursor)
  const stream = readObject(bytes, offset, number, expectInteger(cursor), () => fault('The cross-references have no length.'))
  if (!isStream(stream) || nameOf(stream.dictionary.entries.get('Type')) !== 'XRef') {
    return fault('There are no cross-references where they should be.')
  }
  const { entries: fields } = stream.dictionary
  const widths = integers(fields.get('W'))
  const size = integers([fields.get('Size') ?? null])
  if (widths.length !== 3 || widths.some((width) => width > 8)) fault('The cross-references have no proper widths.')
  const ranges = fields.has('Index') ? integers(fields.get('Index')) : [0, ...size]
  const entries = new Map<number, Entry>()
  const data = unpackedData(stream)
  const counts = ranges.filter((_, index) => index % 2 === 1).reduce((sum, count) => sum + count, 0)
  if (counts > mostEntries) fault('The cross-references are too long.')
  let at = 0
  const field = (width: number, otherwise: number): number => {
    if (width === 0) return otherwise
    if (at + width > data.length) fault('The cross-references are cut off.')
    let value = 0
    for (let byte = 0; byte < width; byte++) value = value * 256 + (data[at++] ?? 0)
    return value
  }
  for (let range = 0; range + 1 < ranges.length; range += 2) {
    const [first = 0, count = 0] = ranges.slice(range, range + 2)
    for (let object = first; object < first + count; object++) {
      const [kind, second, third] = [field(widths[0] ?? 0, 1), field(widths[1] ?? 0, 0), field(widths[2] ?? 0, 0)]
      if (kind === 1) add(entries, object, { at: 'byte', offset: second, generation: third })
      else if (kind === 2) add(entries, object, { at: 'stream', stream: second, index: third })
      else add(entries, object, { at: 'free' })
    }
  }
  return { offset, entries, trailer: stream.dictionary, isHybrid: false }
}

/** Two places for one object in one section: readers would disagree about which counts. */
function add(entries: Map<number, Entry>, number: number, entry: Entry): void {
  if (entries.has(number)) fault(`Object ${number} has two cross-references in one section.`)
  entries.set(number, entry)
}

function integers(value: PdfValue | undefined): number[] {
  const items = Array.isArray(value) ? value : fault('The cross-references lack a list of numbers.')
  return items.map((item) => {
    const isCount = typeof item === 'number' && Number.isInteger(item) && item >= 0
    return isCount ? item : fault('The cross-references hold something other than numbers.')
  })
}
