import { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { expectValid, signingDesk, signingRows } from '../signing-desk.ts'

const passphrase = 'drei Möwen über dem Hafen'

test('a key under a passphrase signs with it and with nothing else, however its letters were typed', async () => {
  const desk = await signingDesk()
  const { call, id, otherId, mira } = desk
  const made = await call.identities.create({ name: 'Mira Sommer', email: 'mira@harbourlane.test', passphrase })
  expect(await call.identities.list({})).toMatchObject([
    {
      id: made.id,
      kind: 'signer',
      keptWith: 'passphrase',
      state: 'valid',
      origin: 'this workspace',
      key: 'ECDSA P-256',
      fingerprint: made.fingerprint,
    },
    { kind: 'authority', keptWith: 'machine', issuer: 'Harbour Lane signing authority' },
  ])
  const before = signingRows(desk)
  await expect(call.contracts.sign({ id, ...mira })).rejects.toMatchObject({ code: 'PASSPHRASE_NEEDED' })
  await expect(call.contracts.sign({ id, ...mira, passphrase: 'vier Möwen' })).rejects.toMatchObject({ code: 'PASSPHRASE_WRONG' })
  expect([signingRows(desk), await desk.statusOf(id)]).toEqual([before, 'draft'])
  const { documentId } = await call.contracts.sign({ id, ...mira, passphrase })
  await expectValid(desk, documentId, ['agency'])
  const decomposed = await call.contracts.sign({ id: otherId, ...mira, identityId: made.id, passphrase: passphrase.normalize('NFD') })
  await expectValid(desk, decomposed.documentId, ['agency'])
  expect((await call.contracts.show({ id })).signatures).toMatchObject([{ role: 'agency', signerName: 'Mira Sommer' }])
})

test('one holding identity for each person; a chosen one signs for its own person alone', async () => {
  const desk = await signingDesk()
  const { call, id, mira } = desk
  const { id: identityId } = await call.identities.create({ name: 'Mira Sommer' })
  await expect(call.identities.create({ name: 'Mira Sommer' })).rejects.toMatchObject({ code: 'CONFLICT' })
  await expect(call.identities.create({ name: 'Lena Brandt', passphrase: 'too short' })).rejects.toMatchObject({ code: 'BAD_INPUT' })
  const before = signingRows(desk)
  await expect(call.contracts.sign({ id, signerName: 'Lena Brandt', identityId })).rejects.toMatchObject({ code: 'BAD_INPUT' })
  const authority = (await call.identities.list({})).find(({ kind }) => kind === 'authority')
  await expect(call.contracts.sign({ id, ...mira, identityId: authority?.id })).rejects.toMatchObject({ code: 'BAD_INPUT' })
  expect(signingRows(desk)).toEqual(before)
})

test('renewal gives a new key and certificate; what was signed before stays valid', async () => {
  const desk = await signingDesk()
  const { call, id, otherId, mira } = desk
  const first = await call.contracts.sign({ id, ...mira })
  const [signer] = await call.identities.list({})
  desk.setClock('2029-11-01T09:00:00Z')
  expect((await call.identities.list({}))[0]).toMatchObject({ state: 'expires soon' })
  const { warnings } = await call.contracts.countersign({ id, ...desk.ana })
  expect(warnings.join()).not.toContain('runs out')
  const soon = await call.contracts.sign({ id: otherId, ...mira })
  expect(soon.warnings.join()).toContain('The signing identity of Mira Sommer runs out on 21 November 2029; renew it before that.')
  const renewed = await call.identities.renew({ id: signer?.id ?? '' })
  expect(renewed.fingerprint).not.toBe(signer?.fingerprint)
  desk.setClock('2029-12-01T09:00:00Z')
  const listed = await call.identities.list({})
  expect(listed.filter(({ kind }) => kind === 'signer').map(({ id: one, state }) => [one, state])).toEqual([
    [renewed.id, 'valid'],
    [signer?.id, 'expired'],
  ])
  const [third = ''] = (await call.contracts.create({ collaborationIds: [desk.first] })).ids
  const signed = await call.contracts.sign({ id: third, ...mira })
  expect(await call.contracts.verifyDocument({ documentId: signed.documentId })).toMatchObject({ status: 'valid' })
  await expectValid(desk, first.documentId, ['agency'])
})

test('the authority is renewed too, and both generations count; a key under a passphrase is renewed under one', async () => {
  const desk = await signingDesk()
  const { call, id, otherId, mira } = desk
  const first = await call.contracts.sign({ id, ...mira })
  const authority = (await call.identities.list({})).find(({ kind }) => kind === 'authority')
  const renewed = await call.identities.renew({ id: authority?.id ?? '' })
  const lena = await call.identities.create({ name: 'Lena Brandt', passphrase })
  const issuers = (await call.contracts.authorities({})).filter(({ own }) => own).map(({ fingerprint }) => fingerprint)
  expect(issuers).toContain(renewed.fingerprint)
  expect(issuers).toHaveLength(2)
  const second = await call.contracts.sign({ id: otherId, signerName: 'Lena Brandt', passphrase })
  await expectValid(desk, first.documentId, ['agency'])
  await expectValid(desk, second.documentId, ['agency'])
  await expect(call.identities.renew({ id: lena.id })).rejects.toMatchObject({ code: 'PASSPHRASE_NEEDED' })
  const again = await call.identities.renew({ id: lena.id, passphrase: 'ein ganz neuer Satz' })
  expect((await call.identities.list({})).find(({ id: one }) => one === again.id)).toMatchObject({ keptWith: 'passphrase' })
})

test('the authority’s certificate and its fingerprint are given out, as text and as bytes, also before anything was signed', async () => {
  const { call, toWrite, at } = await signingDesk()
  const pem = await call.identities.exportAuthority({ file: toWrite('ca.pem') })
  const der = await call.identities.exportAuthority({ file: toWrite('ca.der'), form: 'der' })
  const [text, bytes] = [new X509Certificate(readFileSync(at('ca.pem'))), new X509Certificate(readFileSync(at('ca.der')))]
  expect(text.raw.equals(bytes.raw)).toBe(true)
  expect([text.ca, text.subject]).toEqual([true, 'CN=Harbour Lane signing authority'])
  const fingerprint = text.fingerprint256.replaceAll(':', '').toLowerCase()
  expect([pem.fingerprint, der.fingerprint]).toEqual([fingerprint, fingerprint])
  expect(readFileSync(at('ca.pem'), 'utf8')).not.toContain('PRIVATE KEY')
  expect(await call.contracts.authorities({})).toMatchObject([{ fingerprint, own: true, trusted: true }])
})

test('what made an identity is not undone while later signatures rest on it; without them it is, and can be done again', async () => {
  const desk = await signingDesk()
  const { call, id, otherId, mira } = desk
  const first = await call.contracts.sign({ id, ...mira })
  const second = await call.contracts.sign({ id: otherId, ...mira })
  await expect(call.workspace.undo({ entryId: first.entryId ?? '' })).rejects.toMatchObject({ code: 'UNDO_CONFLICT' })
  await expectValid(desk, second.documentId, ['agency'])
  await call.workspace.undo({ entryId: second.entryId ?? '' })
  const undone = await call.workspace.undo({ entryId: first.entryId ?? '' })
  expect(await call.identities.list({})).toEqual([])
  await call.workspace.undo({ entryId: undone.entryId ?? '' })
  await expectValid(desk, first.documentId, ['agency'])
})
