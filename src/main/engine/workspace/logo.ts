import type { EngineContext, TaskContext } from '../context.ts'
import { imageKind } from './image-kind.ts'
import { keepSettings } from './keep-settings.ts'
import { readImage } from './read-image.ts'
import { settingsOf } from './settings.ts'

const largestLogo = 5_000_000

/** Keeps the granted PNG or JPEG as the agency's logo; null takes the logo away. Raises NOT_AN_IMAGE, FILE_TOO_LARGE and what reading a
 *  grant raises. */
export async function setLogo(context: TaskContext, grant: string | null): Promise<{ entryId: string | null }> {
  const image = grant === null ? null : await readImage(context, grant, largestLogo, 'The logo was left as it is.')
  const { entryId } = await context.transact({ summary: image ? 'Changed the logo' : 'Took the logo away' }, async (db) => {
    const logoHash = image && (await context.files.put(db, image.bytes, image.kind, context.ports.clock.now()))
    const { agency } = await settingsOf(db)
    await keepSettings(db, { agency: { ...agency, logoHash } })
  })
  return { entryId }
}

/** The logo's bytes with their type; null where there is none. */
export async function readLogo({ read, files }: EngineContext): Promise<{ image: Blob | null }> {
  const { logoHash } = (await settingsOf(read)).agency
  if (logoHash === null) return { image: null }
  const bytes = await files.read(logoHash)
  return { image: new Blob([new Uint8Array(bytes)], { type: imageKind(bytes) ?? 'application/octet-stream' }) }
}
