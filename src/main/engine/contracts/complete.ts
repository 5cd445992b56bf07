import type { EngineContext, MutationContext } from '../context.ts'
import { advanceStage } from '../campaigns/stages.ts'
import type { WriteDb } from '../db/handles.ts'
import type { ContractTable } from '../db/schema-contracts.ts'
import { templateShapes } from '../documents/contract/library.ts'
import { identityOf } from '../workspace/identity.ts'
import { filledContract } from './fill.ts'
import { keepObligations } from './obligations/keep.ts'
import { contractOf } from './rows.ts'
import { addToTrail } from './trail.ts'
import { typedOverClauses } from './typed-over.ts'

/**
 * What follows from the last signature; belongs into its transaction, after the contract's own row says that all have signed. The contract
 * gets its days, the one it changes is amended, what it asks for is extracted and fed to deliverables and payouts, and the work moves on.
 * Answers with what could not be planned, in sentences.
 */
export async function completeContract(
  context: EngineContext,
  db: WriteDb,
  contractId: string,
  { entryId, documentHash }: { entryId: string; documentHash: string },
): Promise<string[]> {
  // What is fed has its own words for the history; here the signature's stand.
  const inside: MutationContext = { ...context, write: db, entryId, describe: () => undefined }
  const row = await contractOf(db, contractId)
  const { terms, filled } = await filledContract(db, row, (await identityOf(db)).name)
  const { startsOn, endsOn, remindOn } = terms
  await db.updateTable('contract').set({ starts_on: startsOn, ends_on: endsOn, remind_on: remindOn }).where('id', '=', row.id).execute()
  await addToTrail(context, db, row.id, { kind: 'completed', actor: context.actor, documentHash })
  if (row.amends_id) await markAmended(context, db, row.amends_id, row.number)
  const warnings = await keepObligations(inside, row, terms, typedOverClauses(row, filled))
  if (row.collaboration_id && isWork(row)) await advanceStage(db, [row.collaboration_id], 'contracted', context.ports.clock.now())
  return warnings
}

async function markAmended(context: EngineContext, db: WriteDb, id: string, by: string): Promise<void> {
  const earlier = await db.selectFrom('contract').select('status').where('id', '=', id).executeTakeFirst()
  if (earlier?.status !== 'signed by all') return
  await db.updateTable('contract').set({ status: 'amended', remind_on: null }).where('id', '=', id).execute()
  await addToTrail(context, db, id, { kind: 'amended', actor: context.actor, detail: { by } })
}

/** A confidentiality agreement or an add-on does not mean that the work is contracted. */
function isWork({ template_id }: ContractTable): boolean {
  return templateShapes().find(({ id }) => id === template_id)?.isMain ?? true
}
