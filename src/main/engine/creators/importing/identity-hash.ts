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
    if (code === 64 || code === 32 || code === 160 || code === 8203) continue
    if (code >= 65 && code <= 90) code += 32
    hash = Math.imul(hash ^ code, 0x01000193)
    length++
  }
  return length === 0 ? null : hash & 0x3fffffff
}

/** How many rows there are, and for whom there is more than one: hash → number of rows. */
export interface Repeats {
  rows: number
  counts: Map<number, number>
}

/** Goes through the whole list once, so that all rows about one creator can be taken together. */
export async function findRepeats(table: Table, hashOfRow: IdentityHash, beforeBatch: () => Promise<void> | void): Promise<Repeats> {
  const seen = new Set<number>()
  const counts = new Map<number, number>()
  let total = 0
  for await (const { rows } of table.rows()) {
    await beforeBatch()
    total += rows.length
    for (const row of rows) {
      const hash = hashOfRow(row)
      if (hash === null) continue
      if (seen.has(hash)) counts.set(hash, (counts.get(hash) ?? 1) + 1)
      else seen.add(hash)
    }
  }
  return { rows: total, counts }
}
