import { raise } from '#src/shared/contract/errors.ts'
import { campaignOf } from '../campaigns/queries.ts'
import { showClient } from '../clients/queries.ts'
import type { ReadDb } from '../db/handles.ts'

/** What a shortlist is for, as columns: a campaign brings its client along. Raises NOT_FOUND where one is gone, CONFLICT where the
 *  campaign is another client's. */
export async function expectPlace(
  db: ReadDb,
  { clientId, campaignId }: { clientId: string | null; campaignId: string | null },
): Promise<{ client_id: string | null; campaign_id: string | null }> {
  const client = clientId === null ? null : await showClient(db, clientId)
  const campaign = campaignId === null ? null : await campaignOf(db, campaignId)
  if (client && campaign && campaign.client_id !== client.id) raise('CONFLICT', `The campaign ${campaign.name} is not for ${client.name}.`)
  return { client_id: campaign?.client_id ?? client?.id ?? null, campaign_id: campaign?.id ?? null }
}
