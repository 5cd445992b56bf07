import type { z } from 'zod'
import { raise } from '#src/shared/contract/errors.ts'
import type { ContentSample } from '#src/shared/contract/profiles.ts'
import type { MutationContext, TaskContext } from '../../context.ts'
import { differing } from '../../db/differing.ts'
import type { WriteDb } from '../../db/handles.ts'
import type { ContentSampleTable } from '../../db/schema-creators.ts'
import { readImage } from '../../workspace/read-image.ts'
import { creatorRow } from '../show.ts'
import { largestImage } from './images.ts'

export type SampleFields = Partial<Omit<z.infer<typeof ContentSample>, 'id' | 'imageId' | 'source'>>
type Sample = SampleFields & { id?: string; creatorId: string; image?: string | null }

/** Adds a post of a creator, or changes one; its image is kept in the workspace. Raises NOT_FOUND, NOT_AN_IMAGE, FILE_TOO_LARGE, CONFLICT
 *  for an account of somebody else, and BAD_INPUT for a day to come and for a post of which nothing is said. */
export async function saveSample(
  context: TaskContext,
  { id: known, creatorId, image: grant, ...fields }: Sample,
): Promise<{ id: string; entryId: string | null }> {
  const { name } = await creatorRow(context.read, creatorId)
  if (fields.postedOn && fields.postedOn > context.ports.clock.today()) raise('BAD_INPUT', 'postedOn: A post cannot be from a day to come.')
  if (known === undefined && !grant && Object.values(fields).every((value) => value === null || value === undefined))
    raise('BAD_INPUT', 'Give at least the address or the image of the post.')
  const image = grant ? await readImage(context, grant, largestImage, 'Nothing was changed.') : null
  const id = known ?? context.ports.newId()
  const { entryId } = await context.transact({ summary: `${known ? 'Changed' : 'Added'} a post of ${name}` }, async (db) => {
    await creatorRow(db, creatorId)
    if (fields.accountId) await expectOwn(db, fields.accountId, creatorId)
    const now = context.ports.clock.now()
    const fileId = image ? await context.files.put(db, image.bytes, image.kind, now) : grant === null ? null : undefined
    const row = { ...toRow(fields), ...(fileId === undefined ? {} : { file_id: fileId }) }
    if (known === undefined) await insertSample(db, { ...row, id, creator_id: creatorId, source: 'manual', created_at: now })
    else await changeSample(db, known, creatorId, row)
  })
  return { id, entryId }
}

/** Adds a row with these columns; the others are not known. */
async function insertSample(
  db: WriteDb,
  row: Partial<ContentSampleTable> & Pick<ContentSampleTable, 'id' | 'creator_id' | 'source' | 'created_at'>,
): Promise<void> {
  await db
    .insertInto('content_sample')
    .values({ ...blank, ...row })
    .execute()
}

async function changeSample(db: WriteDb, id: string, creatorId: string, row: Partial<ContentSampleTable>): Promise<void> {
  const before = await db
    .selectFrom('content_sample')
    .selectAll()
    .where('id', '=', id)
    .where('creator_id', '=', creatorId)
    .executeTakeFirst()
  if (!before) raise('NOT_FOUND', 'This post is no longer in the workspace.')
  const changed = differing(before, row)
  if (changed) await db.updateTable('content_sample').set(changed).where('id', '=', id).execute()
}

async function expectOwn(db: WriteDb, accountId: string, creatorId: string): Promise<void> {
  const account = await db.selectFrom('account').select('creator_id').where('id', '=', accountId).executeTakeFirst()
  if (!account) raise('NOT_FOUND', 'This account is no longer in the workspace.')
  if (account.creator_id !== creatorId) raise('CONFLICT', 'The account belongs to another creator. Nothing was changed.')
}

/** Raises NOT_FOUND. */
export async function removeSample(context: MutationContext, id: string): Promise<{ entryId: string }> {
  const row = await context.write
    .selectFrom('content_sample as s')
    .innerJoin('creator as c', 'c.id', 's.creator_id')
    .select('c.name')
    .where('s.id', '=', id)
    .executeTakeFirst()
  if (!row) raise('NOT_FOUND', 'This post is no longer in the workspace.')
  await context.write.deleteFrom('content_sample').where('id', '=', id).execute()
  context.describe(`Took a post of ${row.name} out`)
  return { entryId: context.entryId }
}

const blank: Omit<ContentSampleTable, 'id' | 'creator_id' | 'source' | 'created_at'> = {
  account_id: null,
  url: null,
  file_id: null,
  caption: null,
  format: null,
  posted_on: null,
  is_sponsored: null,
  brand: null,
  likes: null,
  comments: null,
  shares: null,
  saves: null,
  views: null,
}

function toRow({ accountId, postedOn, isSponsored, ...rest }: SampleFields): Partial<ContentSampleTable> {
  const row = {
    ...rest,
    account_id: accountId,
    posted_on: postedOn,
    is_sponsored: isSponsored === undefined || isSponsored === null ? isSponsored : Number(isSponsored),
  }
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined))
}
