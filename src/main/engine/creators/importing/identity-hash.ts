import { foldText } from '#src/shared/domain/fold.ts'
import type { Table } from '../../exchange/tables/types.ts'
import type { ListPlan } from './types.ts'

/**
 * A number for whom a row is about, the same for `@Ana`, `ana` and `instagram.com/ana/`; null where the row does not say. Rows about
 * others may share it.
 */
export type IdentityHash = (row: readonly string[]) => number | null

/** Makes the quick look at who a row is about, which needs no full reading of it. */
export function identityHash({ columns, isOwnExport }: ListPlan): IdentityHash {
  const fields = isOwnExport ? ['creatorId'] : ['handle', 'url', 'name']
  const places = fields.flatMap((field) => columns.filter((column) => column.field === field).map(({ index }) => index))
  return (row) => {
    for (const index of places) {
      const cell = row[index]
      if (cell === undefined || cell === '') continue
      const hash = hashOf(cell)
      if (hash !== null) return hash
    }
    return null
  }
}

/**
 * A number for the name in a row, for lists whose rows may be about several platforms; null for other lists, and for rows without a name.
 */
export function nameHash({ columns, isOwnExport }: ListPlan): IdentityHash {
  const of = (field: string) => columns.filter((column) => column.field === field).map(({ index }) => index)
  const places = of('name').length > 0 ? of('name').slice(0, 1) : [...of('firstName'), ...of('lastName')]
  const isOfOnePlatform = isOwnExport || of('platform').length + of('url').length === 0
  if (isOfOnePlatform || places.length === 0) return () => null
  return (row) => {
    let hash: number | null = null
    for (const index of places) {
      const name = row[index] ?? ''
      const part = hashOf(/\P{ASCII}/u.test(name) ? foldText(name) : name)
      if (part !== null) hash = (Math.imul(hash ?? 0, 31) + part) & 0x3fffffff
    }
    return hash
  }
}

/** FNV-1a over the last part of an address, in small letters, without blanks and `@`; of 30 bits, which V8 keeps without allocating. */
function hashOf(cell: string): number | null {
  let end = cell.length
  const query = cell.search(/[?#]/)
  if (query > 0 && cell.includes('/')) end = query
  while (end > 0 && (cell[end - 1] === '/' || cell[end - 1] === ' ')) end--
  const start = cell.lastIndexOf('/', end - 1) + 1
  let hash = 0x811c9dc5
  let length = 0
  for (let at = start; at < end; at++) {
    let code = cell.charCodeAt(at)
    if (isNoPartOfHandles(code)) continue
    if (code >= 65 && code <= 90) code += 32
    hash = Math.imul(hash ^ code, 0x01000193)
    length++
  }
  return length === 0 ? null : hash & 0x3fffffff
}

/** Blanks, `@` and quotes, which are written or left out at will. */
function isNoPartOfHandles(code: number): boolean {
  return code === 64 || code === 32 || code === 34 || code === 39 || code === 160 || code === 8203 || (code >= 8216 && code <= 8223)
}

/** How many rows there are, and for whom there is more than one: hash → number of rows. */
export interface Repeats {
  rows: number
  counts: Map<number, number>
  /** Hashes of names that come more than once. */
  names: Set<number>
}

/** Goes through the whole list once, so that all rows about one creator can be taken together. */
export async function findRepeats(
  table: Table,
  hashOfRow: IdentityHash,
  hashOfName: IdentityHash,
  beforeBatch: () => Promise<void> | void,
): Promise<Repeats> {
  const [seen, seenNames, names] = [new Set<number>(), new Set<number>(), new Set<number>()]
  const counts = new Map<number, number>()
  let total = 0
  for await (const { rows } of table.rows()) {
    await beforeBatch()
    total += rows.length
    for (const row of rows) {
      const name = hashOfName(row)
      if (name !== null && seenNames.has(name)) names.add(name)
      else if (name !== null) seenNames.add(name)
      const hash = hashOfRow(row)
      if (hash === null) continue
      if (seen.has(hash)) counts.set(hash, (counts.get(hash) ?? 1) + 1)
      else seen.add(hash)
    }
  }
  return { rows: total, counts, names }
}
