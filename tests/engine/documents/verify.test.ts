import { PDF } from '@libpdf/core'
import { beforeAll, describe, expect, test } from 'vitest'
import { createAuthority, issueCertificate } from '#src/main/engine/documents/signing/authority.ts'
import { signPdf } from '#src/main/engine/documents/signing/sign.ts'
import type { PdfVerdict } from '#src/main/engine/documents/verify/verdict.ts'
import { verifyPdf } from '#src/main/engine/documents/verify/verifyPdf.ts'
import { countersignedAt, issuedAt, now, requestOf, signedAt, signedContract, type SignedContract } from './support/signed.ts'

let contract: SignedContract
beforeAll(async () => {
  contract = await signedContract('محمد علي 王小明')
})

function verify(bytes: Uint8Array, moment = now): Promise<PdfVerdict> {
  return verifyPdf(bytes, { trustedCertificates: [contract.authority.certificate], now: moment })
}

function changed(bytes: Uint8Array, at: number, mask = 1): Uint8Array {
  const copy = Uint8Array.from(bytes)
  copy[at] = (copy[at] ?? 0) ^ mask
  return copy
}

function indexIn(bytes: Uint8Array, mark: string, from = 0): number {
  const at = Buffer.from(bytes).indexOf(mark, from)
  if (at < 0) throw new Error(`“${mark}” is not in the file.`)
  return at
}

describe('the verdict on a contract', () => {
  test('unsigned: no signature, nothing altered', async () => {
    expect(await verify(contract.unsigned)).toEqual({
      status: 'unsigned',
      revisions: 1,
      signatures: [],
      alterations: [],
      remarks: [],
      changes: [],
    })
  })

  // In UTF-16 these have the byte of a carriage return, and one of a bracket or a backslash.
  test.each(['Luka Kovačević', 'Ana 👩🏽‍🎤', 'രാജ', '\u{5c28}\u{285c}č'])(
    'a field described with “%s” is not changed by signing in it',
    async (name) => {
      const { authority, signed, countersigned } = await signedContract(name)
      for (const bytes of [signed, countersigned])
        expect(await verifyPdf(bytes, { trustedCertificates: [authority.certificate], now })).toMatchObject({
          status: 'valid',
          alterations: [],
        })
    },
  )

  test('signed once: valid, with name, time and reason', async () => {
    const { status, signatures, alterations } = await verify(contract.signed)
    expect({ status, alterations }).toEqual({ status: 'valid', alterations: [] })
    expect(signatures).toEqual([
      expect.objectContaining({
        field: 'agency',
        signer: 'Mira Sommer',
        signedAt: signedAt.toISOString(),
        intact: true,
        coversWholeFile: true,
        trusted: true,
        note: null,
        reason: 'I agree',
      }),
    ])
    expect(signatures[0]?.certificate).toMatchObject({
      email: 'mira@harbourlane.example',
      organisation: 'Harbour Lane Agency GmbH',
      issuer: 'Harbour Lane signing authority',
    })
  })

  test('countersigned: valid; the first no longer covers the whole file, which is no alteration', async () => {
    const { status, signatures, alterations } = await verify(contract.countersigned)
    expect({ status, alterations }).toEqual({ status: 'valid', alterations: [] })
    expect(signatures.map((signature) => [signature.field, signature.signer, signature.signedAt, signature.coversWholeFile])).toEqual([
      ['agency', 'Mira Sommer', signedAt.toISOString(), false],
      ['creator', 'محمد علي 王小明', countersignedAt.toISOString(), true],
    ])
  })

  test('signed by somebody whose authority is not trusted: untrusted, and it says why', async () => {
    const { status, signatures } = await verifyPdf(contract.countersigned, { trustedCertificates: [], now })
    expect(status).toBe('untrusted')
    for (const signature of signatures) {
      expect(signature).toMatchObject({
        intact: true,
        trusted: false,
        note: 'Its certificate was issued by “Harbour Lane signing authority”, which is not among the trusted authorities.',
      })
    }
  })

  test('another authority of the same name is not trusted', async () => {
    const impostor = await createAuthority('Harbour Lane signing authority', issuedAt)
    expect((await verifyPdf(contract.signed, { trustedCertificates: [impostor.certificate], now })).status).toBe('untrusted')
  })

  test('a certificate that a signer issued is not trusted', async () => {
    const forged = await issueCertificate(contract.agency, { name: 'Harbour Lane Agency' }, issuedAt)
    const request = { ...requestOf(contract.authority, forged), chain: [contract.agency.certificate, contract.authority.certificate] }
    expect(await verify(await signPdf(contract.unsigned, request))).toMatchObject({
      status: 'untrusted',
      signatures: [{ intact: true, trusted: false }],
    })
  })

  test.each([
    ['before it was valid', new Date('2026-02-01T00:00:00Z'), 'A certificate was not valid yet when it was signed.'],
    ['after it had expired', new Date('2031-02-01T00:00:00Z'), 'A certificate had expired when it was signed.'],
  ])('signed with a certificate %s: untrusted', async (_, at, note) => {
    const signed = await signPdf(contract.unsigned, requestOf(contract.authority, contract.agency, { at }))
    expect(await verify(signed, new Date('2032-01-01T00:00:00Z'))).toMatchObject({
      status: 'untrusted',
      signatures: [{ intact: true, trusted: false, note }],
    })
  })

  test('a certificate that expired since it was signed changes nothing', async () => {
    expect((await verify(contract.countersigned, new Date('2035-01-01T00:00:00Z'))).status).toBe('valid')
  })

  test('signed in the future: a clock is wrong, and it says so', async () => {
    const { status, signatures } = await verify(contract.signed, new Date('2026-03-01T00:00:00Z'))
    expect({ status, note: signatures[0]?.note }).toEqual({
      status: 'untrusted',
      note: 'It says it was made in the future: a clock is set wrong.',
    })
  })
})

