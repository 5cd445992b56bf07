import { newestSection, readSections, type Entry, type Section } from './crossReferences.ts'
import { unpackedData } from './filters.ts'
import { expectInteger, type Cursor } from './lexer.ts'
import { readObject, readValue } from './parser.ts'
import { fault, isDictionary, isReference, isStream, nameOf, PdfFault, type PdfDictionary, type PdfValue } from './values.ts'

/** A PDF as it stood at one of its savings. Objects are read when asked for; reading is strict. */
export interface PdfFile {
  readonly bytes: Uint8Array
  /** The newest first. */
  readonly sections: Section[]
  readonly trailer: PdfDictionary
  readonly catalog: PdfDictionary
  /** Whether an object of that number exists. */
  has(number: number): boolean
  /** Numbers of the objects that are held in streams. */
  inStreams(): number[]
  /** The object of that number; null where there is none. */
  object(number: number): PdfValue
  /** The value itself, or the object a reference leads to. */
  resolve(value: PdfValue | undefined): PdfValue
  /** The same, as a dictionary (of a stream, its own); undefined for anything else. */
  dictionary(value: PdfValue | undefined): PdfDictionary | undefined
  /** The same, as a list; undefined for anything else. */
  list(value: PdfValue | undefined): PdfValue[] | undefined
}

/** Opens a PDF, all of it or, cut at an earlier end, as it was then. Throws PdfFault where the file is not well formed. */
function openPdf(bytes: Uint8Array): PdfFile {
  const sections = readSections(bytes, newestSection(bytes))
  const trailer = sections[0]?.trailer ?? fault('The file has no trailer.')
  const entries = new Map<number, Entry>()
  for (const section of sections.toReversed()) for (const [number, entry] of section.entries) entries.set(number, entry)
  const read = new Map<number, PdfValue>()
  const streams = new Map<number, Map<number, PdfValue>>()
  const inProgress = new Set<number>()

  const object = (number: number): PdfValue => {
    const known = read.get(number)
    if (known !== undefined) return known
    if (inProgress.has(number)) fault(`Object ${number} contains itself.`)
    inProgress.add(number)
    const value = readEntry(number, entries.get(number))
    inProgress.delete(number)
    read.set(number, value)
    return value
  }

  const readEntry = (number: number, entry: Entry | undefined): PdfValue => {
    if (!entry || entry.at === 'free') return null
    if (entry.at === 'byte') return readObject(bytes, entry.offset, number, entry.generation, lengthOf)
    const known = streams.get(entry.stream) ?? readObjectStream(object(entry.stream))
    streams.set(entry.stream, known)
    return known.get(number) ?? fault(`Object ${number} is not in the stream the file says it is in.`)
  }

  const lengthOf = (number: number): number => {
    const length = object(number)
    return typeof length === 'number' ? length : fault('The length of a stream is not a number.')
  }

  const resolve = (value: PdfValue | undefined): PdfValue => {
    let current = value ?? null
    for (let step = 0; isReference(current); step++) {
      if (step > 50) fault('References run in a circle.')
      current = object(current.number)
    }
    return current
  }

  const dictionary = (value: PdfValue | undefined): PdfDictionary | undefined => {
    const resolved = resolve(value)
    if (isStream(resolved)) return resolved.dictionary
    return isDictionary(resolved) ? resolved : undefined
  }

  const list = (value: PdfValue | undefined): PdfValue[] | undefined => {
    const resolved = resolve(value)
    return Array.isArray(resolved) ? resolved : undefined
  }

  if (!isReference(trailer.entries.get('Root'))) fault('The file names no catalogue.')
  const catalog = dictionary(trailer.entries.get('Root')) ?? fault('The file has no catalogue.')
  const has = (number: number): boolean => (entries.get(number)?.at ?? 'free') !== 'free'
  const inStreams = (): number[] => [...entries].flatMap(([number, { at }]) => (at === 'stream' ? [number] : []))
  return { bytes, sections, trailer, catalog, has, inStreams, object, resolve, dictionary, list }
}

/** The same, or undefined where the file is not well formed. */
export function openStrictly(bytes: Uint8Array): PdfFile | undefined {
  try {
    return openPdf(bytes)
  } catch (error) {
    if (error instanceof PdfFault) return undefined
    throw error
  }
}

function readObjectStream(stream: PdfValue): Map<number, PdfValue> {
  if (!isStream(stream) || nameOf(stream.dictionary.entries.get('Type')) !== 'ObjStm') {
    fault('Objects are said to be in a stream that holds none.')
  }
  const count = stream.dictionary.entries.get('N')
  const first = stream.dictionary.entries.get('First')
  if (typeof count !== 'number' || typeof first !== 'number' || count > 1_000_000) {
    return fault('An object stream does not say what it holds.')
  }
  const data = unpackedData(stream)
  const head: Cursor = { bytes: data, at: 0 }
  const objects = new Map<number, PdfValue>()
  let read = 0
  for (let at = 0; at < count; at++) {
    const number = expectInteger(head)
    const offset = expectInteger(head)
    if (objects.has(number)) fault(`Object ${number} is twice in one stream.`)
    const cursor: Cursor = { bytes: data, at: first + offset }
    objects.set(number, readValue(cursor))
    read += cursor.at - (first + offset)
    if (read > data.length) fault('Objects in a stream lie over each other.')
  }
  return objects
}
