import { openStrictly, type PdfFile } from '#src/main/engine/documents/verify/pdf/file.ts'
import type { PdfValue } from '#src/main/engine/documents/verify/pdf/values.ts'

/** An object as it is to be written, or null for one that is taken out. */
export type Written = string | null

/** Opens a PDF the way the verifier does; every file that a test changes must be well formed to begin with. */
export function opened(bytes: Uint8Array): PdfFile {
  const file = openStrictly(bytes)
  if (!file) throw new Error('The PDF to be changed is not well formed.')
  return file
}

/** The first number that no object of the file has. */
export function nextNumber(file: PdfFile): number {
  return Math.max(...file.sections.flatMap(({ entries }) => [...entries.keys()]), 0) + 1
}

/** Saves a PDF once more with other objects, by appending as PDF editors do, with a table of cross-references. Knows no rules: it also
 *  writes what nobody should. `table` may write the table's entries its own way. */
export function appended(
  bytes: Uint8Array,
  objects: ReadonlyMap<number, Written>,
  { trailer = '', table }: { trailer?: string; table?: (offsets: ReadonlyMap<number, number>) => string } = {},
): Uint8Array {
  const file = opened(bytes)
  const offsets = new Map<number, number>()
  let text = '\n'
  for (const [number, object] of objects) {
    if (object === null) continue
    offsets.set(number, bytes.length + Buffer.byteLength(text, 'latin1'))
    text += `${number} 0 obj\n${object}\nendobj\n`
  }
  const start = bytes.length + Buffer.byteLength(text, 'latin1')
  const size = Math.max(nextNumber(file), ...[...objects.keys()].map((number) => number + 1))
  const entries = table ? table(offsets) : [...objects.keys()].map((number) => tableEntry(number, offsets.get(number))).join('')
  const root = serialised(file.trailer.entries.get('Root') ?? null)
  const info = file.trailer.entries.get('Info')
  const previous = file.sections[0]?.offset
  text += `xref\n${entries}trailer\n<< /Size ${size} ${trailer.includes('/Root') ? '' : `/Root ${root}`} ${info ? `/Info ${serialised(info)}` : ''} `
  text += `${trailer.includes('/Prev') ? '' : `/Prev ${previous}`} ${trailer} >>\nstartxref\n${start}\n%%EOF\n`
  return Uint8Array.from(Buffer.concat([bytes, Buffer.from(text, 'latin1')]))
}

/** One line of a table, under a heading of its own. */
function tableEntry(number: number, offset: number | undefined): string {
  const line = offset === undefined ? '0000000000 00001 f ' : `${String(offset).padStart(10, '0')} 00000 n `
  return `${number} 1\n${line}\n`
}

/** A dictionary with other entries, as text; null takes one out. */
export function withEntries(value: PdfValue, changes: Readonly<Record<string, string | null>>): string {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || value.kind !== 'dictionary')
    throw new Error('Not a dictionary.')
  const kept = [...value.entries].filter(([key]) => !(key in changes)).map(([key, entry]) => `/${key} ${serialised(entry)}`)
  const added = Object.entries(changes).flatMap(([key, entry]) => (entry === null ? [] : [`/${key} ${entry}`]))
  return `<< ${[...kept, ...added].join(' ')} >>`
}

/** A value as it stands in a file. */
export function serialised(value: PdfValue): string {
  if (value === null) return 'null'
  if (typeof value !== 'object') return String(value)
  if (Array.isArray(value)) return `[${value.map(serialised).join(' ')}]`
  switch (value.kind) {
    case 'name':
      return `/${value.name.replaceAll(/[^\w.+-]/g, (sign) => `#${sign.charCodeAt(0).toString(16).padStart(2, '0')}`)}`
    case 'text':
      return `<${Buffer.from(value.bytes).toString('hex')}>`
    case 'reference':
      return `${value.number} ${value.generation} R`
    case 'dictionary':
      return `<< ${[...value.entries].map(([key, entry]) => `/${key} ${serialised(entry)}`).join(' ')} >>`
    case 'stream':
      return `${serialised(value.dictionary)}\nstream\n${Buffer.from(value.data).toString('latin1')}\nendstream`
  }
}
