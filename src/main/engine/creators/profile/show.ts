import type { z } from 'zod'
import type { BrandKind, ContactKind, ContentSample, Profile } from '#src/shared/contract/profiles.ts'
import type { ReadDb } from '../../db/handles.ts'
import type { ContentSampleTable } from '../../db/schema-creators.ts'
import { labelsIn } from '../kept.ts'
import { creatorRow } from '../show.ts'

/** What was added to a creator. Raises NOT_FOUND. */
export async function showProfile(db: ReadDb, creatorId: string): Promise<z.infer<typeof Profile>> {
  await creatorRow(db, creatorId)
  const profile = await db.selectFrom('creator_profile').selectAll().where('id', '=', creatorId).executeTakeFirst()
  const contacts = await db.selectFrom('creator_contact').selectAll().where('creator_id', '=', creatorId).orderBy('created_at').execute()
  const brands = await db
    .selectFrom('brand_history')
    .selectAll()
    .where('creator_id', '=', creatorId)
    .orderBy((order) => order.fn.coalesce('ended_on', 'started_on', 'created_at'), 'desc')
    .orderBy('id')
    .execute()
  const documents = await db
    .selectFrom('creator_document as d')
    .innerJoin('file as f', 'f.id', 'd.file_id')
    .select(['d.id', 'd.name', 'f.size', 'd.created_at as createdAt'])
    .where('d.creator_id', '=', creatorId)
    .orderBy('d.created_at', 'desc')
    .execute()
  return {
    languages: labelsIn(profile?.languages ?? '[]'),
    formats: labelsIn(profile?.formats ?? '[]'),
    owner: profile?.owner ?? null,
    portraitId: profile?.portrait_file_id ?? null,
    contacts: contacts.map(({ id, kind, label, value }) => ({ id, kind: kind as z.infer<typeof ContactKind>, label, value })),
    brands: brands.map(({ id, brand, kind, started_on: startedOn, ended_on: endedOn, url, notes }) => ({
      id,
      brand,
      kind: kind as z.infer<typeof BrandKind>,
      startedOn,
      endedOn,
      url,
      notes,
    })),
    samples: await samplesOf(db, creatorId),
    documents,
  }
}

/** The posts on file of one creator, the newest first; of an unknown day last. */
async function samplesOf(db: ReadDb, creatorId: string): Promise<z.infer<typeof ContentSample>[]> {
  const rows = await db
    .selectFrom('content_sample')
    .selectAll()
    .where('creator_id', '=', creatorId)
    .orderBy('posted_on', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(toSample)
}

function toSample(row: ContentSampleTable): z.infer<typeof ContentSample> {
  return {
    id: row.id,
    accountId: row.account_id,
    url: row.url,
    imageId: row.file_id,
    caption: row.caption,
    format: row.format,
    postedOn: row.posted_on,
    isSponsored: row.is_sponsored === null ? null : row.is_sponsored === 1,
    brand: row.brand,
    likes: row.likes,
    comments: row.comments,
    shares: row.shares,
    saves: row.saves,
    views: row.views,
    source: row.source,
  }
}
