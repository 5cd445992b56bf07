import { isDeepStrictEqual } from 'node:util'
import { codeOf } from '#src/shared/contract/errors.ts'
import type { MutationContext } from '../../context.ts'
import type { ContractTable } from '../../db/schema-contracts.ts'
import { planAgreed } from '../../deliverables/plan-agreed.ts'
import { createPayout } from '../../payouts/edit.ts'
import { planPayouts } from '../../payouts/plan.ts'
import { listPayouts } from '../../payouts/queries.ts'
import type { AgreedTerms } from '../agreed.ts'
import type { TypedOver } from '../typed-over.ts'
import { writerIn } from '../writer.ts'
import { obligationsOf, type PlannedPost } from './extract.ts'
import { addOnAmount, type PlannedPayout } from './payments.ts'
import { readByHand } from './typed-over.ts'

/** Extracts what a contract asks for and feeds it to deliverables and payouts, where it is not planned there already; nothing is planned
 *  from a clause that was typed over. Answers with what could not be planned, in sentences. */
export async function keepObligations(
  context: MutationContext,
  row: ContractTable,
  terms: AgreedTerms,
  typedOver: readonly TypedOver[],
): Promise<string[]> {
  const warnings = readByHand(typedOver).map(
    ({ number, heading }) => `Nothing was planned from clause ${number}, “${heading}”: its words were typed over. Read it.`,
  )
  const planned = { ...terms, clauses: terms.clauses.filter(({ id }) => !typedOver.some((clause) => clause.id === id)) }
  const posts = await plannedPosts(context, row, planned)
  const payouts = await plannedPayouts(context, row, planned, warnings)
  const now = context.ports.clock.now()
  for (const one of obligationsOf(terms, writerIn(row.language), { posts, payouts, typedOver })) {
    await context.write
      .insertInto('contract_obligation')
      .values({
        id: context.ports.newId(),
        contract_id: row.id,
        clause_id: one.clauseId,
        kind: one.kind,
        party: one.party,
        what: one.what,
        due_on: one.dueOn,
        amount_minor: one.amount?.amountMinor ?? null,
        currency: one.amount?.currency ?? null,
        deliverable_id: one.deliverableId,
        payout_id: one.payoutId,
        done_on: null,
        created_at: now,
        updated_at: now,
      })
      .execute()
  }
  return warnings
}

async function plannedPosts(context: MutationContext, row: ContractTable, terms: AgreedTerms): Promise<PlannedPost[]> {
  if (row.collaboration_id === null || !terms.clauses.some(({ kind }) => kind === 'deliverables')) return []
  const rows = await planAgreed(context, row.collaboration_id, terms.deliverables)
  return rows.map(({ id, platform, format, due_on }) => ({ id, platform, format, dueOn: due_on }))
}

async function plannedPayouts(
  context: MutationContext,
  row: ContractTable,
  terms: AgreedTerms,
  warnings: string[],
): Promise<PlannedPayout[]> {
  const { collaboration_id: collaborationId } = row
  if (collaborationId === null) return []
  const pays = (id: string) => terms.clauses.some((clause) => clause.id === id)
  try {
    if (pays('compensation')) return await payoutsOfFee(context, collaborationId, terms, warnings)
    if (pays('compensation.add-on')) return await payoutOfAddOn(context, collaborationId, row, terms)
  } catch (error) {
    // A signature is not refused because money planned earlier is in another currency.
    if (codeOf(error) !== 'MONEY_MISMATCH') throw error
    warnings.push(`No payout was planned: ${(error as Error).message}`)
  }
  return []
}

async function payoutsOfFee(
  context: MutationContext,
  collaborationId: string,
  { compensation }: AgreedTerms,
  warnings: string[],
): Promise<PlannedPayout[]> {
  const { compensation: recorded } = await context.write
    .selectFrom('collaboration')
    .select('compensation')
    .where('id', '=', collaborationId)
    .executeTakeFirstOrThrow()
  if (!isDeepStrictEqual(recorded === null ? null : JSON.parse(recorded), compensation)) {
    warnings.push('No payout was planned: what was agreed with the creator is no longer what the contract says.')
    return []
  }
  if (compensation) await planPayouts(context, [collaborationId])
  return openPayouts(context, collaborationId)
}

async function openPayouts({ write, ports }: MutationContext, collaborationId: string): Promise<PlannedPayout[]> {
  const { rows } = await listPayouts(write, { collaborationId }, ports.clock.today())
  return rows.filter(({ status }) => status !== 'cancelled').map(({ id, amount, dueOn }) => ({ id, amount, dueOn }))
}

async function payoutOfAddOn(
  context: MutationContext,
  collaborationId: string,
  row: ContractTable,
  terms: AgreedTerms,
): Promise<PlannedPayout[]> {
  const amount = addOnAmount(terms)
  if (!amount) return []
  const { id } = await createPayout(context, { collaborationId, description: `Paid use, contract ${row.number}`, amount, dueOn: null })
  return [{ id, amount, dueOn: null }]
}
