import type { ReadDb } from '../db/handles.ts'

/** What has to be known of campaigns that are planned or under way. */
export interface RunningCampaign {
  id: string
  startsOn: string | null
  isActive: boolean
}

/** The campaigns that are not over, by id. */
export async function runningCampaigns(db: ReadDb): Promise<Map<string, RunningCampaign>> {
  const rows = await db.selectFrom('campaign').select(['id', 'starts_on', 'status']).where('status', 'in', ['draft', 'active']).execute()
  return new Map(rows.map(({ id, starts_on: startsOn, status }) => [id, { id, startsOn, isActive: status === 'active' }]))
}
