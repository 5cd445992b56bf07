import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasOpenssl, openssl, type Openssl } from '#tests/engine/documents/support/openssl.ts'
import { expectValid, signingDesk, signingRows } from '../signing-desk.ts'

const filePassphrase = 'was die Datei schließt'

describe.runIf(hasOpenssl)('an identity from a key file', () => {
  let made: Openssl
  beforeAll(() => {
    made = openssl()
    made.authority('authority', '/CN=Trust of Lisboa')
    made.certificate('rsa', 'authority', '/CN=Mira Sommer/emailAddress=mira@trust.test', { key: ['-newkey', 'rsa:2048'] })
    made.certificate('p384', 'authority', '/CN=Mira Sommer', { key: ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-384'] })
    made.certificate('expired', 'authority', '/CN=Mira Sommer', { from: '20200101000000Z', to: '20250101000000Z' })
    made.certificate('later', 'authority', '/CN=Mira Sommer', { from: '20270101000000Z' })
    made.certificate('server', 'authority', '/CN=www.trust.test', {
      extensions: 'basicConstraints=critical,CA:false\nextendedKeyUsage=serverAuth',
    })
    made.certificate('short', 'authority', '/CN=Mira Sommer', { key: ['-newkey', 'rsa:1024'] })
  })
  afterAll(() => made.close())

  test.each([
    ['RSA 2,048 bits', 'rsa', []],
    ['RSA 2,048 bits; triple DES and RC2', 'rsa', ['-legacy']],
    ['ECDSA P-384; triple DES', 'p384', ['-certpbe', 'PBE-SHA1-3DES', '-keypbe', 'PBE-SHA1-3DES']],
  ] as const)('%s: taken in, it signs, and everybody finds the signature valid', async (kind, name, options) => {
    const desk = await signingDesk()
    const { call, id, mira } = desk
    const file = made.keyFile(name, 'authority', filePassphrase, options)
    const taken = await call.identities.importKeyFile({ file: desk.toRead(file), filePassphrase })
    expect(await call.identities.list({})).toMatchObject([
      { id: taken.id, name: 'Mira Sommer', origin: 'key file', issuer: 'Trust of Lisboa', key: kind.split(';')[0], keptWith: 'machine' },
    ])
    const { documentId } = await call.contracts.sign({ id, ...mira })
    await expectValid(desk, documentId, ['agency'])
    const { signatures } = await call.contracts.verifyDocument({ documentId })
    expect(signatures).toMatchObject([{ trust: { source: 'accepted signer', name: 'Mira Sommer' } }])
    const complete = await call.contracts.countersign({ id, ...desk.ana })
    await expectValid(desk, complete.documentId, ['agency', 'creator'])
  })

  test('kept under a passphrase of its own; taken in twice, or renewed here, it is refused', async () => {
    const desk = await signingDesk()
    const { call, id } = desk
    const give = () => desk.toRead(made.keyFile('rsa', 'authority', filePassphrase))
    const own = { name: 'Mira S.', email: null, passphrase: 'ein Satz nur für hier' }
    const taken = await call.identities.importKeyFile({ file: give(), filePassphrase, ...own })
    await expect(call.identities.importKeyFile({ file: give(), filePassphrase })).rejects.toMatchObject({ code: 'CONFLICT' })
    await expect(call.identities.renew({ id: taken.id, passphrase: own.passphrase })).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('“Trust of Lisboa”, who alone can renew it'),
    })
    await expect(call.contracts.sign({ id, signerName: 'Mira S.', passphrase: filePassphrase })).rejects.toMatchObject({
      code: 'PASSPHRASE_WRONG',
    })
    const { documentId } = await call.contracts.sign({ id, signerName: 'Mira S.', passphrase: own.passphrase })
    await expectValid(desk, documentId, ['agency'])
  })

  test.each([
    ['that has run out', 'expired', 'CERTIFICATE_EXPIRED', 'The certificate in the file ran out on 2025-01-01.'],
    ['for web servers', 'server', 'NOT_A_KEY_FILE', 'The certificate in the file is not meant for signing documents.'],
    ['with a key too short to rely on', 'short', 'NOT_A_KEY_FILE', 'The key in the file cannot be used.'],
  ])('one %s is refused, and nothing is kept', async (_, name, code, message) => {
    const desk = await signingDesk()
    const before = signingRows(desk)
    const file = desk.toRead(made.keyFile(name, 'authority', filePassphrase))
    await expect(desk.call.identities.importKeyFile({ file, filePassphrase })).rejects.toMatchObject({
      code,
      message: expect.stringContaining(message),
    })
    expect(signingRows(desk)).toEqual(before)
  })

  test('a wrong passphrase, a broken file and one of another kind are refused, and nothing is kept', async () => {
    const desk = await signingDesk()
    const { call } = desk
    const before = signingRows(desk)
    const whole = made.keyFile('rsa', 'authority', filePassphrase)
    const give = (bytes: Uint8Array) => ({ file: desk.toRead(bytes), filePassphrase })
    await expect(call.identities.importKeyFile({ ...give(whole), filePassphrase: 'another' })).rejects.toMatchObject({
      code: 'PASSPHRASE_WRONG',
    })
    await expect(call.identities.importKeyFile(give(whole.slice(0, 900)))).rejects.toMatchObject({ code: 'NOT_A_KEY_FILE' })
    await expect(call.identities.importKeyFile(give(new TextEncoder().encode('-----BEGIN CERTIFICATE-----')))).rejects.toMatchObject({
      code: 'NOT_A_KEY_FILE',
    })
    await expect(call.identities.importKeyFile(give(new Uint8Array(1_200_000)))).rejects.toMatchObject({ code: 'FILE_TOO_LARGE' })
    expect(signingRows(desk)).toEqual(before)
  })

  test('one whose time has not come signs only from then on', async () => {
    const desk = await signingDesk()
    const { call, id, mira } = desk
    await call.identities.importKeyFile({ file: desk.toRead(made.keyFile('later', 'authority', filePassphrase)), filePassphrase })
    await expect(call.contracts.sign({ id, ...mira })).rejects.toMatchObject({ code: 'CLOCK_WRONG' })
    desk.setClock('2027-01-02T09:00:00Z')
    await expectValid(desk, (await call.contracts.sign({ id, ...mira })).documentId, ['agency'])
  })
})
