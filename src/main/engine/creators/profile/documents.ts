import { raise } from '#src/shared/contract/errors.ts'
import type { EngineContext, MutationContext, TaskContext } from '../../context.ts'
import type { ReadDb } from '../../db/handles.ts'
import { creatorRow } from '../show.ts'

/** Kept whole in memory while it is written; a scanned contract of fifty pages has 20 MB. */
const largestDocument = 50_000_000

/** Keeps a file with a creator: a media kit, a W-9, a scanned letter. Raises NOT_FOUND, FILE_TOO_LARGE and what reading a grant raises. */
export async function addDocument(
  context: TaskContext,
  { creatorId, file, name: given }: { creatorId: string; file: string; name?: string },
): Promise<{ id: string; entryId: string | null }> {
  const creator = await creatorRow(context.read, creatorId)
  const { name, bytes } = await context.grants.readBytes(file, largestDocument)
  const id = context.ports.newId()
  const { entryId } = await context.transact({ summary: `Added the document ${given ?? name} to ${creator.name}` }, async (db) => {
    await creatorRow(db, creatorId)
    const now = context.ports.clock.now()
    const fileId = await context.files.put(db, bytes, 'application/octet-stream', now)
    await db
      .insertInto('creator_document')
      .values({ id, creator_id: creatorId, name: given ?? name, file_id: fileId, created_at: now })
      .execute()
  })
  return { id, entryId }
}

/** Writes a document where a person chose. Raises NOT_FOUND, FILE_DAMAGED and what writing raises. */
export async function saveDocument(context: EngineContext, { id, file }: { id: string; file: string }): Promise<{ fileName: string }> {
  const row = await documentRow(context.read, id)
  return { fileName: await context.grants.writeBytes(file, await context.files.read(row.file_id)) }
}

/** Raises NOT_FOUND. */
export async function removeDocument(context: MutationContext, id: string): Promise<{ entryId: string }> {
  const { name, creator } = await documentRow(context.write, id)
  await context.write.deleteFrom('creator_document').where('id', '=', id).execute()
  context.describe(`Took the document ${name} off ${creator}`)
  return { entryId: context.entryId }
}

async function documentRow(db: ReadDb, id: string) {
  const row = await db
    .selectFrom('creator_document as d')
    .innerJoin('creator as c', 'c.id', 'd.creator_id')
    .select(['d.name', 'd.file_id', 'c.name as creator'])
    .where('d.id', '=', id)
    .executeTakeFirst()
  return row ?? raise('NOT_FOUND', 'This document is no longer in the workspace.')
}
