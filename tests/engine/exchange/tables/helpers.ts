import iconv from 'iconv-lite'
import { foldLabel } from '#src/main/engine/exchange/tables/fold.ts'
import { openTable } from '#src/main/engine/exchange/tables/open-table.ts'
import { bytesSource } from '#src/main/engine/exchange/tables/source.ts'
import type { SkippedLine, Table } from '#src/main/engine/exchange/tables/types.ts'

const words = new Set(
  [
    'name',
    'handle',
    'username',
    'followers',
    'platform',
    'country',
    'engagement rate',
    'nutzername',
    'abonnenten',
    'имя',
    'подписчики',
  ].map(foldLabel),
)

export interface Everything {
  table: Table
  rows: string[][]
  lines: number[]
  skipped: SkippedLine[]
}

/** Opens text in an encoding, or the sheet of a workbook, as a table and reads all of it. */
export async function readTable(text: string | Uint8Array, encoding = 'utf-8', sheet: string | null = null): Promise<Everything> {
  const bytes = typeof text === 'string' ? iconv.encode(text, encoding) : text
  const table = await openTable(bytesSource('list.csv', bytes), (cell) => words.has(foldLabel(cell)), { sheet })
  const all: Everything = { table, rows: [], lines: [], skipped: [] }
  for await (const batch of table.rows()) {
    all.rows.push(...batch.rows)
    all.lines.push(...batch.lines)
    all.skipped.push(...batch.skipped)
  }
  return all
}
