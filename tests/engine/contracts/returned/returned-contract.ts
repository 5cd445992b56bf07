import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { drawAppearance } from '#src/main/engine/documents/signing/appearance.ts'
import { createAuthority, issueCertificate, selfSignedCertificate } from '#src/main/engine/documents/signing/authority.ts'
import { signedContainer } from '#src/main/engine/documents/signing/cms.ts'
import { importSigningKey } from '#src/main/engine/documents/signing/keys.ts'
import { signField } from '#src/main/engine/documents/signing/signField.ts'
import { signedElsewhere } from '#tests/engine/documents/support/signing-elsewhere.ts'
import { smallAgency } from '#tests/support/thread.ts'
import { testWorkspace } from '#tests/support/workspace.ts'

/** A workspace whose first contract has gone out, drawn and sent, and a second that is a draft. */
export async function sentContract() {
  const workspace = await testWorkspace()
  const agency = await smallAgency(workspace)
  const { call, engine, folder } = workspace
  const { ids } = await call.contracts.create({ collaborationIds: agency.collaborationIds })
  const [id, otherId] = ids as [string, string]
  const pdfOf = async (documentId: string) => new Uint8Array(await (await call.contracts.document({ documentId })).pdf.arrayBuffer())
  /** Gives a file to read, and its name. */
  const file = (bytes: Uint8Array, name = 'returned.pdf') => {
    writeFileSync(join(folder, name), bytes)
    return engine.grants.toRead(join(folder, name))
  }
  const send = async (contractId: string) => {
    const [documentId = ''] = (await call.contracts.render({ ids: [contractId] })).documentIds
    await call.contracts.setStatus({ ids: [contractId], status: 'sent' })
    return pdfOf(documentId)
  }
  const sent = await send(id)
  const take = (bytes: Uint8Array, options: { contractId?: string; by?: string } = {}) =>
    call.contracts.importSigned({ file: file(bytes), ...options })
  return { ...workspace, ...agency, id, otherId, sent, send, take, file, pdfOf }
}

/** Signs in the creator's field the way the signing page does: with a key made for the moment. */
export async function signedByCreator(bytes: Uint8Array, name = 'Ana Martins', field = 'creator'): Promise<Uint8Array> {
  const at = new Date('2026-11-20T10:00:00Z')
  const { certificate, privateKey } = await selfSignedCertificate({ name, email: 'ana@mail.test' }, at)
  const words = { name, at, language: 'en' }
  return signField(bytes, {
    field,
    name,
    at,
    key: privateKey,
    certificate,
    chain: [],
    appearance: (width, height) => drawAppearance({ kind: 'typed', name }, words, width, height),
  })
}

/** Signs in a field of its own, in the page's lower margin unless told otherwise, with a certificate of another authority. */
export async function signedWithOwnTool(
  bytes: Uint8Array,
  rect: [number, number, number, number] = [400, 4, 560, 26],
): Promise<Uint8Array> {
  const at = new Date('2026-11-20T10:00:00Z')
  const authority = await createAuthority('Qualified signatures of Lisboa', at)
  const signer = await issueCertificate(authority, { name: 'Ana Martins' }, at)
  const [key, chain] = [await importSigningKey(signer.privateKey), [authority.certificate]]
  return signedElsewhere(bytes, {
    rect,
    subFilter: 'ETSI.CAdES.detached',
    dictionary: '/M (D:20261120100000Z)',
    sign: (parts) => signedContainer({ parts, key, certificate: signer.certificate, chain }),
  })
}
