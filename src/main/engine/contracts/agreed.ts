import type { Compensation } from '#src/shared/domain/compensation-terms.ts'
import type { Money } from '#src/shared/domain/money.ts'
import type { FilledClause } from '../documents/contract/fillClauses.ts'
import type { MergeValues } from '../documents/contract/mergeFields.ts'
import type { ContractSubject } from './subject.ts'
import { lastDueOf, wholeNumber, type Term } from './term.ts'
import { writerIn } from './writer.ts'

/** What a contract says, as data: for checks, for obligations, and for contracts that are compared with it later. A number that its text
 *  does not give is null. */
export interface AgreedTerms extends Term {
  clientId: string
  clientName: string
  industry: string | null
  creatorId: string | null
  /** Ids and kinds of the clauses that are in. */
  clauses: { id: string; kind: string }[]
  deliverables: ContractSubject['deliverables']
  firstDueOn: string | null
  lastDueOn: string | null
  compensation: Compensation | null
  currency: string
  /** What the client pays for an order. */
  fee: Money | null
  paymentDays: number | null
  approvalDays: number | null
  liveDays: number | null
  lateDays: number | null
  /** Null where no clause grants any. `months` is null for a time without an end, or none that can be read. */
  usage: { months: number | null; channels: string[] } | null
  paidUse: { days: number | null; channels: string } | null
  exclusivity: { days: number | null; category: string | null } | null
  confidentialityMonths: number | null
  disclosureTags: string | null
  product: string | null
  /** What an add-on pays, as it was typed. */
  addOnFee: string | null
}

export function agreedTerms(
  subject: ContractSubject,
  clauses: readonly Pick<FilledClause, 'id' | 'kind'>[],
  values: MergeValues,
  term: Term,
  language: string,
): AgreedTerms {
  const has = (kind: string) => clauses.some((clause) => clause.kind === kind)
  const { campaign, client, creator, deliverables } = subject
  const days = deliverables.flatMap(({ dueOn }) => dueOn ?? []).toSorted()
  const reposts = clauses.some(({ id, kind }) => id === 'licence' || id === 'ownership.client' || kind === 'buy-out')
  const text = (field: keyof MergeValues) => values[field]?.trim() || null
  return {
    ...term,
    clientId: client.id,
    clientName: client.name,
    industry: client.industry,
    creatorId: creator?.id ?? null,
    clauses: clauses.map(({ id, kind }) => ({ id, kind })),
    deliverables,
    firstDueOn: days[0] ?? null,
    lastDueOn: lastDueOf(deliverables),
    compensation: creator?.compensation ?? null,
    currency: campaign.currency,
    fee: creator ? null : campaign.budget,
    paymentDays: wholeNumber(values['payment.days']),
    approvalDays: has('approval') ? wholeNumber(values['approval.days']) : null,
    liveDays: clauses.some(({ id, kind }) => kind === 'deliverables' && id !== 'deliverables.ugc')
      ? wholeNumber(values['posting.liveDays'])
      : null,
    lateDays: has('late delivery') ? wholeNumber(values['late.days']) : null,
    usage: reposts
      ? {
          months: wholeNumber(values['usage.months']),
          channels: channelsIn(text('usage.channels'), subject, writerIn(language).conjunction),
        }
      : null,
    paidUse: clauses.some(({ id }) => id === 'licence.paid')
      ? { days: wholeNumber(values['paidUse.days']), channels: text('paidUse.channels') ?? '' }
      : null,
    exclusivity: has('exclusivity') ? { days: wholeNumber(values['exclusivity.days']), category: text('exclusivity.category') } : null,
    confidentialityMonths: has('confidentiality') ? wholeNumber(values['confidentiality.months']) : null,
    disclosureTags: has('disclosure') ? text('disclosure.tags') : null,
    product: text('product.description'),
    addOnFee: clauses.some(({ id }) => id === 'compensation.add-on') ? text('addOn.fee') : null,
  }
}

/** The brief's list as it is where the text is made from it; else what stands between commas and the language's word for "and". */
function channelsIn(text: string | null, { brief }: ContractSubject, conjunction: string): string[] {
  if (text === null) return []
  const named = brief.usageChannels.filter((channel) => text.includes(channel))
  const rest = named.toSorted((a, b) => b.length - a.length).reduce((left, channel) => left.replace(channel, ','), text)
  const others = rest
    .split(/[,;&]/)
    .flatMap((part) => ` ${part} `.split(conjunction))
    .map((part) => part.trim())
  return [...named, ...others.filter((part) => /\p{L}/u.test(part))]
}
