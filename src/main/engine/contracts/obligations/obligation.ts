import type { Money } from '#src/shared/domain/money.ts'
import { filledIn, type Writer } from '../writer.ts'

export type ObligationKind = keyof Writer['phrases']['obligations']

/** What a contract asks of a party, before it has a row. */
export interface Obligation {
  /** The clause it comes from. */
  clauseId: string
  kind: ObligationKind
  party: 'agency' | 'creator' | 'client' | 'both'
  what: string
  dueOn: string | null
  amount: Money | null
  deliverableId: string | null
  payoutId: string | null
}

interface Given extends Pick<Obligation, 'kind' | 'party' | 'dueOn'>, Partial<Pick<Obligation, 'amount' | 'deliverableId' | 'payoutId'>> {
  /** None where the contract has no such clause, and then it asks for nothing. */
  clauseId: string | null
  places?: Readonly<Record<string, string>>
}

/** One obligation in the words of the contract's language; none where the clause it would come from is not there. */
export function obligation(
  { phrases }: Writer,
  { clauseId, kind, places = {}, amount = null, deliverableId = null, payoutId = null, ...rest }: Given,
): Obligation[] {
  if (clauseId === null) return []
  // What is not known leaves no colon behind.
  const what = filledIn(phrases.obligations[kind], places).replace(/:\s*$/, '')
  return [{ clauseId, kind, what, amount, deliverableId, payoutId, ...rest }]
}
