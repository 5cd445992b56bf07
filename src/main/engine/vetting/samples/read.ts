import type { z } from 'zod'
import { raise } from '#src/shared/contract/errors.ts'
import type { KeptSample, SampleRow } from '#src/shared/contract/vetting-samples.ts'
import type { EngineContext } from '../../context.ts'
import type { ReadDb } from '../../db/handles.ts'

type Row = z.infer<typeof SampleRow>

/** The samples of a creator's accounts, newest first. */
export async function listSamples(db: ReadDb, creatorId: string): Promise<z.infer<typeof KeptSample>[]> {
  const rows = await db
    .selectFrom('vetting_sample as s')
    .innerJoin('account as a', 'a.id', 's.account_id')
    .selectAll('s')
    .select('a.creator_id')
    .where('a.creator_id', '=', creatorId)
    .orderBy('s.taken_on', 'desc')
    .orderBy('s.id', 'desc')
    .execute()
  return rows.map(
    (row) =>
      ({
        id: row.id,
        accountId: row.account_id,
        creatorId: row.creator_id,
        takenOn: row.taken_on,
        name: row.name,
        kind: row.kind,
        result: JSON.parse(row.result) as unknown,
      }) as z.infer<typeof KeptSample>,
  )
}

interface RowsAsked {
  id: string
  verdict?: string
  offset: number
  limit: number
}

/** The rows of a kept sample, those that look worst first. Raises NOT_FOUND, and FILE_DAMAGED where the rows are no longer as kept. */
export async function sampleRows({ read, files }: EngineContext, asked: RowsAsked): Promise<{ total: number; rows: Row[] }> {
  const sample = await read.selectFrom('vetting_sample').select('file_id').where('id', '=', asked.id).executeTakeFirst()
  if (!sample) raise('NOT_FOUND', 'This sample is no longer in the workspace.')
  const lines = (await files.read(sample.file_id)).toString().split('\n')
  const rows = lines.map((line) => JSON.parse(line) as Row)
  const wanted = asked.verdict === undefined ? rows : rows.filter((row) => row.kind === 'comment' && row.verdict === asked.verdict)
  const worstFirst = wanted.toSorted((a, b) => badness(b) - badness(a) || a.line - b.line)
  return { total: wanted.length, rows: worstFirst.slice(asked.offset, asked.offset + asked.limit) }
}

function badness(row: Row): number {
  return (row.kind === 'comment' ? row.spam : row.fake) ?? -1
}
