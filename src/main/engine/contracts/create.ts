import type { composing } from '#src/shared/contract/contracts-composing.ts'
import { raise } from '#src/shared/contract/errors.ts'
import type { TaskContext } from '../context.ts'
import { inChunks } from '../db/chunks.ts'
import type { ReadDb, WriteDb } from '../db/handles.ts'
import { pauses } from '../db/next-turn.ts'
import type { ContractTable } from '../db/schema-contracts.ts'
import { contractTemplate, type Template } from '../documents/contract/library.ts'
import type { JobHandle } from '../jobs.ts'
import { settingsOf } from '../workspace/settings.ts'
import type { InputOf } from './inputs.ts'
import { countryOfLaw } from './jurisdiction.ts'
import { nextNumbers, takeNumbers } from './numbering.ts'
import type { NumberFacts } from './number-pattern.ts'
import { pressAll } from './paper/press.ts'
import { withStagedFiles } from './paper/staged.ts'
import { keepDrawn, sheetOf } from './render.ts'
import { addToTrail } from './trail.ts'

type Input = InputOf<(typeof composing)['create']>

/** One draft for each collaboration or campaign of a selection, as one job with progress and cancel, all or none; with `draw` each one's
 *  PDF too. Raises NOT_FOUND for what is not there, BAD_INPUT where the template wants the other kind of selection, CANCELLED. */
export async function createContracts(
  context: TaskContext,
  input: Input,
): Promise<{ ids: string[]; numbers: string[]; documentIds: string[]; warnings: string[]; entryId: string | null }> {
  const settings = await settingsOf(context.read)
  const template = contractTemplate(input.templateId, input.language ?? settings.contractLanguage)
  const subjects = await subjectsOf(context.read, template, input)
  const usual = {
    language: input.language ?? settings.contractLanguage,
    jurisdiction: input.jurisdiction ?? countryOfLaw(settings.agency.governingLaw) ?? 'any',
  }
  return withStagedFiles(context, (stage) =>
    context.jobs.run(`Making ${counted(subjects.length)}`, async (job) => {
      const numbers = await nextNumbers(context.read, factsOf(context, subjects))
      const rows = subjects.map((subject, i) => draftOf(context, subject, numbers[i] ?? '', { ...usual, input }))
      const drawn = input.draw ? await pressAll(context.ports, job, rows, (row) => sheetOf(context, row, stage)) : []
      const { result: documentIds, entryId } = await context.transact({}, async (db, describe) => {
        await takePlanned(db, factsOf(context, subjects), rows, drawn.length > 0)
        await insertDrafts(context, db, rows, job, drawn.length === 0)
        const [first, last] = [rows[0]?.number, rows.at(-1)?.number]
        describe(rows.length === 1 ? `Made contract ${first}` : `Made ${counted(rows.length)}, ${first} to ${last}`)
        return keepDrawn(context, db, drawn, job)
      })
      const ids = rows.map(({ id }) => id)
      return { ids, numbers: rows.map(({ number }) => number), documentIds, warnings: drawn.flatMap(({ blanks }) => blanks), entryId }
    }),
  )
}

async function insertDrafts(
  context: TaskContext,
  db: WriteDb,
  rows: readonly ContractTable[],
  job: JobHandle,
  isAll: boolean,
): Promise<void> {
  const pause = pauses()
  for (const [at, row] of rows.entries()) {
    await pause()
    job.throwIfCancelled()
    await insertDraft(context, db, row)
    // What was drawn has told its progress.
    if (isAll) job.progress(at + 1, rows.length)
  }
}

function counted(count: number): string {
  return count === 1 ? 'a contract' : `${count} contracts`
}

/** What a contract is made for, with the names its number may have in it. */
interface Subject extends Omit<NumberFacts, 'year'> {
  campaignId: string
  collaborationId: string | null
}

