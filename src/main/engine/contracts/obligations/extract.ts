import { addDays, addMonths } from '#src/shared/domain/dates.ts'
import type { AgreedTerms } from '../agreed.ts'
import type { TypedOver } from '../typed-over.ts'
import type { Writer } from '../writer.ts'
import { obligation, type Obligation } from './obligation.ts'
import { paymentObligations, type PlannedPayout } from './payments.ts'
import { knownTerms, readingObligations } from './typed-over.ts'
import { workingDaysBefore } from './working-days.ts'

/** A post that carries out a line of the contract. */
export interface PlannedPost {
  id: string
  platform: string
  format: string
  dueOn: string | null
}

/**
 * What a contract asks for, who owes it and when, out of its terms: posts (with their drafts, the answers to them, and how long they stay
 * public), payments, and the last days of everything that ends. Days that count from a publication count from the day it is due; drafts are
 * due so many working days before it that they can be answered in time. What depends on a day that is not known has none. A clause that was
 * typed over asks for one thing: that somebody reads it.
 */
export function obligationsOf(
  agreed: AgreedTerms,
  writer: Writer,
  { posts, payouts, typedOver }: { posts: readonly PlannedPost[]; payouts: readonly PlannedPayout[]; typedOver: readonly TypedOver[] },
): Obligation[] {
  const terms = knownTerms(agreed, typedOver)
  const found = [
    ...productObligations(terms, writer),
    ...(terms.creatorId === null ? orderObligations(terms, writer) : posts.flatMap((post) => postObligations(terms, writer, post))),
    ...disclosureObligations(terms, writer),
    ...paymentObligations(terms, writer, payouts),
    ...lastDaysOfUse(terms, writer),
    ...lastDays(terms, writer),
  ]
  const stated = found.filter(({ clauseId }) => !typedOver.some(({ id }) => id === clauseId))
  return [...stated, ...readingObligations(typedOver, writer)].toSorted((a, b) => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999'))
}

function clauseOf({ clauses }: AgreedTerms, kind: string): string | null {
  return clauses.find((clause) => clause.kind === kind)?.id ?? null
}

function productObligations(terms: AgreedTerms, writer: Writer): Obligation[] {
  const clauseId = terms.clauses.find(({ id }) => id === 'deliverables.gifting')?.id ?? null
  const places = { product: terms.product ?? '' }
  return obligation(writer, { clauseId, kind: 'product', party: 'agency', dueOn: terms.startsOn, places })
}

function postObligations(terms: AgreedTerms, writer: Writer, { id: deliverableId, dueOn, ...line }: PlannedPost): Obligation[] {
  const { approvalDays, liveDays } = terms
  const places = { what: writer.deliverable(line, 1), days: String(approvalDays ?? '') }
  const approval = { clauseId: clauseOf(terms, 'approval'), deliverableId, places }
  const deliverables = clauseOf(terms, 'deliverables')
  const kind = deliverables === 'deliverables.ugc' ? 'handOver' : 'deliverable'
  const draftOn = dueOn && approvalDays !== null ? workingDaysBefore(dueOn, approvalDays) : null
  return [
    ...obligation(writer, { ...approval, kind: 'draft', party: 'creator', dueOn: draftOn }),
    ...obligation(writer, { ...approval, kind: 'approval', party: 'agency', dueOn }),
    ...obligation(writer, { clauseId: deliverables, kind, party: 'creator', dueOn, deliverableId, places }),
    // That a post is out is its deliverable's state; that it stays out is not.
    ...(liveDays === null
      ? []
      : obligation(writer, { clauseId: deliverables, kind: 'live', party: 'creator', dueOn: daysAfter(dueOn, liveDays), places })),
  ]
}

/** The agency has the posts made; the creators' own contracts say by whom. */
function orderObligations(terms: AgreedTerms, writer: Writer): Obligation[] {
  const clauseId = clauseOf(terms, 'deliverables')
  const approval = { clauseId: clauseOf(terms, 'approval'), places: { days: String(terms.approvalDays ?? '') } }
  return [
    ...terms.deliverables.flatMap((line) => {
      const places = { what: writer.deliverable(line, line.quantity) }
      return obligation(writer, { clauseId, kind: 'deliverable', party: 'agency', dueOn: line.dueOn, places })
    }),
    ...obligation(writer, { ...approval, kind: 'clientApproval', party: 'client', dueOn: terms.lastDueOn }),
  ]
}

function disclosureObligations(terms: AgreedTerms, writer: Writer): Obligation[] {
  if (terms.disclosureTags === null || terms.creatorId === null) return []
  const places = { tags: terms.disclosureTags }
  return obligation(writer, {
    clauseId: clauseOf(terms, 'disclosure'),
    kind: 'disclosure',
    party: 'creator',
    dueOn: terms.lastDueOn,
    places,
  })
}

/** The last days on which whoever uses the content may. */
function lastDaysOfUse(terms: AgreedTerms, writer: Writer): Obligation[] {
  const { usage, paidUse, lastDueOn, startsOn, clauses } = terms
  const party = terms.creatorId === null ? 'client' : 'agency'
  const granting = clauses.find(({ id, kind }) => id === 'licence' || kind === 'buy-out' || id === 'ownership.client')
  return [
    ...obligation(writer, {
      clauseId: usage && (granting?.id ?? null),
      kind: 'usage',
      party,
      dueOn: monthsAfter(lastDueOn, usage?.months ?? null),
      places: { channels: writer.list(usage?.channels ?? []) },
    }),
    ...obligation(writer, {
      clauseId: paidUse && 'licence.paid',
      kind: 'paidUse',
      party,
      dueOn: daysAfter(lastDueOn ?? startsOn, paidUse?.days ?? null),
      places: { channels: paidUse?.channels ?? '' },
    }),
  ]
}

function lastDays(terms: AgreedTerms, writer: Writer): Obligation[] {
  const { exclusivity, noticeOn, endsOn, lastDueOn } = terms
  const term = clauseOf(terms, 'term')
  return [
    ...obligation(writer, {
      clauseId: exclusivity && clauseOf(terms, 'exclusivity'),
      kind: 'exclusivity',
      party: 'creator',
      dueOn: daysAfter(lastDueOn, exclusivity?.days ?? null),
      places: { category: exclusivity?.category ?? '' },
    }),
    ...obligation(writer, {
      clauseId: clauseOf(terms, 'confidentiality'),
      kind: 'confidentiality',
      party: 'both',
      dueOn: confidentialUntil(terms),
    }),
    ...obligation(writer, { clauseId: noticeOn && term, kind: 'notice', party: 'both', dueOn: noticeOn }),
    ...obligation(writer, { clauseId: term, kind: 'term', party: 'both', dueOn: endsOn }),
  ]
}

/** A confidentiality agreement says its last day itself; a clause counts from the end of the contract, or of the work. */
function confidentialUntil(terms: AgreedTerms): string | null {
  const { clauses, endsOn, lastDueOn, confidentialityMonths } = terms
  if (clauses.some(({ id }) => id === 'confidentiality.nda')) return endsOn
  return monthsAfter(clauseOf(terms, 'term') ? endsOn : (lastDueOn ?? endsOn), confidentialityMonths)
}

function monthsAfter(day: string | null, months: number | null): string | null {
  return day === null || months === null ? null : addMonths(day, months)
}

function daysAfter(day: string | null, days: number | null): string | null {
  return day === null || days === null ? null : addDays(day, days)
}
