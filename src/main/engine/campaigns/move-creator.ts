import { sql } from 'kysely'
import { raise } from '#src/shared/contract/errors.ts'
import type { WriteDb } from '../db/handles.ts'
import { anyOf } from '../db/id-list.ts'
import { namesOf } from './work.ts'

interface Creator {
  id: string
  name: string
}

/** Gives the work of one creator to another, because they turned out to be the same. In a campaign with both, the one of whom nothing but
 *  the name stands there goes; the sentences answered say which. Raises CONFLICT, and moves nothing, where both have work of their own in
 *  a campaign. */
export async function moveCollaborations(db: WriteDb, from: Creator, to: Creator, now: string): Promise<string[]> {
  const rows = await db
    .selectFrom('collaboration as l')
    .innerJoin('campaign as c', 'c.id', 'l.campaign_id')
    .select(['l.id', 'l.campaign_id', 'l.creator_id', 'c.name'])
    .where('l.creator_id', 'in', anyOf([from.id, to.id]))
    .orderBy('c.name')
    .execute()
  const byCampaign = Map.groupBy(rows, (row) => row.campaign_id)
  const both = [...byCampaign.values()].filter((some) => some.length > 1)
  const empty = await emptyOnes(
    db,
    both.flat().map(({ id }) => id),
  )
  const clashing = both.filter((some) => some.every(({ id }) => !empty.has(id)))
  if (clashing.length > 0) {
    const campaigns = namesOf(clashing.map(([row]) => row?.name ?? ''))
    raise(
      'CONFLICT',
      `${to.name} and ${from.name} are both in ${campaigns}, each with work of their own. Take one of them out there first; nothing was merged.`,
    )
  }
  const said: string[] = []
  for (const some of both) {
    // Where neither has anything, the place of the one that is kept stays.
    const dropped = some.find(({ id, creator_id: creator }) => empty.has(id) && creator === from.id) ?? some.find(({ id }) => empty.has(id))
    if (!dropped) continue
    await db.deleteFrom('collaboration').where('id', '=', dropped.id).execute()
    const who = dropped.creator_id === from.id ? from.name : to.name
    said.push(`Both were in ${dropped.name}; of ${who} nothing was agreed there, so that place was given up.`)
  }
  await db.updateTable('collaboration').set({ creator_id: to.id, updated_at: now }).where('creator_id', '=', from.id).execute()
  return said
}

/** Those in which nothing was agreed, sent, planned or measured yet. */
async function emptyOnes(db: WriteDb, ids: readonly string[]): Promise<Set<string>> {
  const hangs = ['brief_receipt', 'deliverable', 'contract', 'payout', 'result', 'expense', 'sales_order', 'contact_log'].map(
    (table) => sql`EXISTS (SELECT 1 FROM ${sql.table(table)} WHERE collaboration_id = l.id)`,
  )
  const rows = await db
    .selectFrom('collaboration as l')
    .select('l.id')
    .where('l.id', 'in', anyOf(ids))
    .where('l.stage', 'in', ['shortlisted', 'invited'])
    .where('l.compensation', 'is', null)
    .where('l.discount_code', 'is', null)
    .where('l.tracking_link', 'is', null)
    .where('l.notes', 'is', null)
    .where(sql<boolean>`NOT (${sql.join(hangs, sql` OR `)})`)
    .execute()
  return new Set(rows.map(({ id }) => id))
}
