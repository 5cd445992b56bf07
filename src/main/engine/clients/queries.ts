import type { z } from 'zod'
import { raise } from '#src/shared/contract/errors.ts'
import type { Client, NewClient } from '#src/shared/contract/clients.ts'
import type { MutationContext } from '../context.ts'
import type { ReadDb } from '../db/handles.ts'
import type { ClientTable } from '../db/schema.ts'
import { settingsOf } from '../workspace/settings.ts'

type ClientRow = z.infer<typeof Client>

/** Clients by name; `archived` chooses which half. */
export async function listClients(db: ReadDb, filter: { search?: string; archived: boolean }): Promise<ClientRow[]> {
  let rows = selectClients(db).where('archived_at', filter.archived ? 'is not' : 'is', null)
  if (filter.search) rows = rows.where('name', 'like', `%${filter.search}%`)
  return (await rows.orderBy('name').execute()).map(fromRow)
}

/** One client. Raises NOT_FOUND. */
export async function showClient(db: ReadDb, id: string): Promise<ClientRow> {
  const row = await selectClients(db).where('id', '=', id).executeTakeFirst()
  return row ? fromRow(row) : raise('NOT_FOUND', 'This client is no longer in the workspace.')
}

export async function createClient(context: MutationContext, input: z.infer<typeof NewClient>): Promise<{ id: string; entryId: string }> {
  const id = context.ports.newId()
  const now = context.ports.clock.now()
  const currency = input.currency ?? (await settingsOf(context.write)).currency
  await context.write
    .insertInto('client')
    .values({ ...toRow(input), name: input.name, id, currency, created_at: now, updated_at: now })
    .execute()
  context.describe(`Added the client ${input.name}`)
  return { id, entryId: context.entryId }
}

export async function updateClient(
  context: MutationContext,
  { id, changes }: { id: string; changes: Partial<z.infer<typeof NewClient>> },
): Promise<{ entryId: string }> {
  const before = await showClient(context.write, id)
  await context.write
    .updateTable('client')
    .set({ ...toRow(changes), updated_at: context.ports.clock.now() })
    .where('id', '=', id)
    .execute()
  context.describe(`Changed the client ${changes.name ?? before.name}`)
  return { entryId: context.entryId }
}

export async function setClientsArchived(
  context: MutationContext,
  { ids, archived }: { ids: string[]; archived: boolean },
): Promise<{ entryId: string }> {
  const now = context.ports.clock.now()
  for (const id of ids)
    await context.write
      .updateTable('client')
      .set({ archived_at: archived ? now : null })
      .where('id', '=', id)
      .execute()
  context.describe(`${archived ? 'Archived' : 'Brought back'} ${ids.length} ${ids.length === 1 ? 'client' : 'clients'}`)
  return { entryId: context.entryId }
}

function selectClients(db: ReadDb) {
  return db
    .selectFrom('client')
    .selectAll()
    .select(({ selectFrom, fn }) =>
      selectFrom('campaign').whereRef('campaign.client_id', '=', 'client.id').select(fn.countAll<number>().as('n')).as('campaign_count'),
    )
}

function fromRow(row: ClientTable & { campaign_count: number | null }): ClientRow {
  return {
    id: row.id,
    name: row.name,
    industry: row.industry,
    contactName: row.contact_name,
    contactEmail: row.contact_email,
    billingAddress: row.billing_address,
    currency: row.currency,
    notes: row.notes,
    campaignCount: row.campaign_count ?? 0,
    archivedAt: row.archived_at,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}

function toRow(fields: Partial<z.infer<typeof NewClient>>): Partial<ClientTable> {
  return {
    name: fields.name,
    industry: fields.industry,
    contact_name: fields.contactName,
    contact_email: fields.contactEmail,
    billing_address: fields.billingAddress,
    currency: fields.currency,
    notes: fields.notes,
  }
}
