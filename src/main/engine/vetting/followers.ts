import type { z } from 'zod'
import type { FollowerVetting } from '#src/shared/contract/vetting.ts'
import type { AccountFigures } from '#src/shared/domain/authenticity/account-features.ts'
import { fakeScore, type AccountWeights } from '#src/shared/domain/authenticity/account-model.ts'
import { FEWEST_ACCOUNTS, shareOfFakes } from '#src/shared/domain/authenticity/fake-share.ts'
import { openTable } from '../exchange/tables/open-table.ts'
import type { ByteSource } from '../exchange/tables/source.ts'
import type { JobHandle } from '../jobs.ts'
import { followerColumns, isFollowerHeading, type FollowerColumns, type FollowerField } from './follower-columns.ts'
import { FIGURE_WORDS, figureReader } from './follower-figures.ts'
import { forEachPaced } from './pace.ts'
import { sampleRows } from './sample-rows.ts'

type Vetted = z.infer<typeof FollowerVetting>

export interface FollowerRequest {
  sheet?: string
}

/**
 * Judges every profile of a follower sample and estimates the share of fakes. Needs no workspace. Raises MAPPING_NEEDED without columns for
 * followers, following and posts, FILE_TOO_LARGE, CANCELLED and what reading a table raises.
 */
export async function vetFollowers(source: ByteSource, request: FollowerRequest, job: JobHandle): Promise<Vetted> {
  return (await judgeFollowerRows(source, request, job)).vetted
}

/** The same, with what each row says of its account in words. */
export async function judgeFollowerRows(
  source: ByteSource,
  { sheet }: FollowerRequest,
  job: JobHandle,
): Promise<{ vetted: Vetted; texts: string[] }> {
  const table = await openTable(source, isFollowerHeading, { sheet })
  const columns = followerColumns(table)
  const found = await sampleRows(table, job)
  const weights = await accountWeights()
  const read = figureReader(table, columns)
  const rows: Vetted['rows'] = []
  const texts: string[] = []
  await forEachPaced(found, job, 'judging', ({ line, cells }) => {
    const { figures, findings } = read(cells)
    texts.push(accountWords(cells[columns.get('username') ?? -1], figures))
    rows.push({ line, fake: fakeScore(weights, figures), findings })
  })
  const scores = rows.flatMap(({ fake }) => fake ?? [])
  const estimate = shareOfFakes(scores, weights.provenance.metrics)
  const vetted = {
    rows,
    share: estimate?.share ?? null,
    interval: estimate ? ([...estimate.interval] as [number, number]) : null,
    summary: {
      fileName: table.fileName,
      columns: Object.fromEntries([...columns].map(([field, at]) => [field, table.headers[at] ?? ''])),
      accounts: rows.length,
      judged: scores.length,
      calledFake: estimate?.called ?? null,
      findings: [...findingsOf(columns, scores.length, rows.length).map((problem) => ({ line: 0, problem })), ...table.notices()],
    },
  }
  return { vetted, texts }
}

function accountWords(name: string | undefined, { followers, following, posts, hasPicture }: AccountFigures): string {
  const counts = [counted(followers, 'followers'), counted(following, 'following'), counted(posts, 'posts')]
  return [name?.trim(), ...counts, hasPicture === false ? 'no picture' : ''].filter(Boolean).join(', ')
}

function counted(count: number | null, word: string): string {
  return count === null ? '' : `${count.toLocaleString('en-US')} ${word}`
}

async function accountWeights(): Promise<AccountWeights> {
  return (await import('../../../../resources/authenticity/accounts.json', { with: { type: 'json' } })).default
}

/** Each figure with the columns that give it. */
const helpful: readonly (readonly FollowerField[])[] = [['bioLength', 'bio'], ['hasPicture'], ['isPrivate'], ['usernameLength', 'username']]

function findingsOf(columns: FollowerColumns, judged: number, all: number): string[] {
  const missing = helpful.flatMap((fields) => (fields.some((field) => columns.has(field)) ? [] : FIGURE_WORDS[fields[0] ?? 'bio']))
  const without = `The list has no column for ${missing.join(', ')}; that counts as usual for every account, and the share is less sure.`
  const few = `Not enough data for a share: it takes ${FEWEST_ACCOUNTS} judged accounts, and here ${judged === 1 ? 'is' : 'are'} ${judged}.`
  const unjudged = `${all - judged} of ${all} accounts could not be judged; the share leaves them out.`
  return [missing.length > 0 && without, judged < FEWEST_ACCOUNTS && few, judged < all && unjudged].filter((finding) => finding !== false)
}
