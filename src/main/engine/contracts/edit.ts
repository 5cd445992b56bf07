import type { composing } from '#src/shared/contract/contracts-composing.ts'
import { raise } from '#src/shared/contract/errors.ts'
import type { MutationContext } from '../context.ts'
import { contractTemplate } from '../documents/contract/library.ts'
import { isMergeField } from '../documents/contract/mergeFields.ts'
import type { InputOf } from './inputs.ts'
import { keptClauses, keptFields } from './kept.ts'
import { contractOf } from './rows.ts'
import { addToTrail, trailOf } from './trail.ts'

/** Types over fields, clauses and days of a draft. Raises CONFLICT once the contract is more than a draft, BAD_INPUT for a name the
 *  template does not have. */
export async function updateContract(
  context: MutationContext,
  { id, fields, clauses, startsOn, endsOn }: InputOf<(typeof composing)['update']>,
): Promise<{ entryId: string }> {
  const { write, ports } = context
  const row = await contractOf(write, id)
  if (row.status !== 'draft')
    raise('CONFLICT', `Contract ${row.number} is ${row.status}; only a draft can be edited. ${wayOut(row.status)}`)
  const kept = keptFields(row)
  for (const [name, value] of Object.entries(fields ?? {})) {
    if (!isMergeField(name)) raise('BAD_INPUT', `The contract has no field "${name.slice(0, 60)}".`)
    if (value === null) delete kept.edited[name]
    else kept.edited[name] = value
  }
  const edits = keptClauses(row)
  const known = contractTemplate(row.template_id, row.language).clauses
  for (const [name, { text, included }] of Object.entries(clauses ?? {})) {
    if (!known.includes(name)) raise('BAD_INPUT', `The template has no clause "${name.slice(0, 60)}".`)
    if (text) expectKnownFields(text)
    const { text: oldText, included: oldIncluded } = edits[name] ?? {}
    const edit = { text: text === null ? undefined : (text ?? oldText), included: included ?? oldIncluded }
    if (edit.text === undefined && edit.included === undefined) delete edits[name]
    else edits[name] = edit
  }
  const change = {
    fields: JSON.stringify(kept),
    clauses: JSON.stringify(edits),
    starts_on: startsOn === undefined ? row.starts_on : startsOn,
    ends_on: endsOn === undefined ? row.ends_on : endsOn,
  }
  const isSame = Object.entries(change).every(([column, value]) => row[column as keyof typeof change] === value)
  if (!isSame) {
    await write
      .updateTable('contract')
      .set({ ...change, updated_at: ports.clock.now() })
      .where('id', '=', id)
      .execute()
    await tellOnce(context, id)
  }
  context.describe(`Edited contract ${row.number}`)
  return { entryId: context.entryId }
}

function wayOut(status: string): string {
  if (status === 'internal approval' || status === 'sent' || status === 'declined') return 'Make it a draft again first.'
  return status === 'signed by all' ? 'Amend it instead.' : 'Make a new one instead.'
}

function expectKnownFields(text: string): void {
  for (const [, name = ''] of text.matchAll(/\{\{([^{}]*)\}\}/g)) {
    if (!isMergeField(name.trim()) || name !== name.trim())
      raise('BAD_INPUT', `The text asks for {{${name.slice(0, 60)}}}, which is no field of a contract.`)
  }
}

/** Edit after edit is one step of the trail. */
async function tellOnce(context: MutationContext, id: string): Promise<void> {
  const last = (await trailOf(context.write, id)).at(-1)
  if (last?.kind !== 'edited' || last.actor !== context.actor)
    await addToTrail(context, context.write, id, { kind: 'edited', actor: context.actor })
}
