import { createPrivateKey, X509Certificate } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { codeOf } from '#src/shared/contract/errors.ts'
import { importSigningKey } from '#src/main/engine/documents/signing/keys.ts'
import { readKeyFile, type KeyFile } from '#src/main/engine/documents/signing/keyFile/readKeyFile.ts'
import { hasOpenssl, openssl, type Openssl } from './support/openssl.ts'

const passphrase = 'Ärger mit Öl 王 🌸'
const keys: Record<string, readonly string[]> = {
  'P-256': ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256'],
  'P-384': ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-384'],
  'P-521': ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-521'],
  'RSA-2048': ['-newkey', 'rsa:2048'],
}
const locks: Record<string, readonly string[]> = {
  'AES-256': [],
  'AES-128, SHA-512 seal': ['-certpbe', 'AES-128-CBC', '-keypbe', 'AES-192-CBC', '-macalg', 'sha512'],
  'AES-256, SHA-384 seal': ['-certpbe', 'AES-256-CBC', '-keypbe', 'AES-256-CBC', '-macalg', 'sha384'],
  'triple DES, SHA-1 seal': ['-certpbe', 'PBE-SHA1-3DES', '-keypbe', 'PBE-SHA1-3DES', '-macalg', 'sha1'],
  'triple DES with two keys': ['-legacy', '-certpbe', 'PBE-SHA1-2DES', '-keypbe', 'PBE-SHA1-2DES', '-macalg', 'sha1'],
  'RC2-40 certificates, as old Windows and Java write': ['-legacy'],
  'RC2-128': ['-legacy', '-certpbe', 'PBE-SHA1-RC2-128', '-keypbe', 'PBE-SHA1-RC2-40'],
  'no lock on the certificates': ['-certpbe', 'NONE'],
  'no lock at all': ['-certpbe', 'NONE', '-keypbe', 'NONE'],
  'no seal': ['-nomac'],
  'few rounds': ['-iter', '1'],
}

describe.runIf(hasOpenssl)('key files as OpenSSL writes them', () => {
  let made: Openssl
  const names = Object.keys(keys)
  const serial = (name: string) => new X509Certificate(made.der(name)).serialNumber
  beforeAll(() => {
    made = openssl()
    made.authority('authority', '/CN=Trust of Lisboa')
    for (const name of names) made.certificate(name, 'authority', `/CN=Ana ${name}`, { key: keys[name] ?? [] })
  })
  afterAll(() => made.close())

  test.each(Object.entries(locks))('%s', async (_, options) => {
    const { certificate, privateKey, chain } = readKeyFile(made.keyFile('P-256', 'authority', passphrase, options), passphrase)
    expect(new X509Certificate(certificate).subject).toBe('CN=Ana P-256')
    expect(chain.map((one) => new X509Certificate(one).subject)).toEqual(['CN=Trust of Lisboa'])
    const key = createPrivateKey({ key: Buffer.from(privateKey), format: 'der', type: 'pkcs8' })
    expect(new X509Certificate(certificate).checkPrivateKey(key)).toBe(true)
    expect((await importSigningKey(privateKey)).extractable).toBe(false)
  })

  test.each(names)('a key of the kind %s', async (name) => {
    const { certificate, privateKey } = readKeyFile(
      made.keyFile(name, 'authority', passphrase, locks['triple DES, SHA-1 seal']),
      passphrase,
    )
    expect(new X509Certificate(certificate).serialNumber).toBe(serial(name))
    expect((await importSigningKey(privateKey)).type).toBe('private')
  })

  test('a key that PDF programs do not know is refused in a sentence', async () => {
    made.certificate('edwards', 'authority', '/CN=Ed', { key: ['-newkey', 'ed25519'] })
    const { privateKey } = readKeyFile(made.keyFile('edwards', 'authority', passphrase), passphrase)
    await expect(importSigningKey(privateKey)).rejects.toMatchObject({ code: 'NOT_A_KEY_FILE', message: expect.stringContaining('P-256') })
  })

  test.each(Object.entries(locks).filter(([name]) => name !== 'no lock at all' && name !== 'no seal'))(
    'a wrong passphrase is told as such, and never said: %s',
    (_, options) => {
      const file = made.keyFile('P-256', 'authority', passphrase, options)
      for (const wrong of ['', 'a wrong passphrase', `${passphrase} `]) {
        const error = errorOf(() => readKeyFile(file, wrong))
        expect([error.code, error.message]).toEqual(['PASSPHRASE_WRONG', 'The passphrase does not open this key file.'])
        expect(JSON.stringify(error) + error.stack).not.toContain('a wrong passphrase')
      }
    },
  )

  test('an empty passphrase opens a file that has one', () => {
    expect(readKeyFile(made.keyFile('P-256', 'authority', ''), '').chain).toHaveLength(1)
  })

  test('a file without a key, without a certificate, or whose certificate belongs to another key', () => {
    const refusal = (options: readonly string[]) => errorOf(() => readKeyFile(made.keyFile('P-256', null, passphrase, options), passphrase))
    expect(refusal(['-nokeys'])).toMatchObject({ code: 'NOT_A_KEY_FILE', message: expect.stringContaining('It holds no private key.') })
    const noCertificate = 'It holds no certificate that belongs to its key.'
    expect(refusal(['-nocerts'])).toMatchObject({ code: 'NOT_A_KEY_FILE', message: expect.stringContaining(noCertificate) })
    const other = made.keyFile('P-256', 'P-384', passphrase, ['-nocerts', '-certpbe', 'NONE'])
    expect(errorOf(() => readKeyFile(other, passphrase))).toMatchObject({ code: 'NOT_A_KEY_FILE' })
  })

  test('a file cut short, changed anywhere, or of another kind ends in a sentence, never in a crash', () => {
    const file = made.keyFile('P-256', 'authority', 'ten letters', locks['triple DES, SHA-1 seal'])
    const others = [new Uint8Array(), new TextEncoder().encode('hello'), made.der('P-256'), new Uint8Array(5000).fill(0x30)]
    const nested = Uint8Array.from({ length: 40_000 }, (_, at) => (at % 2 === 0 ? 0x30 : 0x80))
    const cut = Array.from({ length: 60 }, (_, at) => file.slice(0, Math.floor((file.length * at) / 60)))
    const changed = Array.from({ length: 250 }, (_, at) => {
      const copy = Uint8Array.from(file)
      const place = (at * 7919) % copy.length
      copy[place] = (copy[place] ?? 0) ^ (1 << (at % 8))
      return copy
    })
    // Some bits say nothing, such as those of an empty parameter: then it opens as ever.
    const whole = readKeyFile(file, 'ten letters')
    const outcomes = [...others, nested, ...cut, ...changed].map((bytes) => outcomeOf(() => readKeyFile(bytes, 'ten letters')))
    expect(new Set(outcomes.filter((outcome) => typeof outcome === 'string'))).toEqual(new Set(['NOT_A_KEY_FILE', 'PASSPHRASE_WRONG']))
    for (const opened of outcomes.filter((outcome) => typeof outcome !== 'string')) expect(opened).toEqual(whole)
  })
})

function outcomeOf(act: () => KeyFile): KeyFile | string {
  try {
    return act()
  } catch (error) {
    return codeOf(error)
  }
}

function errorOf(act: () => unknown): Error & { code?: string } {
  try {
    act()
  } catch (error) {
    return error as Error
  }
  throw new Error('Nothing was refused.')
}
