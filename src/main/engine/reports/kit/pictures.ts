import { TroupeError, type ErrorCode } from '#src/shared/contract/errors.ts'
import { checkImage } from '../../documents/page/images.ts'
import { withoutMetadata } from '../../documents/page/imageMetadata.ts'
import type { FileStore } from '../../files.ts'

/** Reads a picture of the workspace by its hash; null where there is none, or none that can be used. */
export type PictureReader = (hash: string | null | undefined, what: string) => Promise<Uint8Array | null>

/** What one picture's trouble looks like; a kit is made without it. */
const troubles: ReadonlySet<ErrorCode> = new Set(['NOT_AN_IMAGE', 'NOT_FOUND', 'FILE_DAMAGED'])

/** A reader that adds a sentence to `notices` for each picture that cannot be used. Clients never get what a camera wrote beside a
 *  picture, such as where it was taken. */
export function pictureReader(files: Pick<FileStore, 'read'>, notices: string[]): PictureReader {
  return async (hash, what) => {
    if (!hash) return null
    try {
      const bytes = withoutMetadata(await files.read(hash))
      // What is drawn is what was checked, so that it is read down to its pixels once.
      checkImage(bytes, what)
      return bytes
    } catch (error) {
      if (!(error instanceof TroupeError) || !troubles.has(error.code)) throw error
      const sentence = error.code === 'NOT_AN_IMAGE' ? error.message : `${what} could not be read. ${error.message}`
      notices.push(`${sentence} It was left out.`)
      return null
    }
  }
}
