import { raise } from '#src/shared/contract/errors.ts'
import type { Compensation } from '#src/shared/domain/compensation-terms.ts'
import type { Money } from '#src/shared/domain/money.ts'
import type { ReadDb } from '../db/handles.ts'
import type { CollaborationTable } from '../db/schema.ts'
import { deliverableSummaries } from '../deliverables/summary.ts'
import { agreedCash, agreedProduct } from './agreed.ts'
import { accountFaces } from './faces.ts'
import { monthsBegun } from './months.ts'
import { inScope, type Scope } from './scope.ts'

/** One collaboration with its campaign, its creator and what was agreed. */
export interface Work {
  row: CollaborationTable
  campaignName: string
  clientName: string
  creatorName: string
  doNotContact: boolean
  /** The account the work is for: the one chosen, else the creator's primary one. */
  accountId: string | null
  /** The campaign's. */
  currency: string
  startsOn: string | null
  endsOn: string | null
  terms: Compensation | null
  /** Fixed cash and product value of the whole term; null while nothing is agreed, cash also while a ladder's step is not known. */
  cash: Money | null
  product: Money | null
  /** The fixed cash for the part of the term that has begun by today; differs from `cash` for a retainer alone. */
  cashSoFar: Money | null
}

/** The collaborations of a scope, by creator name. `today` is the day up to which an open-ended retainer counts. */
export async function workIn(db: ReadDb, scope: Scope, today: string): Promise<Work[]> {
  const rows = await inScope(scope, (part) => selectWork(db, part))
  const accountIdOf = ({ account_id, primary_account_id }: (typeof rows)[number]) => account_id ?? primary_account_id
  const onLadder = rows.filter(({ compensation }) => compensation?.includes('"ambassador ladder"'))
  const faces = await accountFaces(
    db,
    onLadder.flatMap((row) => accountIdOf(row) ?? []),
  )
  const posts = await deliverableSummaries(db, { collaborationIds: onLadder.map(({ id }) => id) })
  return rows.map((joined) => {
    const { campaign_name, client_name, creator_name, do_not_contact, primary_account_id: _, currency, starts_on, ends_on, ...row } = joined
    const accountId = accountIdOf(joined)
    const terms = row.compensation === null ? null : (JSON.parse(row.compensation) as Compensation)
    const facts = { currency, followers: faces.get(accountId ?? '')?.followers ?? null, posts: posts.get(row.id)?.total ?? null }
    const wholeTerm = { ...facts, months: starts_on === null ? 1 : Math.max(1, monthsBegun(starts_on, ends_on ?? today)) }
    const soFar = {
      ...facts,
      months: starts_on === null ? 1 : monthsBegun(starts_on, ends_on !== null && ends_on < today ? ends_on : today),
    }
    return {
      row,
      campaignName: campaign_name,
      clientName: client_name,
      creatorName: creator_name,
      doNotContact: do_not_contact === 1,
      accountId,
      currency,
      startsOn: starts_on,
      endsOn: ends_on,
      terms,
      cash: terms && agreedCash(terms, wholeTerm),
      product: terms && agreedProduct(terms, wholeTerm),
      cashSoFar: terms && agreedCash(terms, soFar),
    }
  })
}

/** The collaborations of a selection, each once. Raises NOT_FOUND where one is gone. */
export async function workOf(db: ReadDb, ids: readonly string[], today: string): Promise<Work[]> {
  const wanted = [...new Set(ids)]
  const found = await workIn(db, { collaborationIds: wanted }, today)
  if (found.length === wanted.length) return found
  return raise(
    'NOT_FOUND',
    wanted.length === 1
      ? 'This collaboration is no longer in the workspace.'
      : `${wanted.length - found.length} of these ${wanted.length} collaborations are no longer in the workspace; nothing was changed.`,
  )
}

async function selectWork(db: ReadDb, { campaignId, collaborationIds }: Scope) {
  let rows = db
    .selectFrom('collaboration as c')
    .innerJoin('campaign as m', 'm.id', 'c.campaign_id')
    .innerJoin('client as l', 'l.id', 'm.client_id')
    .innerJoin('creator as p', 'p.id', 'c.creator_id')
    .selectAll('c')
    .select([
      'm.name as campaign_name',
      'l.name as client_name',
      'p.name as creator_name',
      'p.do_not_contact',
      'm.currency',
      'm.starts_on',
      'm.ends_on',
    ])
    .select(({ selectFrom }) =>
      selectFrom('account as a')
        .whereRef('a.creator_id', '=', 'c.creator_id')
        .select('a.id')
        .orderBy('a.is_primary', 'desc')
        .orderBy('a.id')
        .limit(1)
        .as('primary_account_id'),
    )
  if (campaignId) rows = rows.where('c.campaign_id', '=', campaignId)
  if (collaborationIds) rows = rows.where('c.id', 'in', collaborationIds)
  return rows.orderBy('p.name').orderBy('c.id').execute()
}

/** Names of a selection for a sentence: all of a few, the first of many. */
export function namesOf(names: readonly string[]): string {
  const shown = names.slice(0, 5)
  const rest = names.length - shown.length
  return new Intl.ListFormat('en-GB').format(rest > 0 ? [...shown, `${rest} more`] : shown)
}
