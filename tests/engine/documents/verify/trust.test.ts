import { createHash } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import { createAuthority, issueCertificate } from '#src/main/engine/documents/signing/authority.ts'
import { signedContainer } from '#src/main/engine/documents/signing/cms.ts'
import { importSigningKey } from '#src/main/engine/documents/signing/keys.ts'
import { stampOn } from '#src/main/engine/documents/signing/timeStamp.ts'
import type { TrustSettings } from '#src/main/engine/documents/verify/trust.ts'
import { verifyPdf } from '#src/main/engine/documents/verify/verifyPdf.ts'
import { appended, opened, withEntries } from '../support/appending.ts'
import { hasOpenssl, openssl } from '../support/openssl.ts'
import { signedElsewhere } from '../support/signing-elsewhere.ts'
import { objects, part, smallPdf, stream } from './small.ts'

const hour = 60 * 60 * 1000
const now = new Date(Math.floor(Date.now() / 1000) * 1000)
const later = new Date(now.getTime() + hour)
const stated = (at: Date) => `/M (D:${at.toISOString().replaceAll(/[-:T]/g, '').slice(0, 14)}Z)`

const authority = await createAuthority('Harbour Lane signing authority', new Date(now.getTime() - 24 * hour))
const signer = await issueCertificate(authority, { name: 'Ana Martins' }, new Date(now.getTime() - 24 * hour))
const key = await importSigningKey(signer.privateKey)
const fingerprint = createHash('sha256').update(signer.certificate).digest('hex')

const tool = hasOpenssl ? openssl() : undefined
afterAll(() => tool?.close())
tool?.authority('stamps', '/CN=Stamps of Lisboa')
tool?.certificate('service', 'stamps', '/CN=Stamp service', {
  extensions: 'basicConstraints=critical,CA:false\nkeyUsage=critical,digitalSignature\nextendedKeyUsage=critical,timeStamping',
})
const stampAuthority = tool ? tool.der('stamps') : new Uint8Array()

async function stampFor(signature: Uint8Array): Promise<Uint8Array> {
  if (!tool) throw new Error('There is no OpenSSL to make time stamps with.')
  const { token } = await stampOn(
    signature,
    async (request) => tool.stampAnswer('service', request, { certificates: 'stamps' }),
    new Date(),
  )
  return token
}

function signed(stamp?: (signature: Uint8Array) => Promise<Uint8Array>, at = now): Promise<Uint8Array> {
  return signedElsewhere(smallPdf(), {
    subFilter: 'ETSI.CAdES.detached',
    dictionary: stated(at),
    room: 12_000,
    sign: (parts) => signedContainer({ parts, key, certificate: signer.certificate, chain: [authority.certificate], stamp }),
  })
}

const usual: TrustSettings = { trustedCertificates: [authority.certificate], timeStampAuthorities: () => [stampAuthority], now: later }

function verify(bytes: Uint8Array, settings: Partial<TrustSettings> = {}) {
  return verifyPdf(bytes, { ...usual, ...settings })
}

const revokedAt = (at: Date, reason: string | null) => ({ revocations: [{ fingerprint, at, reason }] })

describe('a certificate that was taken back', () => {
  test.each([
    [
      'before it was signed',
      new Date(now.getTime() - hour),
      'superseded',
      'untrusted',
      /was revoked on .+ \(superseded\), before it was signed/,
    ],
    ['after, as the key was stolen', new Date(now.getTime() + 60_000), 'key compromise', 'untrusted', /nothing but its own word says/],
    ['after, for no reason given', new Date(now.getTime() + 60_000), null, 'untrusted', /nothing but its own word says/],
    ['after, as the holder left', new Date(now.getTime() + 60_000), 'affiliation changed', 'valid', /^/],
  ] as const)('%s', async (_, at, reason, status, says) => {
    const verdict = await verify(await signed(), revokedAt(at, reason))
    expect(verdict).toMatchObject({
      status,
      signatures: [{ intact: true, revocation: { state: 'revoked', source: 'workspace list', at, reason } }],
    })
    expect(verdict.signatures[0]?.note ?? '').toMatch(says)
  })

  test('after, as the key was stolen, where these bytes were kept here before', async () => {
    const settings = { ...revokedAt(new Date(now.getTime() + 60_000), 'key compromise'), keptSince: async () => now }
    expect((await verify(await signed(), settings)).status).toBe('valid')
  })

  test.runIf(hasOpenssl)('after, as the key was stolen, where a time stamp proves that it was signed before', async () => {
    const stolen = revokedAt(new Date(now.getTime() + 30 * 60_000), 'key compromise')
    const bytes = await signed(stampFor)
    expect(await verify(bytes, stolen)).toMatchObject({ status: 'valid', signatures: [{ level: 'B-T', timeStamp: { isTrusted: true } }] })
    expect((await verify(bytes, { ...stolen, timeStampAuthorities: () => [] })).status).toBe('untrusted')
  })

  test('the authority itself: nobody it vouched for is trusted', async () => {
    const own = createHash('sha256').update(authority.certificate).digest('hex')
    const settings = { revocations: [{ fingerprint: own, at: new Date(now.getTime() - hour), reason: 'authority compromise' }] }
    expect((await verify(await signed(), settings)).status).toBe('untrusted')
  })
})

