import type { z } from 'zod'
import { raise } from '#src/shared/contract/errors.ts'
import type { ProposalOptions } from '#src/shared/contract/reports.ts'
import type { EngineContext } from '../context.ts'
import type { ReadDb } from '../db/handles.ts'
import { anyOf } from '../db/id-list.ts'
import { renderProposal } from '../documents/proposal/renderProposal.ts'
import { proposalHtml } from '../documents/proposal/proposalHtml.ts'
import type { Proposal, ProposedCreator } from '../documents/proposal/types.ts'
import type { JobHandle } from '../jobs.ts'
import { chosenCreators, type Chosen } from './kit/chosen.ts'
import { kitFrame, type KitFrame } from './kit/frame.ts'
import { kitOf } from './kit/kit-of.ts'
import { askedOf, totalsOf, type Ask } from './kit/prices.ts'
import { reachOf } from './kit/reach.ts'
import { endsAsHtml } from './media-kit.ts'

type Options = z.infer<typeof ProposalOptions>

/** More would be no proposal but a list. */
const mostCreators = 100

/** What a proposal for these creators would say by itself. Raises NOT_FOUND. */
export async function proposalDraft(db: ReadDb, which: Pick<Options, 'creatorIds' | 'shortlist'>) {
  const chosen = await chosenCreators(db, which)
  const names = await namesOf(db, chosen)
  const creators = chosen.creators.map(({ id, note }) => ({ id, name: names.get(id) ?? '', reason: note }))
  return { title: titleOf(chosen, chosen.client), client: chosen.client, creators }
}

/** Draws the proposal as PDF. Raises NOT_FOUND, and BAD_INPUT for more than 100 creators. */
export async function drawProposal(
  context: EngineContext,
  options: Options,
): Promise<{ bytes: Uint8Array; pages: number; notices: string[] }> {
  const frame = await kitFrame(context)
  const chosen = await fewEnough(context.read, options)
  const proposal = await proposalOf(context.read, options, chosen, frame)
  return { ...(await renderProposal(proposal)), notices: frame.notices }
}

/** Writes the proposal to a granted place, as PDF or HTML by its name. Raises NOT_FOUND, CANCELLED, BAD_INPUT for more than 100 creators, and
 *  what writing there raises. */
export async function saveProposal(
  context: EngineContext,
  { file, ...options }: Options & { file: string },
): Promise<{ fileName: string; creators: number; pages: number | null; notices: string[] }> {
  const chosen = await fewEnough(context.read, options)
  return context.jobs.run('Drawing the proposal', async (job) => {
    const frame = await kitFrame(context)
    const proposal = await proposalOf(context.read, options, chosen, frame, job)
    const count = chosen.creators.length
    const isHtml = endsAsHtml(context.grants.writable(file).name)
    const drawn = (done: number): void => {
      job.throwIfCancelled()
      job.progress(count + done, count * 2)
    }
    const { bytes, pages } = isHtml ? { bytes: proposalHtml(proposal), pages: null } : await renderProposal(proposal, drawn)
    job.throwIfCancelled()
    return { fileName: await context.grants.writeBytes(file, bytes), creators: count, pages, notices: frame.notices }
  })
}

async function fewEnough(db: ReadDb, which: Pick<Options, 'creatorIds' | 'shortlist'>): Promise<Chosen> {
  const chosen = await chosenCreators(db, which)
  if (chosen.creators.length > mostCreators)
    raise('BAD_INPUT', `A proposal holds at most ${mostCreators} creators; these are ${chosen.creators.length}.`)
  return chosen
}

async function proposalOf(db: ReadDb, options: Options, chosen: Chosen, frame: KitFrame, job?: JobHandle): Promise<Proposal> {
  const settings = { layout: 'one-page', pageSize: options.pageSize, showRates: false, contact: 'none' } as const
  const creators: ProposedCreator[] = []
  const asked: (Ask | null)[] = []
  for (const { id, note } of chosen.creators) {
    job?.throwIfCancelled()
    const { creator, kit } = await kitOf(db, id, settings, frame)
    const ask = options.showPrices ? askedOf(creator) : null
    asked.push(ask)
    creators.push({ kit, why: (options.reasons[id] ?? note)?.trim() || null, price: ask && { amount: ask.amount, what: ask.what } })
    job?.progress(creators.length, chosen.creators.length * 2)
  }
  const client = options.client === undefined ? chosen.client : options.client?.trim() || null
  return {
    language: 'en',
    pageSize: options.pageSize,
    perPage: options.perPage,
    createdAt: frame.createdAt,
    branding: frame.branding,
    title: options.title ?? titleOf(chosen, client),
    client,
    intro: options.intro,
    creators,
    reach: reachOf(creators.map(({ kit }) => kit)),
    prices: options.showPrices ? totalsOf(asked) : null,
    contact: frame.agencyContact,
  }
}

function titleOf({ name, creators }: Chosen, client: string | null): string {
  if (name !== null) return name
  return client ? `Creators for ${client}` : `A selection of ${creators.length === 1 ? 'one creator' : `${creators.length} creators`}`
}

/** Raises NOT_FOUND where a creator is gone. */
async function namesOf(db: ReadDb, { creators }: Chosen): Promise<Map<string, string>> {
  const ids = creators.map(({ id }) => id)
  const rows = await db.selectFrom('creator').select(['id', 'name']).where('id', 'in', anyOf(ids)).execute()
  if (rows.length < ids.length) raise('NOT_FOUND', 'A creator of this selection is no longer in the workspace.')
  return new Map(rows.map(({ id, name }) => [id, name]))
}
