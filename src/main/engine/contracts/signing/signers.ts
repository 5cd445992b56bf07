import type { z } from 'zod'
import type { SignatureMark as MarkSchema } from '#src/shared/contract/contracts-signing.ts'
import type { AuditEntry } from '#src/shared/domain/audit-entry.ts'
import type { TaskContext } from '../../context.ts'
import type { SignatureMark } from '../../documents/signing/appearance.ts'
import { checkImage } from '../../documents/page/images.ts'

/** Which party signs, which is also the name of its field in the PDF. */
export type Party = 'agency' | 'creator' | 'client'

/** Who signs and how, as it is asked for. */
export interface Asked {
  signerName: string
  signerEmail: string | null
  mark?: z.infer<typeof MarkSchema> | undefined
  reason?: string | undefined
  identified?: string | undefined
}

/** A picture of a signature is a scan or a photo of a few lines. */
const largestPicture = 10_000_000

/** What goes into the signature field. A drawn mark comes in parts of the pad's width and height; the pad's shape gives the strokes their
 *  proportions back. Raises NOT_AN_IMAGE. */
export async function markOf({ grants }: Pick<TaskContext, 'grants'>, { mark, signerName }: Asked): Promise<SignatureMark> {
  switch (mark?.kind) {
    case undefined:
      return { kind: 'typed', name: signerName }
    case 'typed':
      return { kind: 'typed', name: mark.text }
    case 'drawn':
      return { kind: 'drawn', strokes: mark.strokes.map((stroke) => stroke.map(([x, y]) => ({ x: x * mark.aspect, y }))) }
    case 'image': {
      const bytes = new Uint8Array((await grants.readBytes(mark.file, largestPicture)).bytes)
      checkImage(bytes, 'The picture of the signature')
      return { kind: 'image', bytes }
    }
  }
}

export function methodOf({ mark }: Asked): AuditEntry['method'] {
  return mark?.kind ?? 'typed'
}
