import { drawAppearance, type SignatureMark } from './appearance.ts'
import type { Identity } from './authority.ts'
import { importSigningKey } from './keys.ts'
import { signField, type FieldSignature } from './signField.ts'

export interface SignRequest extends Omit<FieldSignature, 'certificate' | 'key' | 'appearance'> {
  signer: Identity
  mark: SignatureMark
  /** Language of the words in the signature's appearance. */
  language: string
}

/** Signs one field of a PDF with a kept identity, its look drawn with the fonts of all documents made here. Raises what `signField`
 *  raises, and BAD_INPUT or NOT_AN_IMAGE for the mark. */
export async function signPdf(bytes: Uint8Array, { signer, mark, language, ...request }: SignRequest): Promise<Uint8Array> {
  return signField(bytes, {
    ...request,
    certificate: signer.certificate,
    key: await importSigningKey(signer.privateKey),
    appearance: (width, height) => drawAppearance(mark, { ...request, language }, width, height),
  })
}
