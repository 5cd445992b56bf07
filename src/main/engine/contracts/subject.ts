import type { z } from 'zod'
import type { BriefContent } from '#src/shared/contract/briefs.ts'
import type { Compensation } from '#src/shared/contract/compensation.ts'
import { raise } from '#src/shared/contract/errors.ts'
import type { Money } from '#src/shared/domain/money.ts'
import { briefContentOf } from '../briefs/queries.ts'
import type { ReadDb } from '../db/handles.ts'
import type { ContractTable } from '../db/schema-contracts.ts'
import { settingsOf, type Settings } from '../workspace/settings.ts'
import { deliverablesOfCampaign, deliverablesOfWork, type AgreedDeliverable } from './subject-deliverables.ts'
import { earlierContracts, type EarlierContracts } from './earlier.ts'

/** The creator's side of a contract; null where the contract is with the client. */
export interface CreatorSide {
  id: string
  name: string
  address: string | null
  email: string | null
  city: string | null
  country: string | null
  /** The one of the collaboration first. */
  accounts: { platform: string; handle: string }[]
  compensation: z.infer<typeof Compensation> | null
  discountCode: string | null
  trackingLink: string | null
}

/** Everything a contract is filled from. */
export interface ContractSubject {
  agency: Settings['agency']
  paymentDays: number
  campaign: { id: string; name: string; startsOn: string | null; endsOn: string | null; currency: string; budget: Money | null }
  client: {
    id: string
    name: string
    address: string | null
    email: string | null
    representative: string | null
    industry: string | null
  }
  creator: CreatorSide | null
  /** Creators at work in the campaign. */
  creatorCount: number
  brief: z.infer<typeof BriefContent>
  deliverables: AgreedDeliverable[]
  earlier: EarlierContracts
}

export type ContractKey = Pick<ContractTable, 'id' | 'campaign_id' | 'collaboration_id' | 'amends_id'>

/** Gathers what a contract is about: one collaboration, or the whole campaign for a contract with the client. Raises NOT_FOUND. */
export async function subjectOf(db: ReadDb, contract: ContractKey, workspaceName: string): Promise<ContractSubject> {
  const row = await db
    .selectFrom('campaign as c')
    .innerJoin('client as l', 'l.id', 'c.client_id')
    .where('c.id', '=', contract.campaign_id)
    .select(['c.id', 'c.name', 'c.starts_on', 'c.ends_on', 'c.currency', 'c.budget_minor', 'l.id as client_id', 'l.name as client_name'])
    .select(['l.billing_address', 'l.contact_email', 'l.contact_name', 'l.industry'])
    .executeTakeFirst()
  if (!row) raise('NOT_FOUND', 'This campaign is no longer in the workspace.')
  const settings = await settingsOf(db)
  const brief = await briefContentOf(db, row.id)
  const creator = contract.collaboration_id === null ? null : await creatorSide(db, contract.collaboration_id)
  const working = await db
    .selectFrom('collaboration')
    .select('id')
    .where('campaign_id', '=', row.id)
    .where('stage', '<>', 'declined')
    .execute()
  return {
    agency: { ...settings.agency, name: settings.agency.name || workspaceName },
    paymentDays: settings.paymentDays,
    campaign: {
      id: row.id,
      name: row.name,
      startsOn: row.starts_on,
      endsOn: row.ends_on,
      currency: row.currency,
      budget: row.budget_minor === null ? null : { amountMinor: row.budget_minor, currency: row.currency },
    },
    client: {
      id: row.client_id,
      name: row.client_name,
      address: row.billing_address,
      email: row.contact_email,
      representative: row.contact_name,
      industry: row.industry,
    },
    creator,
    creatorCount: working.length,
    brief,
    deliverables:
      contract.collaboration_id !== null && creator
        ? await deliverablesOfWork(db, contract.collaboration_id, brief, new Set(creator.accounts.map(({ platform }) => platform)))
        : await deliverablesOfCampaign(
            db,
            working.map(({ id }) => id),
            brief,
          ),
    earlier: await earlierContracts(db, contract),
  }
}

async function creatorSide(db: ReadDb, collaborationId: string): Promise<CreatorSide> {
  const row = await db
    .selectFrom('collaboration as k')
    .innerJoin('creator as r', 'r.id', 'k.creator_id')
    .where('k.id', '=', collaborationId)
    .select(['k.account_id', 'k.compensation', 'k.discount_code', 'k.tracking_link'])
    .select(['r.id', 'r.name', 'r.address', 'r.email', 'r.city', 'r.country'])
    .executeTakeFirst()
  if (!row) raise('NOT_FOUND', 'This collaboration is no longer in the workspace.')
  const accounts = await db
    .selectFrom('account')
    .select(['id', 'platform', 'handle'])
    .where('creator_id', '=', row.id)
    .orderBy('is_primary', 'desc')
    .orderBy('id')
    .execute()
  return {
    id: row.id,
    name: row.name,
    address: row.address,
    email: row.email,
    city: row.city,
    country: row.country,
    accounts: accounts
      .toSorted((a, b) => Number(b.id === row.account_id) - Number(a.id === row.account_id))
      .map(({ platform, handle }) => ({ platform, handle })),
    compensation: row.compensation ? (JSON.parse(row.compensation) as CreatorSide['compensation']) : null,
    discountCode: row.discount_code,
    trackingLink: row.tracking_link,
  }
}
