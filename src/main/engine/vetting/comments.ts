import type { z } from 'zod'
import type { CommentVetting } from '#src/shared/contract/vetting.ts'
import { cleanComment } from '#src/shared/domain/authenticity/clean-text.ts'
import { openCommentModel } from '#src/shared/domain/authenticity/comment-model.ts'
import { judgeComment, sampleReader, VERDICTS, type SampledComment } from '#src/shared/domain/authenticity/verdicts.ts'
import { openTable } from '../exchange/tables/open-table.ts'
import type { ByteSource } from '../exchange/tables/source.ts'
import type { Table } from '../exchange/tables/types.ts'
import type { JobHandle } from '../jobs.ts'
import { commentColumn, isCommentHeading, type CommentColumn } from './comment-column.ts'
import { forEachPaced } from './pace.ts'
import { sampleRows, type SampleRow } from './sample-rows.ts'

type Vetted = z.infer<typeof CommentVetting>

export interface CommentRequest {
  textColumn?: string
  sheet?: string
  /** Caption or title of the post. */
  about?: string
}

/**
 * Judges every comment of a list. Needs no workspace. Raises MAPPING_NEEDED where no column holds comments, FILE_TOO_LARGE, CANCELLED and
 * what reading a table raises.
 */
export async function vetComments(source: ByteSource, request: CommentRequest, job: JobHandle): Promise<Vetted> {
  return (await judgeCommentRows(source, request, job)).vetted
}

/** The same, with each row's text as it was judged. */
export async function judgeCommentRows(
  source: ByteSource,
  { textColumn, sheet, about }: CommentRequest,
  job: JobHandle,
): Promise<{ vetted: Vetted; texts: string[] }> {
  const table = await openTable(source, isCommentHeading(textColumn), { sheet })
  const column = commentColumn(table, textColumn)
  const found = await sampleRows(table, job)
  const model = await commentModel()
  const reader = sampleReader(about)
  const comments: SampledComment[] = []
  await forEachPaced(found, job, 'comparing', (row) => {
    const comment = { line: row.line, text: cleanComment(textOf(row, column, table)) }
    comments.push(comment)
    reader.add(comment)
  })
  const sample = reader.close()
  const rows: Vetted['rows'] = []
  await forEachPaced(comments, job, 'judging', (comment) => {
    rows.push({ line: comment.line, ...(judgeComment(comment, sample, model) ?? unjudged()) })
  })
  const findings = findingsOf(table, column, sample.topic !== null)
  const vetted = { rows, summary: { fileName: table.fileName, column: column.heading, ...countsOf(rows), findings } }
  return { vetted, texts: comments.map(({ text }) => text) }
}

async function commentModel() {
  const { default: weights } = await import('../../../../resources/authenticity/comments.json', { with: { type: 'json' } })
  return openCommentModel(weights)
}

/** Delimiters within an unquoted comment make more cells than there are columns; in the last one they are put together again. */
function textOf({ cells }: SampleRow, { at }: CommentColumn, { headerWidth, delimiter }: Table): string {
  const isLast = headerWidth !== null && delimiter !== null && at === headerWidth - 1
  return (isLast ? cells.slice(at).join(delimiter).trimEnd() : cells[at]) ?? ''
}

function unjudged() {
  return { verdict: null, spam: null, reasons: ['There is no text in this row, so it was not judged.'] }
}

function countsOf(rows: Vetted['rows']): Omit<Vetted['summary'], 'fileName' | 'column' | 'findings'> {
  const count = (wanted: Vetted['rows'][number]['verdict']) => rows.filter(({ verdict }) => verdict === wanted).length
  const verdicts = Object.fromEntries(VERDICTS.map((verdict) => [verdict, count(verdict)])) as Vetted['summary']['verdicts']
  const judged = rows.length - count(null)
  const spamShare = judged === 0 ? null : Math.round((verdicts['promotional/spam'] / judged) * 10_000) / 10_000
  return { comments: rows.length, judged, verdicts, spamShare }
}

function findingsOf(table: Table, { heading, isGuess }: CommentColumn, hasTopic: boolean): Vetted['summary']['findings'] {
  const guess = `No column is named as comments usually are; “${heading}” was read, because it holds most words.`
  const few = 'Nothing was called off-topic: fewer than 50 different comments do not say what the post is about.'
  return [...(isGuess ? [{ line: 0, problem: guess }] : []), ...(hasTopic ? [] : [{ line: 0, problem: few }]), ...table.notices()]
}
