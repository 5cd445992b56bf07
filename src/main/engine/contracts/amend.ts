import { raise } from '#src/shared/contract/errors.ts'
import type { MutationContext } from '../context.ts'
import { identityOf } from '../workspace/identity.ts'
import { draftOf, insertDraft } from './create.ts'
import { filledContract } from './fill.ts'
import { keptFields } from './kept.ts'
import { takeNumbers } from './numbering.ts'
import { contractOf } from './rows.ts'
import { statusOn } from './status-rules.ts'
import { termOf } from './term.ts'
import { addToTrail } from './trail.ts'
import { mergeValuesOf } from './values.ts'

const closed = new Set(['declined', 'terminated', 'expired'])

/** A draft that changes a contract which all have signed: the same template, what was typed over, and the days as they were; it says which
 *  contract it changes, and is filled anew from the records. Raises NOT_FOUND; CONFLICT for a contract that does not bind, or that
 *  another draft changes already. */
export async function amendContract(context: MutationContext, id: string): Promise<{ id: string; number: string; entryId: string }> {
  const { write, ports } = context
  const row = await contractOf(write, id)
  const status = statusOn(row, ports.clock.today())
  if (status !== 'signed by all')
    raise(
      'CONFLICT',
      `Contract ${row.number} is ${status}; only what all have signed can be amended.${status === 'draft' ? ' Edit it.' : ''}`,
    )
  const others = await write.selectFrom('contract').select(['number', 'status']).where('amends_id', '=', id).execute()
  const open = others.find((other) => !closed.has(other.status))
  if (open) raise('CONFLICT', `Contract ${row.number} is being changed already, by contract ${open.number}.`)
  const { subject, values } = await filledContract(write, row, (await identityOf(write)).name)
  const year = ports.clock.today().slice(0, 4)
  const [number = ''] = await takeNumbers(write, [{ year, client: subject.client.name, campaign: subject.campaign.name }])
  const key = { campaignId: row.campaign_id, collaborationId: row.collaboration_id }
  const input = { templateId: row.template_id, pageSize: row.page_size === 'Letter' ? ('Letter' as const) : ('A4' as const) }
  const draft = draftOf(context, key, number, { language: row.language, jurisdiction: row.jurisdiction, input })
  const { 'contract.date': _, ...edited } = keptFields(row).edited
  const usualEnd = termOf(subject, { ...row, ends_on: null }, mergeValuesOf(values)).endsOn
  await insertDraft(context, write, {
    ...draft,
    amends_id: id,
    fields: JSON.stringify({ edited }),
    clauses: row.clauses,
    starts_on: row.starts_on,
    // A last day that follows from the words goes on doing so; one that was set by hand is kept.
    ends_on: row.ends_on === usualEnd ? null : row.ends_on,
  })
  await addToTrail(context, write, id, { kind: 'amendment begun', actor: context.actor, detail: { by: number } })
  context.describe(`Began to amend contract ${row.number} by ${number}`)
  return { id: draft.id, number, entryId: context.entryId }
}
