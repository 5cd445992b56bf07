import type { z } from 'zod'
import { raise } from '#src/shared/contract/errors.ts'
import type { KeptSample, SampleRow } from '#src/shared/contract/vetting-samples.ts'
import type { MutationContext, TaskContext } from '../../context.ts'
import type { ReadDb } from '../../db/handles.ts'
import { bytesSource, fileSource, type ByteSource } from '../../exchange/tables/source.ts'
import type { JobHandle } from '../../jobs.ts'
import { judgeCommentRows } from '../comments.ts'
import { judgeFollowerRows } from '../followers.ts'
import { pastedTable } from './pasted.ts'
import type { CommentSummary, FollowerSummary, SampleKind } from './results.ts'

type Kept = z.infer<typeof KeptSample>
type Row = z.infer<typeof SampleRow>

export interface NewSample {
  accountId: string
  kind: SampleKind
  file?: string
  text?: string
  name?: string
  takenOn?: string
  textColumn?: string
  sheet?: string
  about?: string
}

const mediaType = 'application/x-ndjson'

/** Judges a sample and keeps its rows and the result with the account. Raises NOT_FOUND, BAD_INPUT without exactly one of file and text or
 *  for a day to come, and what judging raises; then nothing is kept. */
export async function addSample(context: TaskContext, sample: NewSample): Promise<{ sample: Kept; entryId: string | null }> {
  const { ports, files, jobs } = context
  const account = await accountOf(context.read, sample.accountId)
  const takenOn = sample.takenOn ?? ports.clock.today()
  if (takenOn > ports.clock.today()) raise('BAD_INPUT', 'takenOn: A sample cannot be from a day to come.')
  const source = await sourceOf(context, sample)
  const { rows, result } = await jobs.run(`Vetting ${source.name}`, (job) => judged(source, sample, job))
  if (rows.length === 0) raise('FILE_EMPTY', `“${source.name}” holds no ${sample.kind}; nothing was kept.`)
  const bytes = Buffer.from(rows.map((row) => JSON.stringify(row)).join('\n'))
  const staged = await files.stage(bytes)
  const kept = { id: ports.newId(), accountId: sample.accountId, takenOn, name: sample.name ?? source.name }
  try {
    const { entryId } = await context.transact({ summary: `Kept a sample of ${sample.kind} of @${account.handle}` }, async (db) => {
      const at = ports.clock.now()
      await accountOf(db, sample.accountId)
      const fileId = await files.put(db, staged, mediaType, at)
      await db
        .insertInto('vetting_sample')
        .values({
          id: kept.id,
          account_id: kept.accountId,
          kind: sample.kind,
          taken_on: takenOn,
          name: kept.name,
          file_id: fileId,
          result: JSON.stringify(result),
          created_at: at,
        })
        .execute()
    })
    return { sample: { ...kept, creatorId: account.creator_id, kind: sample.kind, result } as Kept, entryId }
  } catch (error) {
    await files.abandon(context.read, [staged])
    throw error
  } finally {
    files.release([staged])
  }
}

async function accountOf(db: ReadDb, id: string): Promise<{ creator_id: string; handle: string }> {
  const account = await db.selectFrom('account').select(['creator_id', 'handle']).where('id', '=', id).executeTakeFirst()
  return account ?? raise('NOT_FOUND', 'This account is no longer in the workspace.')
}

async function sourceOf({ grants }: TaskContext, { file, text, kind, name }: NewSample): Promise<ByteSource> {
  if ((file === undefined) === (text === undefined)) raise('BAD_INPUT', 'Give a file or pasted text, one of them.')
  if (file !== undefined) return fileSource((await grants.readable(file)).path)
  const pasted = name ?? `Pasted ${kind}`
  if (text?.trim() === '') raise('FILE_EMPTY', `“${pasted}” is empty.`)
  return bytesSource(pasted, kind === 'comments' ? pastedTable(text ?? '') : Buffer.from(text ?? ''))
}

async function judged(
  source: ByteSource,
  sample: NewSample,
  job: JobHandle,
): Promise<{ rows: Row[]; result: CommentSummary | FollowerSummary }> {
  const { textColumn, sheet, about, text } = sample
  if (sample.kind === 'comments') {
    const { vetted, texts } = await judgeCommentRows(source, { textColumn: text === undefined ? textColumn : undefined, sheet, about }, job)
    const { comments, judged, verdicts, spamShare, findings } = vetted.summary
    const rows = vetted.rows.map((row, at) => ({ kind: 'comment' as const, ...row, text: texts[at] ?? '' }))
    return { rows, result: { comments, judged, verdicts, spamShare, findings } }
  }
  const { vetted, texts } = await judgeFollowerRows(source, { sheet }, job)
  const { summary, share, interval } = vetted
  const rows = vetted.rows.map((row, at) => ({ kind: 'follower' as const, ...row, text: texts[at] ?? '' }))
  return { rows, result: { accounts: summary.accounts, judged: summary.judged, share, interval, findings: summary.findings } }
}

/** Takes a sample off an account; its rows stay among the files for undo. Raises NOT_FOUND. */
export async function removeSample(context: MutationContext, id: string): Promise<{ entryId: string }> {
  const { write } = context
  const row = await write.selectFrom('vetting_sample').select(['name']).where('id', '=', id).executeTakeFirst()
  if (!row) raise('NOT_FOUND', 'This sample is no longer in the workspace.')
  await write.deleteFrom('vetting_sample').where('id', '=', id).execute()
  context.describe(`Removed the sample ${row.name}`)
  return { entryId: context.entryId }
}
