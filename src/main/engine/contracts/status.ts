import type { composing } from '#src/shared/contract/contracts-composing.ts'
import { raise } from '#src/shared/contract/errors.ts'
import type { MutationContext } from '../context.ts'
import type { ContractTable } from '../db/schema-contracts.ts'
import { identityOf } from '../workspace/identity.ts'
import { checksOf } from './checks/checks.ts'
import { filledContract } from './fill.ts'
import type { InputOf } from './inputs.ts'
import { contractOf } from './rows.ts'
import { textToKeep } from './sent-content.ts'
import { canBecome, isOpenForEdits, statusOn } from './status-rules.ts'
import { addToTrail, type TrailKind } from './trail.ts'
import { keepVersion } from './versions.ts'

type Input = InputOf<(typeof composing)['setStatus']>
type Said = Input['status']

/** Says what became of a selection of contracts, all or none; one that is so already stays as it is. Sending keeps the words as a version
 *  and warns of what the checks found. Raises NOT_FOUND, or CONFLICT for a step that is not one. */
export async function setContractStatus(
  context: MutationContext,
  { ids, status, note }: Input,
): Promise<{ warnings: string[]; entryId: string }> {
  const { write, ports } = context
  const warnings: string[] = []
  for (const id of new Set(ids)) {
    const row = await contractOf(write, id)
    const from = statusOn(row, ports.clock.today())
    if (from === status || (status === 'sent' && from === 'signed by one' && row.sent_at !== null)) continue
    if (!canBecome(from, status)) raise('CONFLICT', `Contract ${row.number} is ${from} and cannot become ${status}; nothing was changed.`)
    if (status === 'sent') warnings.push(...(await keepAsSent(context, row)))
    await write
      .updateTable('contract')
      .set({ ...columnsFor(row, status, ports.clock.now()), updated_at: ports.clock.now() })
      .where('id', '=', id)
      .execute()
    for (const kind of stepsFor(from, status))
      await addToTrail(context, write, id, { kind, actor: context.actor, detail: note ? { from, note } : { from } })
  }
  context.describe(`Marked ${ids.length} ${ids.length === 1 ? 'contract' : 'contracts'} as ${status}`)
  return { warnings, entryId: context.entryId }
}

/** What the agency has signed already stays so when it goes out to the other side. */
function columnsFor(row: ContractTable, status: Said, now: string): Partial<ContractTable> {
  if (status === 'sent') return { status: row.status === 'signed by one' ? row.status : 'sent', sent_at: now }
  return status === 'draft' ? { status, sent_at: null } : { status }
}

function stepsFor(from: string, to: Said): TrailKind[] {
  switch (to) {
    case 'internal approval':
      return ['approval asked']
    case 'sent':
      return from === 'internal approval' ? ['approved', 'sent'] : ['sent']
    case 'draft':
      return ['draft again']
    case 'declined':
    case 'terminated':
    case 'expired':
      return [to]
  }
}

async function keepAsSent(context: MutationContext, row: ContractTable): Promise<string[]> {
  const { write, ports } = context
  const filled = await filledContract(write, row, (await identityOf(write)).name)
  const found = isOpenForEdits(row) ? await checksOf(write, row, filled, ports.clock.today()) : []
  await keepVersion(context, write, row.id, textToKeep(filled), null)
  return found.filter(({ level }) => level !== 'warning').map(({ message }) => `${row.number}: ${message}`)
}
