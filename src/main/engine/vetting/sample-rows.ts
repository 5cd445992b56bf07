import { raise } from '#src/shared/contract/errors.ts'
import { isBlankRow } from '../exchange/tables/cells.ts'
import { foldLabel } from '../exchange/tables/fold.ts'
import type { Table } from '../exchange/tables/types.ts'
import type { JobHandle } from '../jobs.ts'

export interface SampleRow {
  line: number
  cells: readonly string[]
}

/** A sample is judged as a whole and kept in memory for it. */
const mostRows = 200_000

/** All rows of a sample, however odd they look; only blank ones are left out. Raises FILE_TOO_LARGE, CANCELLED and what reading raises. */
export async function sampleRows(table: Table, job: JobHandle): Promise<SampleRow[]> {
  const found: SampleRow[] = []
  for await (const { rows, lines } of table.records()) {
    job.throwIfCancelled()
    job.progress(table.bytesRead(), table.size, 'reading')
    for (const [at, cells] of rows.entries()) if (!isBlankRow(cells)) found.push({ line: lines[at] ?? 0, cells })
    if (found.length > mostRows) refuseMore(table.fileName)
  }
  return found
}

function refuseMore(name: string): never {
  raise('FILE_TOO_LARGE', `“${name}” has more than ${mostRows.toLocaleString('en-US')} rows; a sample of a few hundred says as much.`)
}

/** A heading for comparing: letters and digits alone, so that `Comment text`, `comment_text` and `commentText` are one. */
export function headingKey(heading: string): string {
  return foldLabel(heading).replaceAll(' ', '')
}

/** Ends with MAPPING_NEEDED: what is missing, and which columns there are. */
export function refuseColumns(table: Table, missing: string): never {
  const headers = table.headers.slice(0, 100)
  const named = headers.slice(0, 20).map((header) => (header.length > 40 ? `${header.slice(0, 39)}…` : header))
  const columns = named.length === 0 ? 'It has no columns.' : `Its columns are: ${named.join(', ')}${headers.length > 20 ? ', …' : ''}.`
  raise('MAPPING_NEEDED', `“${table.fileName}” ${missing} ${columns}`, { headers })
}
