import type { AgreedTerms } from '../agreed.ts'
import type { TypedOver } from '../typed-over.ts'
import type { Writer } from '../writer.ts'
import { obligation, type Obligation } from './obligation.ts'

/** Kinds of clauses that obligations, posts and payouts are read from. */
const readKinds: ReadonlySet<string> = new Set([
  'deliverables',
  'schedule',
  'compensation',
  'approval',
  'disclosure',
  'licence',
  'buy-out',
  'ownership',
  'exclusivity',
  'confidentiality',
  'term',
])

/** Of the clauses that were typed over, those that something would have been read from. */
export function readByHand(typedOver: readonly TypedOver[]): TypedOver[] {
  return typedOver.filter(({ kind }) => readKinds.has(kind))
}

/** Somebody has to read what cannot be read out of the fields. */
export function readingObligations(typedOver: readonly TypedOver[], writer: Writer): Obligation[] {
  return readByHand(typedOver).flatMap(({ id: clauseId, number, heading }) =>
    obligation(writer, { clauseId, kind: 'typedOver', party: 'agency', dueOn: null, places: { number: String(number), heading } }),
  )
}

/** The terms without those days that a typed-over clause may say otherwise. */
export function knownTerms(terms: AgreedTerms, typedOver: readonly TypedOver[]): AgreedTerms {
  const isOver = (wanted: string) => typedOver.some(({ kind }) => kind === wanted)
  const { paidUse } = terms
  return {
    ...terms,
    ...(isOver('deliverables') ? { firstDueOn: null, lastDueOn: null, paidUse: paidUse && { ...paidUse, days: null } } : {}),
    ...(isOver('term') ? { endsOn: null, noticeOn: null } : {}),
  }
}