describe('one changed byte', () => {
  const places: [string, (bytes: Uint8Array) => number][] = [
    ['the first', () => 0],
    ['the header', () => 6],
    ['a page’s content', (bytes) => indexIn(bytes, 'stream\n') + 60],
    ['the key of a dictionary', (bytes) => indexIn(bytes, '/MediaBox') + 2],
    ['an object’s number', (bytes) => indexIn(bytes, ' 0 obj') - 1],
    ['the cross-references', (bytes) => indexIn(bytes, 'xref\n') + 40],
    ['the time of signing', (bytes) => indexIn(bytes, '/M (D:2026') + 8],
    ['the byte range’s name', (bytes) => indexIn(bytes, '/ByteRange') + 2],
    ['a number of the byte range', (bytes) => indexIn(bytes, '/ByteRange') + 14],
    ['the signature’s name', (bytes) => indexIn(bytes, '/Contents <') + 3],
    ['the first digit of the signature', (bytes) => indexIn(bytes, '/Contents <') + 11],
    ['the middle of the signature', (bytes) => indexIn(bytes, '/Contents <') + 700],
    ['a certificate in the signature', (bytes) => indexIn(bytes, '/Contents <') + 1500],
    ['the padding behind the signature', (bytes) => indexIn(bytes, '0000>\n') - 40],
    ['the link from the field to its signature', (bytes) => indexIn(bytes, '/V ') + 1],
    ['the last', (bytes) => bytes.length - 2],
  ]

  test.each(places)('%s: altered', async (_, place) => {
    for (const bytes of [contract.signed, contract.countersigned]) {
      const verdict = await verify(changed(bytes, place(bytes)))
      expect(verdict.status).toBe('altered')
      expect(verdict.alterations.length).toBeGreaterThan(0)
    }
  })

  test('a letter of the signature in another case: altered, though it means the same', async () => {
    const bytes = contract.signed
    const start = indexIn(bytes, '/Contents <') + 11
    const letter = bytes.findIndex((byte, at) => at > start && byte >= 65 && byte <= 70)
    expect((await verify(changed(bytes, letter, 32))).status).toBe('altered')
  })

  test('anywhere in the file: altered, never an error or a crash', async () => {
    const { signed } = contract
    for (let at = 0; at < signed.length; at += 1009) expect([at, (await verify(changed(signed, at))).status]).toEqual([at, 'altered'])
  })

  test('anywhere in the signature itself: altered', async () => {
    const { signed } = contract
    const start = indexIn(signed, '/Contents <') + 11
    const end = indexIn(signed, '000000', start)
    for (let at = start; at < end; at += 17) expect([at, (await verify(changed(signed, at))).status]).toEqual([at, 'altered'])
  })
})

describe('files that are no signed contract', () => {
  test.each([
    ['an empty file', new Uint8Array(), 'FILE_EMPTY'],
    ['text', new TextEncoder().encode('Dear Ana, …'), 'NOT_A_PDF'],
    ['noise', Uint8Array.from({ length: 20_000 }, (_, at) => (at * 7919) % 251), 'NOT_A_PDF'],
    ['a PDF’s first line alone', new TextEncoder().encode('%PDF-1.7\n%%EOF\n'), 'NOT_A_PDF'],
  ])('%s is refused', async (_, bytes, code) => {
    await expect(verify(bytes)).rejects.toMatchObject({ code })
  })

  test('a file too large to be a contract is refused unread', async () => {
    await expect(verify(new Uint8Array(210 * 1024 * 1024))).rejects.toMatchObject({ code: 'FILE_TOO_LARGE' })
  })

  test('an encrypted PDF is refused', async () => {
    const pdf = await PDF.load(contract.unsigned)
    pdf.setProtection({ userPassword: 'open', ownerPassword: 'secret' })
    await expect(verify(await pdf.save())).rejects.toMatchObject({ code: 'PDF_ENCRYPTED' })
  })

  test('cut off anywhere: damaged, or altered where one signature is still whole', async () => {
    const { signed, countersigned } = contract
    for (const share of [0.2, 0.5, 0.9, 0.95, 0.999]) {
      await expect(verify(signed.slice(0, Math.floor(signed.length * share)))).rejects.toMatchObject({ code: 'FILE_DAMAGED' })
    }
    const inSecond = Math.floor((signed.length + countersigned.length) / 2)
    const verdict = await verify(countersigned.slice(0, inSecond))
    expect(verdict.status).toBe('altered')
    expect(verdict.signatures.some(({ intact }) => intact)).toBe(true)
  })

  test('references that run in circles and lengths that lie end in a verdict, not in a hang', async () => {
    const text = Buffer.from(contract.signed).toString('latin1')
    const start = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1]
    const parts = [
      [/\/Prev \d+/, `/Prev ${start}`],
      [/\/Length \d+/g, '/Length 9 0 R'],
      [/\/Kids \[[^\]]*\]/, '/Kids [1 0 R 1 0 R]'],
      [/\/Pages \d+/, '/Pages 3'],
      [/\/Count \d/, '/Count 9'],
    ] as const
    for (const [pattern, replacement] of parts) {
      expect(text).toMatch(pattern)
      expect((await verify(Uint8Array.from(Buffer.from(text.replace(pattern, replacement), 'latin1')))).status).toBe('altered')
    }
  })
})
