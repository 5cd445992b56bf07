import type { MutationContext } from '../context.ts'
import type { ReadDb } from '../db/handles.ts'
import { contractOf } from './rows.ts'
import { isInForce } from './status-rules.ts'

/** Sets, or with null takes away, the day on which somebody is reminded that contracts end. Raises NOT_FOUND. */
export async function remindOfContracts(
  context: MutationContext,
  { ids, on }: { ids: string[]; on: string | null },
): Promise<{ entryId: string }> {
  const { write, ports } = context
  const numbers: string[] = []
  for (const id of new Set(ids)) {
    const row = await contractOf(write, id)
    numbers.push(row.number)
    if (row.remind_on !== on)
      await write.updateTable('contract').set({ remind_on: on, updated_at: ports.clock.now() }).where('id', '=', id).execute()
  }
  const what = numbers.length === 1 ? `contract ${numbers[0]}` : `${numbers.length} contracts`
  context.describe(on ? `Set a reminder of ${what} for ${on}` : `Took away the reminder of ${what}`)
  return { entryId: context.entryId }
}

export interface EndingContract {
  id: string
  number: string
  remindOn: string
  endsOn: string | null
  campaignId: string
  campaignName: string
  creatorId: string | null
  counterparty: string
}

/** Contracts that bind on a day and of whose end somebody is to be reminded by then. */
export async function endingContracts(db: ReadDb, by: string, today: string): Promise<EndingContract[]> {
  const rows = await db
    .selectFrom('contract as t')
    .innerJoin('campaign as c', 'c.id', 't.campaign_id')
    .innerJoin('client as l', 'l.id', 'c.client_id')
    .leftJoin('collaboration as k', 'k.id', 't.collaboration_id')
    .leftJoin('creator as r', 'r.id', 'k.creator_id')
    .where('t.remind_on', '<=', by)
    .select(['t.id', 't.number', 't.status', 't.remind_on', 't.ends_on', 'c.id as campaign_id', 'c.name as campaign_name'])
    .select(['l.name as client_name', 'r.id as creator_id', 'r.name as creator_name'])
    .orderBy('t.remind_on')
    .execute()
  return rows
    .filter((row) => isInForce(row, today))
    .map((row) => ({
      id: row.id,
      number: row.number,
      remindOn: row.remind_on ?? by,
      endsOn: row.ends_on,
      campaignId: row.campaign_id,
      campaignName: row.campaign_name,
      creatorId: row.creator_id,
      counterparty: row.creator_name ?? row.client_name,
    }))
}
