import { raise } from '#src/shared/contract/errors.ts'
import type { MutationContext } from '../context.ts'
import { inChunks } from '../db/chunks.ts'
import type { WriteDb } from '../db/handles.ts'
import { campaignOf } from './queries.ts'
import { isOver } from './status-rules.ts'
import { namesOf } from './work.ts'

/** Adds a selection of creators as shortlisted; who is in already stays as they are. Raises NOT_FOUND; CONFLICT, and adds nobody, where the
 *  campaign is over or one of them must not be contacted or is archived. */
export async function addCreators(
  context: MutationContext,
  { id, creatorIds }: { id: string; creatorIds: string[] },
): Promise<{ added: string[]; alreadyIn: number; entryId: string }> {
  const campaign = await campaignOf(context.write, id)
  if (isOver(campaign.status)) raise('CONFLICT', `${campaign.name} is ${campaign.status}. Set it to active before adding creators.`)
  const wanted = [...new Set(creatorIds)]
  const present = new Set(
    (await context.write.selectFrom('collaboration').select('creator_id').where('campaign_id', '=', id).execute()).map(
      (row) => row.creator_id,
    ),
  )
  const missing = wanted.filter((creatorId) => !present.has(creatorId))
  await expectWelcome(context.write, missing)
  const now = context.ports.clock.now()
  const rows = missing.map((creatorId) => ({
    id: context.ports.newId(),
    campaign_id: id,
    creator_id: creatorId,
    account_id: null,
    stage: 'shortlisted',
    compensation: null,
    tracking_link: null,
    discount_code: null,
    notes: null,
    created_at: now,
    updated_at: now,
  }))
  await inChunks(
    rows,
    (chunk) =>
      context.write
        .insertInto('collaboration')
        .values([...chunk])
        .execute(),
    1000,
  )
  context.describe(`Added ${rows.length} ${rows.length === 1 ? 'creator' : 'creators'} to ${campaign.name}`)
  return { added: rows.map((row) => row.id), alreadyIn: wanted.length - missing.length, entryId: context.entryId }
}

async function expectWelcome(db: WriteDb, ids: readonly string[]): Promise<void> {
  const creators = await inChunks(ids, (chunk) =>
    db.selectFrom('creator').select(['name', 'do_not_contact', 'archived_at']).where('id', 'in', chunk).orderBy('name').execute(),
  )
  if (creators.length < ids.length)
    raise('NOT_FOUND', `${ids.length - creators.length} of these creators are no longer in the workspace; nobody was added.`)
  const refused = creators.filter(({ do_not_contact }) => do_not_contact === 1).map(({ name }) => name)
  if (refused.length > 0)
    raise(
      'CONFLICT',
      `${namesOf(refused)} ${refused.length === 1 ? 'is' : 'are'} marked "do not contact"; nobody was added. Leave them out, or lift the mark.`,
      { names: refused.slice(0, 100) },
    )
  const archived = creators.filter(({ archived_at }) => archived_at !== null).map(({ name }) => name)
  if (archived.length > 0)
    raise(
      'CONFLICT',
      `${namesOf(archived)} ${archived.length === 1 ? 'is' : 'are'} archived; nobody was added. Leave them out, or bring them back first.`,
      { names: archived.slice(0, 100) },
    )
}
