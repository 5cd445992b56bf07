import { z } from 'zod'
import { Changed, FileGrant, Id, Ids, Name, ShortText, task } from './base.ts'
import { Passphrase } from './identities.ts'

/** A signature as it is to be seen: made on the pad, as strokes of points in 0…1 of the pad's width and height; typed; or a picture. */
export const SignatureMark = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('drawn'),
    aspect: z.number().positive().max(20),
    strokes: z
      .array(
        z
          .array(z.tuple([z.number().min(0).max(1), z.number().min(0).max(1)]))
          .min(1)
          .max(5000),
      )
      .min(1)
      .max(500),
  }),
  z.object({ kind: z.literal('typed'), text: Name }),
  /** PNG or JPEG. */
  z.object({ kind: z.literal('image'), file: FileGrant }),
])

const Signing = z.object({
  signerName: Name,
  signerEmail: ShortText.nullable().default(null),
  mark: SignatureMark.optional(),
  reason: ShortText.optional(),
  /** How it was made sure who signs, such as "ID card seen"; goes into the audit record. */
  identified: ShortText.optional(),
})

/** The agency's signer: an identity of the workspace; without an id the newest of that name, or a new one where there is none. */
const AgencySigning = Signing.extend({ identityId: Id.optional(), passphrase: Passphrase.optional() })

export const SignInput = AgencySigning.extend({ id: Id })
export const SignManyInput = AgencySigning.extend({ ids: Ids })
export const CountersignInput = Signing.extend({ id: Id })

export const SignResult = Changed.extend({
  documentId: Id,
  hash: z.string(),
  status: z.enum(['signed by one', 'signed by all']),
  /** Blanks that were in the contract when it was signed, an identity that runs out soon, what could not be planned. */
  warnings: z.array(z.string()),
})
export const SignManyResult = Changed.extend({ documentIds: z.array(Id), warnings: z.array(z.string()) })

export const signing = {
  /** The agency signs, before or after the other side; a draft is drawn first, what was sent is signed as it was sent. */
  sign: task.input(SignInput).output(SignResult),
  /** The agency signs a selection with one identity, opened once; all or none. */
  signMany: task.input(SignManyInput).output(SignManyResult),
  /** The other side, creator or client, signs on this machine, in person, before or after the agency. */
  countersign: task.input(CountersignInput).output(SignResult),
}
