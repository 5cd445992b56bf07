import { raise } from '#src/shared/contract/errors.ts'
import { formatMoney } from '#src/shared/domain/money.ts'
import type { MutationContext } from '../context.ts'
import { differing } from '../db/differing.ts'
import type { CampaignTable } from '../db/schema.ts'
import { showClient } from '../clients/queries.ts'
import { campaignOf } from './queries.ts'
import type { CampaignRow } from './rows.ts'
import { mayBecome, type CampaignStatus } from './status-rules.ts'
import { namesOf } from './work.ts'

type Fields = Partial<Pick<CampaignRow, 'name' | 'programKind' | 'startsOn' | 'endsOn' | 'budgetMinor' | 'currency' | 'notes'>>

/** A new campaign begins as a draft, in the client's currency unless another is given. Raises NOT_FOUND, or CONFLICT for an archived
 *  client. */
export async function createCampaign(
  context: MutationContext,
  { clientId, name, ...fields }: Fields & { clientId: string; name: string },
): Promise<{ id: string; entryId: string }> {
  const client = await showClient(context.write, clientId)
  if (client.archivedAt) raise('CONFLICT', `${client.name} is archived. Bring the client back before opening a campaign for it.`)
  const id = context.ports.newId()
  const now = context.ports.clock.now()
  const row = {
    id,
    client_id: clientId,
    name,
    program_kind: 'campaign',
    status: 'draft',
    currency: client.currency,
    starts_on: null,
    ends_on: null,
    budget_minor: null,
    notes: null,
    created_at: now,
    updated_at: now,
    ...givenColumns(fields),
  }
  expectOrder(row)
  await context.write.insertInto('campaign').values(row).execute()
  context.describe(`Opened the campaign ${name} for ${client.name}`)
  return { id, entryId: context.entryId }
}

/** Raises NOT_FOUND, BAD_INPUT for dates in the wrong order, MONEY_MISMATCH where a budget would silently become one of another
 *  currency. */
export async function updateCampaign(
  context: MutationContext,
  { id, changes }: { id: string; changes: Fields },
): Promise<{ entryId: string }> {
  const before = await campaignOf(context.write, id)
  const change = differing<CampaignTable>(before, givenColumns(changes))
  if (change?.currency && before.budget_minor !== null && changes.budgetMinor === undefined) {
    const budget = formatMoney({ amountMinor: before.budget_minor, currency: before.currency }, 'en-US', 'code')
    raise(
      'MONEY_MISMATCH',
      `The budget of ${budget} cannot become one in ${change.currency}. Give the budget in ${change.currency} in the same change.`,
    )
  }
  if (change) {
    expectOrder({ ...before, ...change })
    await context.write
      .updateTable('campaign')
      .set({ ...change, updated_at: context.ports.clock.now() })
      .where('id', '=', id)
      .execute()
  }
  context.describe(`Changed the campaign ${changes.name ?? before.name}`)
  return { entryId: context.entryId }
}

/** Sets a selection to one status, all or none. Raises NOT_FOUND, or CONFLICT where a campaign cannot go there from where it is. */
export async function setStatus(
  context: MutationContext,
  { ids, status }: { ids: string[]; status: CampaignStatus },
): Promise<{ entryId: string }> {
  const names: string[] = []
  for (const id of new Set(ids)) {
    const campaign = await campaignOf(context.write, id)
    if (!mayBecome(campaign.status as CampaignStatus, status))
      raise('CONFLICT', `${campaign.name} is ${campaign.status} and cannot become ${status} from there.`)
    if (campaign.status === status) continue
    await context.write.updateTable('campaign').set({ status, updated_at: context.ports.clock.now() }).where('id', '=', id).execute()
    names.push(campaign.name)
  }
  context.describe(`Set ${namesOf(names)} to ${status}`)
  return { entryId: context.entryId }
}

function expectOrder({ starts_on, ends_on }: Pick<CampaignTable, 'starts_on' | 'ends_on'>): void {
  if (starts_on && ends_on && ends_on < starts_on) raise('BAD_INPUT', `A campaign cannot end (${ends_on}) before it begins (${starts_on}).`)
}

function givenColumns(fields: Fields): Partial<CampaignTable> {
  const columns: Partial<CampaignTable> = {
    name: fields.name,
    program_kind: fields.programKind,
    starts_on: fields.startsOn,
    ends_on: fields.endsOn,
    budget_minor: fields.budgetMinor,
    currency: fields.currency,
    notes: fields.notes,
  }
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined))
}
