import type { z } from 'zod'
import type { ContractRow as ContractRowSchema } from '#src/shared/contract/contracts.ts'
import { raise } from '#src/shared/contract/errors.ts'
import type { ReadDb } from '../db/handles.ts'
import type { ContractTable } from '../db/schema-contracts.ts'
import { statusOn, type Status } from './status-rules.ts'

export type ContractRow = z.infer<typeof ContractRowSchema>

/** Contracts, newest first, with the names a list shows and their state as of a day. */
export async function listContracts(
  db: ReadDb,
  filter: { campaignId?: string; status?: Status; search?: string; id?: string },
  today: string,
): Promise<ContractRow[]> {
  let rows = db
    .selectFrom('contract as t')
    .innerJoin('campaign as c', 'c.id', 't.campaign_id')
    .innerJoin('client as l', 'l.id', 'c.client_id')
    .leftJoin('collaboration as k', 'k.id', 't.collaboration_id')
    .leftJoin('creator as r', 'r.id', 'k.creator_id')
    .select(['t.id', 't.number', 't.status', 't.template_id', 't.language', 't.collaboration_id', 't.amends_id'])
    .select(['t.starts_on', 't.ends_on', 't.created_at', 't.updated_at', 't.sent_at', 't.signed_at'])
    .select(['c.id as campaign_id', 'c.name as campaign_name', 'l.name as client_name', 'r.id as creator_id', 'r.name as creator_name'])
  if (filter.id) rows = rows.where('t.id', '=', filter.id)
  if (filter.campaignId) rows = rows.where('c.id', '=', filter.campaignId)
  if (filter.search) {
    const like = `%${filter.search}%`
    rows = rows.where(({ or, eb }) =>
      or([eb('t.number', 'like', like), eb('r.name', 'like', like), eb('c.name', 'like', like), eb('l.name', 'like', like)]),
    )
  }
  const shown = (await rows.orderBy('t.number', 'desc').execute()).map((row): ContractRow => ({
    id: row.id,
    number: row.number,
    status: statusOn(row, today),
    templateId: row.template_id,
    language: row.language,
    collaborationId: row.collaboration_id,
    campaignId: row.campaign_id,
    campaignName: row.campaign_name,
    clientName: row.client_name,
    creatorId: row.creator_id,
    creatorName: row.creator_name,
    counterparty: row.creator_name === null ? { role: 'client', name: row.client_name } : { role: 'creator', name: row.creator_name },
    amendsId: row.amends_id,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    sentAt: row.sent_at,
    signedAt: row.signed_at,
  }))
  return filter.status ? shown.filter(({ status }) => status === filter.status) : shown
}

/** The contract as it is kept. Raises NOT_FOUND. */
export async function contractOf(db: ReadDb, id: string): Promise<ContractTable> {
  const row = await db.selectFrom('contract').selectAll().where('id', '=', id).executeTakeFirst()
  return row ?? raise('NOT_FOUND', 'This contract is no longer in the workspace.')
}

/** A status after "is": a draft is a thing, all others are ways to be. */
export function stateWord(status: string): string {
  return status === 'draft' ? 'a draft' : status
}
