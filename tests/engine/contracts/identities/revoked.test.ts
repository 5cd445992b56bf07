import { readFileSync } from 'node:fs'
import * as pkijs from 'pkijs'
import { expect, test } from 'vitest'
import { certificateOf, keptIdentity } from '#src/main/engine/contracts/identities/rows.ts'
import { signPdf } from '#src/main/engine/documents/signing/sign.ts'
import { hasOpenssl, opensslSays } from '#tests/engine/documents/support/openssl.ts'
import { expectValid, signingDesk, signingRows } from '../signing-desk.ts'

test('a revoked identity cannot sign again, not even under another id; a new one for the same person can', async () => {
  const desk = await signingDesk()
  const { call, id, otherId, mira } = desk
  const first = await call.contracts.sign({ id, ...mira })
  const [signer] = await call.identities.list({})
  const signerId = signer?.id ?? ''
  const { entryId } = await call.identities.revoke({ id: signerId, reason: 'superseded' })
  expect(entryId).not.toBeNull()
  expect((await call.identities.list({}))[0]).toMatchObject({ state: 'revoked', revocationReason: 'superseded' })
  const before = signingRows(desk)
  const refused = { code: 'CERTIFICATE_REVOKED', message: expect.stringContaining('was revoked on 21 November 2026') }
  await expect(call.contracts.sign({ id: otherId, ...mira })).rejects.toMatchObject(refused)
  await expect(call.contracts.sign({ id: otherId, ...mira, identityId: signerId })).rejects.toMatchObject(refused)
  await expect(call.contracts.signMany({ ids: [otherId], ...mira })).rejects.toMatchObject(refused)
  await expect(call.identities.renew({ id: signerId })).rejects.toMatchObject({ code: 'CERTIFICATE_REVOKED' })
  await expect(call.identities.revoke({ id: signerId })).rejects.toMatchObject({ code: 'CONFLICT' })
  expect(signingRows(desk)).toEqual(before)
  await call.identities.create({ name: 'Mira Sommer' })
  const second = await call.contracts.sign({ id: otherId, ...mira })
  await expectValid(desk, second.documentId, ['agency'])
  // What it signed before it was superseded still counts.
  await expectValid(desk, first.documentId, ['agency'])
})

test('after a compromise a signature counts where it was kept in time, and not where only its own word dates it', async () => {
  const desk = await signingDesk()
  const { call, id, otherId, mira } = desk
  const { documentId } = await call.contracts.sign({ id, ...mira })
  const [signer] = await call.identities.list({})
  const forged = await signedWithStolenKey(desk, otherId, signer?.id ?? '')
  desk.setClock('2026-11-22T09:00:00Z')
  await call.identities.revoke({ id: signer?.id ?? '', reason: 'key compromise' })
  const kept = await call.contracts.verifyDocument({ documentId })
  expect(kept).toMatchObject({
    status: 'valid',
    signatures: [{ trusted: true, revocation: { state: 'revoked', reason: 'key compromise' } }],
  })
  const outside = await call.contracts.verify({ file: desk.toRead(forged, 'forged.pdf') })
  expect(outside).toMatchObject({ status: 'untrusted', signatures: [{ intact: true, trusted: false }] })
  expect(JSON.stringify(outside.signatures)).toContain('nothing but its own word says that it was signed before')
})

/** What a thief of the key makes of another contract, dated before the key was reported stolen. */
async function signedWithStolenKey(
  { call, engine, ports }: Awaited<ReturnType<typeof signingDesk>>,
  contractId: string,
  identityId: string,
) {
  const { read } = engine.contextFor('test')
  const row = await keptIdentity(read, identityId)
  const { pdf } = await call.contracts.preview({ id: contractId })
  const signer = { certificate: certificateOf(row), privateKey: await ports.secrets.unseal(row.sealed ?? '') }
  return signPdf(new Uint8Array(await pdf.arrayBuffer()), {
    field: 'agency',
    signer,
    chain: [certificateOf(await keptIdentity(read, row.issuer_id ?? ''))],
    name: 'Mira Sommer',
    mark: { kind: 'typed', name: 'Mira Sommer' },
    at: new Date('2026-11-21T09:30:00Z'),
    language: 'en',
  })
}

