import type { z } from 'zod'
import type { CampaignDetail as CampaignDetailSchema } from '#src/shared/contract/campaigns.ts'
import { raise } from '#src/shared/contract/errors.ts'
import type { ReadDb } from '../db/handles.ts'
import type { CampaignTable } from '../db/schema.ts'
import { collaborationRows } from './collaborations.ts'
import { withCounts, type CampaignRow } from './rows.ts'

type CampaignDetail = z.infer<typeof CampaignDetailSchema>

/** Campaigns, those that begin last first. `search` looks in the names of campaign and client. */
export async function listCampaigns(
  db: ReadDb,
  filter: { clientId?: string; status?: string; search?: string },
  today: string,
): Promise<CampaignRow[]> {
  let rows = selectCampaigns(db)
  if (filter.clientId) rows = rows.where('m.client_id', '=', filter.clientId)
  if (filter.status) rows = rows.where('m.status', '=', filter.status)
  if (filter.search) {
    const words = `%${filter.search}%`
    rows = rows.where(({ or, eb }) => or([eb('m.name', 'like', words), eb('l.name', 'like', words)]))
  }
  return withCounts(db, await rows.orderBy('m.starts_on', 'desc').orderBy('m.id', 'desc').execute(), today)
}

/** One campaign with its creators. Raises NOT_FOUND. */
export async function showCampaign(db: ReadDb, id: string, today: string): Promise<CampaignDetail> {
  const rows = await withCounts(db, await selectCampaigns(db).where('m.id', '=', id).execute(), today)
  const campaign = rows[0] ?? raise('NOT_FOUND', 'This campaign is no longer in the workspace.')
  return { ...campaign, collaborations: await collaborationRows(db, id, today) }
}

/** One campaign as it is kept. Raises NOT_FOUND. */
export async function campaignOf(db: ReadDb, id: string): Promise<CampaignTable> {
  const row = await db.selectFrom('campaign').selectAll().where('id', '=', id).executeTakeFirst()
  return row ?? raise('NOT_FOUND', 'This campaign is no longer in the workspace.')
}

function selectCampaigns(db: ReadDb) {
  return db.selectFrom('campaign as m').innerJoin('client as l', 'l.id', 'm.client_id').selectAll('m').select('l.name as client_name')
}
