import type { z } from 'zod'
import type { RowCounts as RowCountsSchema } from '#src/shared/contract/exchange.ts'
import { inChunks } from '../../db/chunks.ts'
import type { WriteDb } from '../../db/handles.ts'
import type { Image } from '../../db/images.ts'
import { damaged } from '../format/archive.ts'
import { campaignTables, naturalKeyOf, type CampaignTable, type Row } from '../format/tables.ts'
import { HeldCreators } from './held-creators.ts'
import { Matcher, type Match } from './match.ts'
import type { CampaignPackage } from './package.ts'

export type RowCounts = z.infer<typeof RowCountsSchema>

/** Brings the rows of a checked package in, inside the transaction of `db`. A row that is not here is added; one that is the same
 *  stays. One that differs becomes theirs where ours is a state that theirs has been in, so that nobody's work is lost by it; else ours
 *  is kept and counted as such. A creator found by an account (or known to be ours under another id) stays ours whole: figures, rates
 *  and further accounts are not taken over. Files must have been put before. */
export async function mergeRows(db: WriteDb, pack: CampaignPackage, now: string): Promise<{ counts: RowCounts[]; campaignId: string }> {
  const matcher = new Matcher(db, pack)
  const held = new HeldCreators(pack)
  const counts: RowCounts[] = []
  for (const table of campaignTables) {
    if (table === 'file') continue
    const count: RowCounts = { table, created: 0, updated: 0, unchanged: 0, keptOurs: 0 }
    const matches = await matcher.match(table)
    const states = statesByRow(pack, table)
    const absent: Row[] = []
    const coming = new Map<string, string>()
    for (const theirs of parentsFirst(table, pack.rows[table])) {
      const match = matches.get(theirs.id)
      if (match) {
        expectSameCertificate(table, match.row, matcher.translate(table, theirs))
        held.note(table, theirs, match)
        const decision = decide(
          match,
          matcher.translate(table, theirs),
          (states.get(theirs.id) ?? []).map((state) => matcher.translate(table, state)),
          // Whom we have taken back, or not, is for us to say: a file could otherwise keep us from signing.
          table === 'signing_identity' || held.holds(table, theirs),
        )
        if (decision === 'updated')
          await db
            .updateTable(table as 'client')
            .set(matcher.translate(table, theirs) as never)
            .where('id', '=', match.row.id)
            .execute()
        if (match.by === 'likeness') await remember(db, table, theirs.id, match.row.id, now)
        count[decision]++
      } else if (held.leavesOut(table, theirs)) {
        count.keptOurs++
      } else {
        const newcomer = held.asNewcomer(table, theirs, matcher.translate(table, theirs))
        // Two of theirs that stand for the same thing here, because their creators were merged: the first comes in, the other is it.
        const key = naturalKeyOf(table, newcomer)
        const twin = key === null ? undefined : coming.get(key)
        if (twin !== undefined) {
          matcher.settle(theirs.id, twin)
          count.keptOurs++
          continue
        }
        if (key !== null) coming.set(key, newcomer.id)
        absent.push(newcomer)
        count.created++
      }
    }
    await inChunks(
      absent,
      (chunk) =>
        db
          .insertInto(table as 'client')
          .values(chunk as never)
          .execute(),
      500,
    )
    if (pack.rows[table].length > 0) counts.push(count)
  }
  return { counts, campaignId: matcher.ours(pack.manifest.campaign.id) }
}

function decide({ row: ours, by }: Match, theirs: Image, states: readonly Image[], isHeld: boolean): 'updated' | 'unchanged' | 'keptOurs' {
  const isOurState = (state: Image) =>
    Object.keys(theirs).every((column) => column === 'id' || (state[column] ?? null) === (ours[column] ?? null))
  if (isOurState(theirs)) return 'unchanged'
  return by !== 'likeness' && !isHeld && states.some(isOurState) ? 'updated' : 'keptOurs'
}

const revocation = new Set(['revoked_at', 'revocation_reason'])

/** A certificate never changes, so a file in which one does was not made by Troupe: it would put its own in the place of ours. */
function expectSameCertificate(table: CampaignTable, ours: Row, theirs: Image): void {
  if (table === 'signing_identity' && Object.keys(theirs).some((column) => !revocation.has(column) && theirs[column] !== ours[column]))
    damaged('a certificate in it is not the one that is known here')
}

/** Every state that the package's history has seen a row in. */
function statesByRow({ history }: CampaignPackage, table: CampaignTable): Map<string, Image[]> {
  const states = new Map<string, Image[]>()
  for (const line of history) {
    if (line.table !== table) continue
    const known = states.get(line.row) ?? []
    known.push(...[line.before, line.after].filter((image) => image !== null))
    states.set(line.row, known)
  }
  return states
}

/** A certificate comes after the one that issued it. */
function parentsFirst(table: CampaignTable, rows: readonly Row[]): readonly Row[] {
  return table === 'signing_identity' ? rows.toSorted((a, b) => Number(a['issuer_id'] !== null) - Number(b['issuer_id'] !== null)) : rows
}

async function remember(db: WriteDb, table: CampaignTable, theirs: string, ours: string, now: string): Promise<void> {
  await db
    .insertInto('foreign_row')
    .values({ id: theirs, table_name: table, row_id: ours, created_at: now })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ table_name: table, row_id: ours }))
    .execute()
}