async function subjectsOf(db: ReadDb, { counterparty, name }: Template, { collaborationIds, campaignIds }: Input): Promise<Subject[]> {
  if (counterparty === 'creator') {
    if (!collaborationIds || campaignIds)
      raise('BAD_INPUT', `A contract from “${name}” is with a creator; choose creators of a campaign for it.`)
    return creatorsOf(db, [...new Set(collaborationIds)])
  }
  if (!campaignIds || collaborationIds) raise('BAD_INPUT', `A contract from “${name}” is with the client; choose campaigns for it.`)
  return campaignsOf(db, [...new Set(campaignIds)])
}

async function creatorsOf(db: ReadDb, ids: readonly string[]): Promise<Subject[]> {
  const rows = await inChunks(ids, (chunk) =>
    db
      .selectFrom('collaboration as k')
      .innerJoin('campaign as c', 'c.id', 'k.campaign_id')
      .innerJoin('client as l', 'l.id', 'c.client_id')
      .select(['k.id', 'c.id as campaign_id', 'c.name as campaign', 'l.name as client'])
      .where('k.id', 'in', chunk)
      .execute(),
  )
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.map((id) => {
    const row = byId.get(id) ?? raise('NOT_FOUND', 'A collaboration of the selection is no longer in the workspace; no contract was made.')
    return { campaignId: row.campaign_id, collaborationId: id, campaign: row.campaign, client: row.client }
  })
}

async function campaignsOf(db: ReadDb, ids: readonly string[]): Promise<Subject[]> {
  const rows = await inChunks(ids, (chunk) =>
    db
      .selectFrom('campaign as c')
      .innerJoin('client as l', 'l.id', 'c.client_id')
      .select(['c.id', 'c.name as campaign', 'l.name as client'])
      .where('c.id', 'in', chunk)
      .execute(),
  )
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.map((id) => {
    const row = byId.get(id) ?? raise('NOT_FOUND', 'A campaign of the selection is no longer in the workspace; no contract was made.')
    return { campaignId: id, collaborationId: null, campaign: row.campaign, client: row.client }
  })
}

function factsOf({ ports }: TaskContext, subjects: readonly Subject[]): NumberFacts[] {
  const year = ports.clock.today().slice(0, 4)
  return subjects.map(({ client, campaign }) => ({ year, client, campaign }))
}

/** A contract as it begins. */
export function draftOf(
  { ports }: Pick<TaskContext, 'ports'>,
  { campaignId, collaborationId }: Pick<Subject, 'campaignId' | 'collaborationId'>,
  number: string,
  { language, jurisdiction, input }: { language: string; jurisdiction: string; input: Pick<Input, 'templateId' | 'pageSize'> },
): ContractTable {
  const now = ports.clock.now()
  return {
    id: ports.newId(),
    campaign_id: campaignId,
    collaboration_id: collaborationId,
    number,
    template_id: input.templateId,
    language,
    jurisdiction,
    page_size: input.pageSize,
    status: 'draft',
    fields: '{}',
    clauses: '{}',
    amends_id: null,
    starts_on: null,
    ends_on: null,
    remind_on: null,
    sent_at: null,
    signed_at: null,
    created_at: now,
    updated_at: now,
  }
}

export async function insertDraft(context: Pick<TaskContext, 'ports' | 'actor'>, db: WriteDb, row: ContractTable): Promise<void> {
  await db.insertInto('contract').values(row).execute()
  await addToTrail(context, db, row.id, { kind: 'made', actor: context.actor, detail: { number: row.number, template: row.template_id } })
}

/** Gives the numbers out. Somebody else may have taken them while PDFs were drawn, in which they stand already. */
async function takePlanned(db: WriteDb, facts: readonly NumberFacts[], rows: readonly ContractTable[], inPdfs: boolean): Promise<void> {
  const taken = await takeNumbers(db, facts)
  if (inPdfs && taken.some((number, i) => number !== rows[i]?.number))
    raise('CONFLICT', 'Other contracts were made meanwhile and took the numbers; nothing was made. Try again.')
  for (const [i, row] of rows.entries()) row.number = taken[i] ?? row.number
}
