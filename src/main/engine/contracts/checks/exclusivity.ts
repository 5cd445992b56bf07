import { addDays } from '#src/shared/domain/dates.ts'
import { foldText } from '#src/shared/domain/fold.ts'
import type { ReadDb } from '../../db/handles.ts'
import type { ContractTable } from '../../db/schema-contracts.ts'
import { identityOf } from '../../workspace/identity.ts'
import type { AgreedTerms } from '../agreed.ts'
import { filledContract, type Filled } from '../fill.ts'
import { sentContent } from '../sent-content.ts'
import { statusOn } from '../status-rules.ts'
import { problem, warning, type Check } from './check.ts'

/** Days, both included; null where the first or the last is not known. */
interface Window {
  from: string
  to: string
}

interface Other {
  row: ContractTable
  terms: AgreedTerms
}

/**
 * Another contract of the same creator, with another client, that this one would break, or that would break this one: one side's posts
 * fall into the time the other side has paid to have the creator alone. In the same category that is a problem; where a category is not
 * known, or the two do not share a word, a person has to judge, because competing goods can have very different names.
 */
export async function exclusivityChecks(db: ReadDb, row: ContractTable, { terms }: Filled, today: string): Promise<Check[]> {
  if (terms.creatorId === null) return []
  const others = await otherContracts(db, row, terms, today)
  return others.flatMap((other) => {
    const theirs = clash(other.terms, other.row, terms)
    if (theirs) {
      const until = theirs.window ? ` until ${theirs.window.to}` : ''
      return [said(theirs, `Contract ${other.row.number} with ${other.terms.clientName} binds the creator${until}`)]
    }
    const ours = clash(terms, row, other.terms)
    return ours ? [said(ours, `This contract’s exclusivity meets contract ${other.row.number} with ${other.terms.clientName}`)] : []
  })
}

interface Clash {
  window: Window | null
  category: string | null
  likeness: 'same' | 'unknown' | 'other'
}

/** How the posts of `posting` meet the exclusivity of `exclusive`; null where they don't. */
function clash(exclusive: AgreedTerms, row: ContractTable, posting: AgreedTerms): Clash | null {
  if (!exclusive.exclusivity) return null
  const { category } = exclusive.exclusivity
  const likeness = likenessOf(category ?? exclusive.industry, posting.exclusivity?.category ?? posting.industry)
  const window = exclusiveWindow(exclusive, row)
  const posts = postingWindow(posting)
  if (!window || !posts) return likeness === 'same' ? { window, category, likeness } : null
  return window.from <= posts.to && posts.from <= window.to ? { window, category, likeness } : null
}

function said({ category, likeness }: Clash, what: string): Check {
  const goods = category ? ` (${category})` : ''
  if (likeness === 'same') return problem('exclusivity.category', `${what}${goods}, in the same category and at the same time.`)
  return warning('exclusivity.category', `${what}${goods}, at the same time. See whether the products compete.`)
}

function exclusiveWindow({ exclusivity, lastDueOn }: AgreedTerms, row: ContractTable): Window | null {
  if (!exclusivity || lastDueOn === null || exclusivity.days === null) return null
  return { from: (row.signed_at ?? row.sent_at ?? row.created_at).slice(0, 10), to: addDays(lastDueOn, exclusivity.days) }
}

function postingWindow({ firstDueOn, lastDueOn, startsOn, endsOn, clauses }: AgreedTerms): Window | null {
  if (!clauses.some(({ kind }) => kind === 'deliverables' || kind === 'buy-out')) return null
  const from = firstDueOn ?? startsOn
  const to = lastDueOn ?? endsOn
  return from && to ? { from, to } : null
}

function likenessOf(one: string | null, other: string | null): Clash['likeness'] {
  if (!one || !other) return 'unknown'
  const words = new Set(wordsOf(one))
  return wordsOf(other).some((word) => words.has(word)) ? 'same' : 'other'
}

/** Words that say what goods are meant, without their plural's s. */
function wordsOf(category: string): string[] {
  return foldText(category)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 3)
    .map((word) => word.replace(/(?:e?s|n)$/, ''))
}

/** Contracts of the same creator with other clients that are out or bind. */
async function otherContracts(db: ReadDb, row: ContractTable, { creatorId, clientId }: AgreedTerms, today: string): Promise<Other[]> {
  const rows = await db
    .selectFrom('contract as t')
    .innerJoin('collaboration as k', 'k.id', 't.collaboration_id')
    .innerJoin('campaign as c', 'c.id', 't.campaign_id')
    .where('k.creator_id', '=', creatorId)
    .where('c.client_id', '<>', clientId)
    .where('t.id', '<>', row.id)
    .where('t.status', 'in', ['internal approval', 'sent', 'signed by one', 'signed by all'])
    .selectAll('t')
    .orderBy('t.number')
    .execute()
  const { name } = await identityOf(db)
  const others: Other[] = []
  for (const other of rows) {
    if (statusOn(other, today) === 'expired') continue
    const terms = (await sentContent(db, other.id))?.terms ?? (await filledContract(db, other, name)).terms
    others.push({ row: other, terms })
  }
  return others
}
