import { raise } from '#src/shared/contract/errors.ts'
import type { EngineContext, TaskContext } from '../../context.ts'
import { imageKind } from '../../workspace/image-kind.ts'
import { readImage } from '../../workspace/read-image.ts'
import { creatorRow } from '../show.ts'
import { changeProfile } from './edit.ts'

/** Photos straight from a phone are 3 to 8 MB. */
export const largestImage = 15_000_000

/** Keeps the granted PNG or JPEG as the creator's portrait; null takes it away. Raises NOT_FOUND, NOT_AN_IMAGE, FILE_TOO_LARGE and what
 *  reading a grant raises. */
export async function setPortrait(
  context: TaskContext,
  { creatorId, file }: { creatorId: string; file: string | null },
): Promise<{ entryId: string | null }> {
  const { name } = await creatorRow(context.read, creatorId)
  const image = file === null ? null : await readImage(context, file, largestImage, 'The portrait was left as it is.')
  const summary = image ? `Changed the portrait of ${name}` : `Took the portrait of ${name} away`
  const { entryId } = await context.transact({ summary }, async (db) => {
    await creatorRow(db, creatorId)
    const now = context.ports.clock.now()
    const portrait = image && (await context.files.put(db, image.bytes, image.kind, now))
    await changeProfile(db, creatorId, now, { portrait_file_id: portrait })
  })
  return { entryId }
}

/** The bytes of a portrait or of a sample's image. Raises NOT_FOUND for a file that is neither, NOT_FOUND and FILE_DAMAGED for bytes that
 *  are gone or changed. */
export async function readProfileImage({ read, files }: EngineContext, imageId: string): Promise<{ image: Blob }> {
  const isPortrait = await read.selectFrom('creator_profile').select('id').where('portrait_file_id', '=', imageId).executeTakeFirst()
  const isSample = isPortrait ?? (await read.selectFrom('content_sample').select('id').where('file_id', '=', imageId).executeTakeFirst())
  if (!isSample) raise('NOT_FOUND', 'This image is no longer in the workspace.')
  const bytes = await files.read(imageId)
  return { image: new Blob([new Uint8Array(bytes)], { type: imageKind(bytes) ?? 'application/octet-stream' }) }
}
