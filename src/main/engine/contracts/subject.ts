import type { z } from 'zod'
import type { BriefContent } from '#src/shared/contract/briefs.ts'
import type { Compensation } from '#src/shared/contract/compensation.ts'
import { raise } from '#src/shared/contract/errors.ts'
import { PLATFORMS } from '#src/shared/domain/platforms.ts'
import { briefContentOf } from '../briefs/queries.ts'
import type { ReadDb } from '../db/handles.ts'
import type { ContractTable } from '../db/schema.ts'
import { fittingFor } from '../deliverables/fitting.ts'
import { settingsOf, type Settings } from '../workspace/settings.ts'

/** Everything a contract about one collaboration is filled from. */
export interface ContractSubject {
  agency: Settings['agency']
  paymentDays: number
  campaign: { id: string; name: string; startsOn: string | null; endsOn: string | null; currency: string }
  client: { name: string; address: string | null; email: string | null }
  creator: { id: string; name: string; address: string | null; email: string | null; city: string | null; country: string | null }
  /** The creator's accounts, the one of the collaboration first. */
  accounts: { platform: string; handle: string }[]
  compensation: z.infer<typeof Compensation> | null
  brief: z.infer<typeof BriefContent>
  deliverables: { platform: string; format: string; quantity: number; details: string | null; dueOn: string | null }[]
}

/** Gathers the subject of one collaboration. Raises NOT_FOUND. */
export async function subjectOf(
  db: ReadDb,
  { collaboration_id: collaborationId }: Pick<ContractTable, 'collaboration_id'>,
  workspaceName: string,
): Promise<ContractSubject> {
  if (!collaborationId) raise('CONFLICT', 'This contract is with the client; it has no collaboration.')
  const row = await db
    .selectFrom('collaboration as k')
    .innerJoin('campaign as c', 'c.id', 'k.campaign_id')
    .innerJoin('client as l', 'l.id', 'c.client_id')
    .innerJoin('creator as r', 'r.id', 'k.creator_id')
    .where('k.id', '=', collaborationId)
    .select(['k.account_id', 'k.compensation', 'c.id as campaign_id', 'c.name as campaign_name', 'c.starts_on', 'c.ends_on', 'c.currency'])
    .select([
      'l.name as client_name',
      'l.billing_address',
      'l.contact_email',
      'r.id as creator_id',
      'r.name as creator_name',
      'r.address',
      'r.email',
      'r.city',
      'r.country',
    ])
    .executeTakeFirst()
  if (!row) raise('NOT_FOUND', 'This collaboration is no longer in the workspace.')
  const settings = await settingsOf(db)
  const brief = await briefContentOf(db, row.campaign_id)
  const accounts = await db
    .selectFrom('account')
    .select(['id', 'platform', 'handle'])
    .where('creator_id', '=', row.creator_id)
    .orderBy('is_primary', 'desc')
    .execute()
  return {
    agency: { ...settings.agency, name: settings.agency.name || workspaceName },
    paymentDays: settings.paymentDays,
    campaign: { id: row.campaign_id, name: row.campaign_name, startsOn: row.starts_on, endsOn: row.ends_on, currency: row.currency },
    client: { name: row.client_name, address: row.billing_address, email: row.contact_email },
    creator: { id: row.creator_id, name: row.creator_name, address: row.address, email: row.email, city: row.city, country: row.country },
    accounts: accounts.toSorted((a, b) => Number(b.id === row.account_id) - Number(a.id === row.account_id)),
    compensation: row.compensation ? (JSON.parse(row.compensation) as ContractSubject['compensation']) : null,
    brief,
    deliverables: await deliverablesOf(db, collaborationId, brief, new Set(accounts.map(({ platform }) => platform))),
  }
}

/** What was planned for this creator; before anything is, what the brief asks of everybody. */
async function deliverablesOf(
  db: ReadDb,
  collaborationId: string,
  brief: ContractSubject['brief'],
  platforms: ReadonlySet<string>,
): Promise<ContractSubject['deliverables']> {
  const planned = await db
    .selectFrom('deliverable')
    .select(['platform', 'format', 'due_on'])
    .where('collaboration_id', '=', collaborationId)
    .orderBy('due_on')
    .orderBy('id')
    .execute()
  if (planned.length === 0)
    return fittingFor(brief.deliverables, platforms).map(({ platform, format, quantity, length, dueOn }) => ({
      platform,
      format,
      quantity,
      details: length,
      dueOn,
    }))
  const grouped = Map.groupBy(planned, ({ platform, format, due_on }) => JSON.stringify([platform, format, due_on]))
  return [...grouped.values()].map((same) => {
    const { platform, format, due_on } = same[0] as (typeof planned)[number]
    const asked = brief.deliverables.find((line) => line.platform === platform && line.format === format)
    return { platform, format, quantity: same.length, details: asked?.length ?? null, dueOn: due_on }
  })
}

/** The words for a platform and a format: their labels, or what was typed where they are new. */
export function labelsOf(platform: string, format: string): { platform: string; format: string } {
  const known = PLATFORMS.find(({ id }) => id === platform)
  return { platform: known?.label ?? platform, format: known?.formats.find(({ id }) => id === format)?.label ?? format }
}
