import { selfSignedCertificate } from '#src/main/engine/documents/signing/authority.ts'
import { signField } from '#src/main/engine/documents/signing/signField.ts'
import { fillWords, type SigningPageData } from '#src/shared/signing-page.ts'
import { sha256 } from '../bytes.ts'
import type { Confirmed } from '../steps/identity.ts'
import { drawAppearance } from './appearance.ts'
import { auditFills } from './auditLook.ts'
import type { Mark } from './mark.ts'

/** Signs the contract with a key made for this moment, which is forgotten with the page, and fills in the signer's part of the audit page. */
export async function signContract(
  pdf: Uint8Array<ArrayBuffer>,
  { contract, signer, caption, words, audit }: SigningPageData,
  { name, email, place }: Confirmed,
  mark: Mark,
  at: Date,
): Promise<Uint8Array<ArrayBuffer>> {
  const reason = fillWords(words.sign.reason, { number: contract.number })
  const { certificate, privateKey } = await selfSignedCertificate({ name, email, organisation: signer.company }, at)
  const [date = '', time = ''] = at.toISOString().split('T')
  const captions = [
    fillWords(caption.signedBy, { name }),
    `${fillWords(caption.signedAt, { date, time: time.slice(0, 5) })}, ${place}`,
    fillWords(caption.reason, { reason }),
  ]
  const entry = {
    field: signer.field,
    role: signer.role,
    name,
    email,
    at: `${at.toISOString().slice(0, 19)}Z`,
    isStamped: false,
    identified: words.sign.identified,
    method: mark.kind,
    level: 'B-B',
    reason,
    certificate: { issuer: name, fingerprint: await sha256(Uint8Array.from(certificate)) },
    fileBefore: contract.sha256,
    contract: audit.contract,
    steps: audit.steps,
  }
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
    fills: auditFills(entry, audit.words),
  })
  return Uint8Array.from(signed)
}