test.runIf(hasOpenssl)(
  'the list of revoked certificates is signed by the authority, counts up, and names each with its reason',
  async () => {
    const desk = await signingDesk()
    const { call, toWrite, at } = desk
    await expect(call.identities.exportRevocations({ file: toWrite('none.pem') })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const mira = await call.identities.create({ name: 'Mira Sommer' })
    const lena = await call.identities.create({ name: 'Lena Brandt' })
    await call.identities.revoke({ id: mira.id, reason: 'affiliation changed' })
    const one = await call.identities.exportRevocations({ file: toWrite('one.der'), form: 'der' })
    await call.identities.revoke({ id: lena.id })
    const two = await call.identities.exportRevocations({ file: toWrite('two.pem') })
    expect([one.revoked, two.revoked]).toEqual([1, 2])
    expect(two.number).toBeGreaterThan(one.number)
    const list = pkijs.CertificateRevocationList.fromBER(Uint8Array.from(readFileSync(at('one.der'))).buffer)
    expect(
      list.revokedCertificates?.map(({ userCertificate }) => Buffer.from(userCertificate.valueBlock.valueHexView).toString('hex')),
    ).toHaveLength(1)
    await call.identities.exportAuthority({ file: toWrite('ca.pem') })
    const told = opensslSays('crl', '-in', at('two.pem'), '-CAfile', at('ca.pem'), '-noout', '-text')
    expect(told).toContain('verify OK')
    expect(told).toContain('Affiliation Changed')
    expect(told.match(/Serial Number:/g)).toHaveLength(2)
  },
)

test('an expired identity cannot sign; the clock is named where it is set wrong', async () => {
  const desk = await signingDesk()
  const { call, id, otherId, mira } = desk
  const { id: identityId } = await call.identities.create({ name: 'Mira Sommer' })
  const before = signingRows(desk)
  desk.setClock('2020-01-01T09:00:00Z')
  expect((await call.identities.list({}))[0]).toMatchObject({ state: 'not valid yet' })
  for (const chosen of [{}, { identityId }]) {
    await expect(call.contracts.sign({ id, ...mira, ...chosen })).rejects.toMatchObject({
      code: 'CLOCK_WRONG',
      message: expect.stringContaining('clock says 1 January 2020, but the certificate of Mira Sommer is valid only from 21 November 2026'),
    })
  }
  desk.setClock('2030-06-01T09:00:00Z')
  for (const chosen of [{}, { identityId }]) {
    await expect(call.contracts.sign({ id, ...mira, ...chosen })).rejects.toMatchObject({
      code: 'CERTIFICATE_EXPIRED',
      message: 'The signing identity of Mira Sommer ran out on 21 November 2029. Renew it to sign.',
    })
  }
  expect(signingRows(desk)).toEqual(before)
  desk.setClock('2026-11-22T09:00:00Z')
  await call.contracts.sign({ id, ...mira })
  const signed = signingRows(desk)
  // The certificate is valid by then, but the contract has steps from a day later: somebody set the clock back.
  desk.setClock('2026-11-21T12:00:00Z')
  await expect(call.contracts.countersign({ id, ...desk.ana })).rejects.toMatchObject({
    code: 'CLOCK_WRONG',
    message: expect.stringMatching(/clock says 2026-11-21 12:00 UTC, but contract 2026-0001 was worked on at 2026-11-22 09:\d\d UTC/),
  })
  expect(signingRows(desk)).toEqual(signed)
  // Two laptops are never quite together: a few minutes are no reason to refuse.
  desk.setClock('2026-11-22T08:55:00Z')
  expect((await call.contracts.countersign({ id, ...desk.ana })).status).toBe('signed by all')
  expect((await call.contracts.show({ id: otherId })).status).toBe('draft')
})