describe.runIf(hasOpenssl)('a time stamp', () => {
  test('of an authority that is known: level B-T, and the instant it vouches for', async () => {
    const { status, signatures } = await verify(await signed(stampFor))
    expect({ status, note: signatures[0]?.note }).toEqual({ status: 'valid', note: null })
    expect(signatures).toMatchObject([{ level: 'B-T', timeStamp: { authority: 'Stamp service', isTrusted: true, note: null } }])
  })

  test('of one that is not: the signature stands, the stamp proves nothing', async () => {
    const { status, signatures } = await verify(await signed(stampFor), { timeStampAuthorities: () => [] })
    expect(status).toBe('valid')
    expect(signatures).toMatchObject([
      { timeStamp: { isTrusted: false }, note: expect.stringMatching(/^The time stamp proves nothing here: /) },
    ])
  })

  test('that was made for another signature: altered', async () => {
    const { status, alterations } = await verify(await signed(() => stampFor(Buffer.from('another signature'))))
    expect(status).toBe('altered')
    expect(alterations.join('\n')).toContain('Its time stamp does not hold. The time stamp was made for something else.')
  })

  test('that is no stamp at all: altered', async () => {
    expect((await verify(await signed(async () => new Uint8Array([0x30, 0])))).status).toBe('altered')
  })

  test('days after the signer’s clock: said', async () => {
    const { signatures } = await verify(await signed(stampFor, new Date(now.getTime() - 20 * hour)), { now: later })
    expect(signatures[0]?.note).toBeNull()
    const off = await verify(await signed(stampFor, new Date(now.getTime() - 72 * hour)))
    expect(off.signatures).toMatchObject([{ trusted: true, note: expect.stringContaining('more than a day off the time stamp') }])
  })

  test('on the whole document: told apart from signatures, and trusted on its own account', async () => {
    if (!tool) throw new Error('There is no OpenSSL.')
    const bytes = await signedElsewhere(await signed(), {
      field: 'stamp',
      subFilter: 'ETSI.RFC3161',
      sign: async (parts) => stampFor(Buffer.concat(parts)),
    })
    const verdict = await verify(bytes, revokedAt(new Date(now.getTime() + 30 * 60_000), 'key compromise'))
    expect(verdict).toMatchObject({
      status: 'valid',
      signatures: [
        { kind: 'signature', changesAfter: [{ kind: 'time stamp', isAllowed: true }] },
        { kind: 'time stamp', trusted: true, coversWholeFile: true },
      ],
    })
  })
})

describe.runIf(hasOpenssl)('a revocation list in the file', () => {
  test('of the issuer says that all is well; once it has ended before the signature it says nothing', async () => {
    if (!tool) throw new Error('There is no OpenSSL.')
    tool.authority('root', '/CN=Root of the tests')
    tool.certificate('good', 'root', '/CN=Good')
    const bytes = await signedElsewhere(smallPdf(), { sign: (parts) => tool.cms('good', parts) })
    const list = tool.revocationList('root')
    const store = objects({
      [part.catalog]: withEntries(opened(bytes).catalog, { DSS: '<< /CRLs [40 0 R] >>' }),
      40: stream(Buffer.from(list).toString('latin1')),
    })
    const settings = { trustedCertificates: [tool.der('root')] }
    expect(await verify(appended(bytes, store), settings)).toMatchObject({
      status: 'valid',
      signatures: [{ revocation: { state: 'good', source: 'embedded list' } }],
    })
    const months = new Date(now.getTime() + 60 * 24 * hour)
    const muchLater = await signedElsewhere(smallPdf(), {
      dictionary: stated(months),
      sign: (parts) => tool.cms('good', parts, ['-noattr']),
    })
    expect(await verify(appended(muchLater, store), { ...settings, now: months })).toMatchObject({
      status: 'valid',
      signatures: [{ revocation: { state: 'not known' } }],
    })
    // A list of somebody else counts for nothing.
    tool.authority('other', '/CN=Root of the tests')
    const foreign = objects({
      ...Object.fromEntries(store),
      40: stream(Buffer.from(tool.revocationList('other', 'good')).toString('latin1')),
    })
    expect(await verify(appended(bytes, foreign), settings)).toMatchObject({
      status: 'valid',
      signatures: [{ revocation: { state: 'not known' } }],
    })
  })
})
