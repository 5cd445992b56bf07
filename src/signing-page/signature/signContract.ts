import { selfSignedCertificate } from '#src/main/engine/documents/signing/authority.ts'
import { signField } from '#src/main/engine/documents/signing/signField.ts'
import { fillWords, type SigningPageData } from '#src/shared/signing-page.ts'
import type { Confirmed } from '../steps/identity.ts'
import { drawAppearance } from './appearance.ts'
import type { Mark } from './mark.ts'

/** Signs the contract with a key made for this moment, which is forgotten with the page. */
export async function signContract(
  pdf: Uint8Array,
  { contract, signer, caption, words }: SigningPageData,
  { name, email, place }: Confirmed,
  mark: Mark,
  at: Date,
): Promise<Uint8Array<ArrayBuffer>> {
  const reason = fillWords(words.sign.reason, { number: contract.number })
  const { certificate, privateKey } = await selfSignedCertificate({ name, email, organisation: signer.company }, at)
  const [date = '', time = ''] = at.toISOString().split('T')
  const captions = [
    fillWords(caption.signedBy, { name }),
    fillWords(caption.signedAt, { date, time: time.slice(0, 5) }),
    fillWords(caption.reason, { reason }),
  ]
  const signed = await signField(pdf, {
    field: signer.field,
    certificate,
    key: privateKey,
    chain: [],
    name,
    reason,
    location: place,
    contact: email,
    at,
    appearance: (width, height) => drawAppearance(mark, captions, width, height),
  })
  return Uint8Array.from(signed)
}
