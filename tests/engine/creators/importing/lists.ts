import iconv from 'iconv-lite'
import { fileURLToPath } from 'node:url'
import { guessPlan } from '#src/main/engine/creators/importing/guess-plan.ts'
import type { GuessOptions } from '#src/main/engine/creators/importing/guess-plan.ts'
import { meaningOfHeader } from '#src/main/engine/creators/importing/header-words.ts'
import { mappingOf } from '#src/main/engine/creators/importing/mapping.ts'
import { questionsOf } from '#src/main/engine/creators/importing/questions.ts'
import { rowReader } from '#src/main/engine/creators/importing/row-reader.ts'
import type { AccountDraft, CellProblem, CreatorDraft } from '#src/main/engine/creators/importing/types.ts'
import { openTable } from '#src/main/engine/exchange/tables/open-table.ts'
import { bytesSource, fileSource } from '#src/main/engine/exchange/tables/source.ts'
import type { ByteSource } from '#src/main/engine/exchange/tables/source.ts'
import type { Table } from '#src/main/engine/exchange/tables/types.ts'

export const fixture = (name: string) => fileURLToPath(new URL(`../../../fixtures/imports/${name}`, import.meta.url))

export interface ReadList {
  table: Table
  mapping: string[]
  platform: string | null
  questions: string[]
  drafts: CreatorDraft[]
  rejects: CellProblem[]
  notices: CellProblem[]
  skipped: string[]
}

/** Reads a list of the fixtures as far as one can without a workspace. */
export async function readFixture(name: string): Promise<ReadList> {
  return read(await fileSource(fixture(name)))
}

/** Reads a list written here, lines trimmed. */
export async function readText(text: string, options: GuessOptions & { name?: string; encoding?: string } = {}): Promise<ReadList> {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n')
  return read(bytesSource(options.name ?? 'list.csv', iconv.encode(lines, options.encoding ?? 'utf-8')), options)
}

async function read(source: ByteSource, options: GuessOptions = {}): Promise<ReadList> {
  const table = await openTable(source, (cell) => meaningOfHeader(cell) !== null)
  const plan = guessPlan(table, options)
  const reader = rowReader(plan)
  const list: ReadList = {
    table,
    mapping: Object.values(mappingOf(plan.columns)),
    platform: plan.platform,
    questions: questionsOf(plan, table.headers, options.mapping !== undefined),
    drafts: [],
    rejects: [],
    notices: reader.warnings,
    skipped: [],
  }
  for await (const { rows, lines, skipped } of table.rows()) {
    list.skipped.push(...skipped.map(({ reason }) => reason))
    for (const [at, row] of rows.entries()) {
      const result = reader.read(row, lines[at] ?? 0)
      if ('draft' in result) list.drafts.push(result.draft)
      else list.rejects.push(result.reject)
    }
  }
  return list
}

/** What is known of the first account of a draft, without the unknown. */
export function knownOf(draft: CreatorDraft | undefined, at = 0): Partial<AccountDraft> {
  const { url: _, handleKey: __, ...account } = draft?.accounts[at] ?? ({} as AccountDraft)
  return Object.fromEntries(Object.entries(account).filter(([, value]) => value !== null))
}
