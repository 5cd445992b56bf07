import { renderContract } from '#src/main/engine/documents/contract/renderContract.ts'
import { createAuthority, issueCertificate, type Identity } from '#src/main/engine/documents/signing/authority.ts'
import { signPdf, type SignRequest } from '#src/main/engine/documents/signing/sign.ts'
import { sampleContract } from './sample.ts'

export const issuedAt = new Date('2026-03-01T00:00:00Z')
export const signedAt = new Date('2026-03-04T10:15:00Z')
export const countersignedAt = new Date('2026-03-05T18:40:00Z')
export const now = new Date('2026-04-01T00:00:00Z')

/** A wave and a stroke, as a pad would record them. */
export const strokes = [
  Array.from({ length: 40 }, (_, at) => ({ x: at * 4, y: 40 + 30 * Math.sin(at / 4) })),
  [
    { x: 10, y: 90 },
    { x: 170, y: 75 },
  ],
]

export interface SignedContract {
  authority: Identity
  agency: Identity
  creator: Identity
  unsigned: Uint8Array
  signed: Uint8Array
  countersigned: Uint8Array
}

/** A contract at its three stages, signed with certificates of one authority. */
export async function signedContract(creatorName = 'Ana Martins'): Promise<SignedContract> {
  const authority = await createAuthority('Harbour Lane signing authority', issuedAt)
  const mira = { name: 'Mira Sommer', email: 'mira@harbourlane.example', organisation: 'Harbour Lane Agency GmbH' }
  const agency = await issueCertificate(authority, mira, issuedAt)
  const creator = await issueCertificate(authority, { name: creatorName }, issuedAt)
  const { bytes: unsigned } = await renderContract(sampleContract({ 'creator.name': creatorName }))
  const drawn: Partial<SignRequest> = { mark: { kind: 'drawn', strokes }, reason: 'I agree' }
  const signed = await signPdf(unsigned, requestOf(authority, agency, drawn))
  const typed: Partial<SignRequest> = { field: 'creator', name: creatorName, mark: { kind: 'typed', name: creatorName } }
  const countersigned = await signPdf(signed, requestOf(authority, creator, { ...typed, at: countersignedAt }))
  return { authority, agency, creator, unsigned, signed, countersigned }
}

/** A request to sign with `signer`, with believable parts where none are given. */
export function requestOf(authority: Identity, signer: Identity, parts: Partial<SignRequest> = {}): SignRequest {
  return {
    field: 'agency',
    signer,
    chain: [authority.certificate],
    name: 'Mira Sommer',
    mark: { kind: 'typed', name: 'Mira Sommer' },
    at: signedAt,
    language: 'en',
    ...parts,
  }
}
