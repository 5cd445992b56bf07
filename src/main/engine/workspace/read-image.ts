import { raise } from '#src/shared/contract/errors.ts'
import type { EngineContext } from '../context.ts'
import { imageKind } from './image-kind.ts'

/** Reads a granted PNG or JPEG of at most `limit` bytes; `kept` says what was left as it is. Raises NOT_AN_IMAGE, FILE_TOO_LARGE and what
 *  reading a grant raises. */
export async function readImage(
  { grants }: Pick<EngineContext, 'grants'>,
  grant: string,
  limit: number,
  kept: string,
): Promise<{ bytes: Buffer; kind: string }> {
  const { name, bytes } = await grants.readBytes(grant, limit)
  const kind = imageKind(bytes) ?? raise('NOT_AN_IMAGE', `${name} is not a PNG or JPEG image, or is damaged. ${kept}`)
  return { bytes, kind }
}
