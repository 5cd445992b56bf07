import type { z } from 'zod'
import type { contracts } from '#src/shared/contract/contracts.ts'
import { raise } from '#src/shared/contract/errors.ts'
import type { MutationContext } from '../context.ts'
import { templateWithClauses } from '../documents/contract/library.ts'
import { mergeFields } from '../documents/contract/mergeFields.ts'
import { keptClauses, keptFields } from './kept.ts'
import { nextNumbers } from './numbering.ts'
import { contractOf, stateWord, type Status } from './rows.ts'

type Input<Name extends keyof typeof contracts> = z.infer<NonNullable<(typeof contracts)[Name]['~orpc']['inputSchema']>>

/** One draft for each collaboration of the selection. Raises NOT_FOUND for a collaboration or template that is not there. */
export async function createContracts(
  context: MutationContext,
  { collaborationIds, templateId, pageSize }: Input<'create'>,
): Promise<{ ids: string[]; entryId: string }> {
  const language = 'en'
  const template = templateWithClauses(templateId, language)
  const now = context.ports.clock.now()
  const numbers = await nextNumbers(context.write, context.ports.clock.today().slice(0, 4), collaborationIds.length)
  const ids: string[] = []
  for (const [i, collaborationId] of collaborationIds.entries()) {
    const known = await context.write.selectFrom('collaboration').select('id').where('id', '=', collaborationId).executeTakeFirst()
    if (!known) raise('NOT_FOUND', 'A collaboration of the selection is no longer in the workspace; no contract was made.')
    const id = context.ports.newId()
    await context.write
      .insertInto('contract')
      .values({
        id,
        collaboration_id: collaborationId,
        number: numbers[i] as string,
        template_id: template.id,
        language,
        page_size: pageSize,
        status: 'draft',
        fields: '{}',
        clauses: '{}',
        signed_at: null,
        created_at: now,
        updated_at: now,
      })
      .execute()
    ids.push(id)
  }
  context.describe(ids.length === 1 ? `Made contract ${numbers[0]}` : `Made ${ids.length} contracts, ${numbers[0]} to ${numbers.at(-1)}`)
  return { ids, entryId: context.entryId }
}

/** Types over fields and clauses of a draft. Raises CONFLICT once the contract has been sent or signed, BAD_INPUT for a name the template does not have. */
export async function updateContract(context: MutationContext, { id, fields, clauses }: Input<'update'>): Promise<{ entryId: string }> {
  const row = await contractOf(context.write, id)
  if (row.status !== 'draft')
    raise('CONFLICT', `Contract ${row.number} is ${row.status}; only a draft can be edited. Make a new one instead.`)
  const kept = keptFields(row)
  for (const [name, value] of Object.entries(fields ?? {})) {
    if (!mergeFields.some((field) => field === name)) raise('BAD_INPUT', `The contract has no field "${name.slice(0, 60)}".`)
    if (value === null) delete kept.edited[name]
    else kept.edited[name] = value
  }
  const edits = keptClauses(row)
  const known = templateWithClauses(row.template_id, row.language).clauses
  for (const [name, { text, included }] of Object.entries(clauses ?? {})) {
    if (!known.includes(name)) raise('BAD_INPUT', `The template has no clause "${name.slice(0, 60)}".`)
    const { text: oldText, included: oldIncluded } = edits[name] ?? {}
    const edit = { text: text === null ? undefined : (text ?? oldText), included: included ?? oldIncluded }
    if (edit.text === undefined && edit.included === undefined) delete edits[name]
    else edits[name] = edit
  }
  const edited = { fields: JSON.stringify(kept), clauses: JSON.stringify(edits) }
  if (edited.fields !== JSON.stringify(keptFields(row)) || edited.clauses !== JSON.stringify(keptClauses(row)))
    await context.write
      .updateTable('contract')
      .set({ ...edited, updated_at: context.ports.clock.now() })
      .where('id', '=', id)
      .execute()
  context.describe(`Edited contract ${row.number}`)
  return { entryId: context.entryId }
}

/** Marks contracts as sent, declined, terminated, or draft again. What all have signed can only be terminated; a signed one never becomes a draft. */
export async function setContractStatus(context: MutationContext, { ids, status }: Input<'setStatus'>): Promise<{ entryId: string }> {
  for (const id of ids) {
    const row = await contractOf(context.write, id)
    if (!allowed[row.status as Status].includes(status))
      raise('CONFLICT', `Contract ${row.number} is ${stateWord(row.status)} and cannot become ${stateWord(status)}; nothing was changed.`)
    if (row.status !== status)
      await context.write.updateTable('contract').set({ status, updated_at: context.ports.clock.now() }).where('id', '=', id).execute()
  }
  context.describe(`Marked ${ids.length} ${ids.length === 1 ? 'contract' : 'contracts'} as ${status}`)
  return { entryId: context.entryId }
}

const allowed: Record<Status, readonly Status[]> = {
  draft: ['draft', 'sent', 'declined'],
  sent: ['draft', 'sent', 'declined', 'terminated'],
  'signed by one': ['sent', 'declined', 'terminated'],
  'signed by all': ['terminated'],
  declined: ['draft', 'declined'],
  terminated: ['terminated'],
}
