import { inScope, type Scope } from '../campaigns/scope.ts'
import type { ReadDb } from '../db/handles.ts'
import type { BriefReceiptTable } from '../db/schema.ts'

/** The receipt of the newest version that went to each collaboration. */
export async function newestReceipts(db: ReadDb, scope: Scope): Promise<Map<string, BriefReceiptTable>> {
  const rows = await inScope(scope, ({ campaignId, collaborationIds }) => {
    let part = db.selectFrom('brief_receipt as r').innerJoin('collaboration as c', 'c.id', 'r.collaboration_id').selectAll('r')
    if (campaignId) part = part.where('c.campaign_id', '=', campaignId)
    if (collaborationIds) part = part.where('c.id', 'in', collaborationIds)
    return part.orderBy('r.version').orderBy('r.id').execute()
  })
  return new Map(rows.map((row) => [row.collaboration_id, row]))
}
