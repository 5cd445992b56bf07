import type { z } from 'zod'
import { raise } from '#src/shared/contract/errors.ts'
import type { Shortlist as ShortlistSchema, ShortlistDetail as DetailSchema } from '#src/shared/contract/shortlists.ts'
import { foldText } from '#src/shared/domain/fold.ts'
import { creatorRows } from '../creators/list.ts'
import type { ReadDb } from '../db/handles.ts'

type Shortlist = z.infer<typeof ShortlistSchema>
type Detail = z.infer<typeof DetailSchema>

interface Asked {
  search?: string
  clientId?: string
  campaignId?: string
  creatorId?: string
}

/** Shortlists, those changed last first; `search` looks in their names and those of client and campaign. */
export async function listShortlists(db: ReadDb, { search, clientId, campaignId, creatorId }: Asked): Promise<Shortlist[]> {
  let rows = selectShortlists(db)
  if (clientId) rows = rows.where('s.client_id', '=', clientId)
  if (campaignId) rows = rows.where('s.campaign_id', '=', campaignId)
  if (creatorId)
    rows = rows.where('s.id', 'in', (inner) =>
      inner.selectFrom('shortlist_entry').select('shortlist_id').where('creator_id', '=', creatorId),
    )
  const found = (await rows.orderBy('s.updated_at', 'desc').orderBy('s.id', 'desc').execute()).map(fromRow)
  const words = foldText(search ?? '')
  return found.filter(({ name, clientName, campaignName }) => foldText([name, clientName, campaignName].join('\n')).includes(words))
}

/** One shortlist with its creators in its order. Raises NOT_FOUND. */
export async function showShortlist(db: ReadDb, id: string): Promise<Detail> {
  const row = await selectShortlists(db).where('s.id', '=', id).executeTakeFirst()
  if (!row) return raise('NOT_FOUND', 'This shortlist is no longer in the workspace.')
  const entries = await db
    .selectFrom('shortlist_entry as e')
    .innerJoin('creator as c', 'c.id', 'e.creator_id')
    .leftJoin('collaboration as w', (join) => join.onRef('w.creator_id', '=', 'e.creator_id').on('w.campaign_id', '=', row.campaign_id))
    .select(['e.creator_id', 'e.note', 'c.archived_at', 'w.id as work_id'])
    .where('e.shortlist_id', '=', id)
    .orderBy('e.position')
    .orderBy('e.id')
    .execute()
  const creators = new Map(
    (
      await creatorRows(
        db,
        entries.map(({ creator_id }) => creator_id),
      )
    ).map((creator) => [creator.id, creator]),
  )
  return {
    ...fromRow(row),
    need: row.need === null ? null : (JSON.parse(row.need) as Record<string, unknown>),
    entries: entries.flatMap((entry) => {
      const creator = creators.get(entry.creator_id)
      return creator ? [{ note: entry.note, isArchived: entry.archived_at !== null, isInCampaign: entry.work_id !== null, creator }] : []
    }),
  }
}

function selectShortlists(db: ReadDb) {
  return db
    .selectFrom('shortlist as s')
    .leftJoin('client as l', 'l.id', 's.client_id')
    .leftJoin('campaign as m', 'm.id', 's.campaign_id')
    .selectAll('s')
    .select(['l.name as client_name', 'm.name as campaign_name'])
    .select(({ selectFrom, fn }) =>
      selectFrom('shortlist_entry').whereRef('shortlist_id', '=', 's.id').select(fn.countAll<number>().as('n')).as('creator_count'),
    )
}

function fromRow(row: Awaited<ReturnType<ReturnType<typeof selectShortlists>['execute']>>[number]): Shortlist {
  return {
    id: row.id,
    name: row.name,
    clientId: row.client_id,
    clientName: row.client_name,
    campaignId: row.campaign_id,
    campaignName: row.campaign_name,
    notes: row.notes,
    creatorCount: row.creator_count ?? 0,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}
