import { X509Certificate } from 'node:crypto'
import { PDF, PdfDict } from '@libpdf/core'
import { beforeAll, describe, expect, test } from 'vitest'
import { renderContract } from '#src/main/engine/documents/contract/renderContract.ts'
import { certificatePem, createAuthority, issueCertificate, selfSignedCertificate } from '#src/main/engine/documents/signing/authority.ts'
import { signPdf, type SignRequest } from '#src/main/engine/documents/signing/sign.ts'
import { plainPng } from './support/images.ts'
import { hasCertutil, hasPoppler, inkIn, poppler, textOf, withTrusted } from './support/poppler.ts'
import { sampleContract } from './support/sample.ts'
import { issuedAt, requestOf, signedContract, strokes, type SignedContract } from './support/signed.ts'

let contract: SignedContract
beforeAll(async () => {
  contract = await signedContract()
})

describe('certificates', () => {
  test('a signer’s certificate is issued by the authority, which may issue nothing but signers’', () => {
    const [authority, leaf] = [new X509Certificate(contract.authority.certificate), new X509Certificate(contract.agency.certificate)]
    expect(authority.ca).toBe(true)
    expect(authority.verify(authority.publicKey)).toBe(true)
    expect(leaf.ca).toBe(false)
    expect(leaf.checkIssued(authority)).toBe(true)
    expect(leaf.verify(authority.publicKey)).toBe(true)
    expect(leaf.subject).toBe('CN=Mira Sommer\nO=Harbour Lane Agency GmbH')
    expect(leaf.subjectAltName).toBe('email:mira@harbourlane.example')
    expect([leaf.validFrom, leaf.validTo]).toEqual(['Mar  1 00:00:00 2026 GMT', 'Mar  1 00:00:00 2029 GMT'])
  })

  test('names in any script and of any length are kept', async () => {
    for (const name of ['محمد علي 王小明 🌸', 'X'.repeat(300), '']) {
      const { certificate } = await issueCertificate(contract.authority, { name }, issuedAt)
      const { subject } = new X509Certificate(certificate)
      expect(subject).toContain(name || 'Unnamed')
    }
  })

  test('a certificate for one moment stands for itself, may issue nothing, and its key can’t be taken along', async () => {
    const { certificate, privateKey } = await selfSignedCertificate({ name: 'Ana Martins', email: 'ana@cooks.example' }, issuedAt)
    const alone = new X509Certificate(certificate)
    expect([alone.ca, alone.subject, alone.issuer]).toEqual([false, 'CN=Ana Martins', 'CN=Ana Martins'])
    expect(alone.verify(alone.publicKey)).toBe(true)
    expect(alone.subjectAltName).toBe('email:ana@cooks.example')
    expect(privateKey.extractable).toBe(false)
  })

  test('no two certificates have one number', async () => {
    const issued = await Promise.all(
      Array.from({ length: 20 }, (_, at) => issueCertificate(contract.authority, { name: `Ana ${at}` }, issuedAt)),
    )
    expect(new Set(issued.map(({ certificate }) => new X509Certificate(certificate).serialNumber)).size).toBe(20)
  })

  test('one that runs beyond 2049 is still well formed, and all can be given out as text', async () => {
    const { certificate } = await createAuthority('Later', new Date('2040-06-01T00:00:00Z'))
    expect(new X509Certificate(certificate).validTo).toBe('Jun  1 00:00:00 2060 GMT')
    expect(new X509Certificate(certificatePem(certificate)).raw.equals(certificate)).toBe(true)
  })
})

describe('signing', () => {
  test('appends to the file and leaves every earlier byte as it was', () => {
    const { unsigned, signed, countersigned } = contract
    expect(Buffer.compare(signed.subarray(0, unsigned.length), unsigned)).toBe(0)
    expect(Buffer.compare(countersigned.subarray(0, signed.length), signed)).toBe(0)
  })

  test('says who signed, when and why in the signature itself', async () => {
    const pdf = await PDF.load(contract.signed)
    const signature = pdf
      .getForm()
      ?.getSignatureFields()
      .find(({ name }) => name === 'agency')
      ?.getSignatureDict()
    expect(signature).toBeInstanceOf(PdfDict)
    expect(signature?.getString('Name')?.asString()).toBe('Mira Sommer')
    expect(signature?.getString('Reason')?.asString()).toBe('I agree')
    expect(signature?.getString('M')?.asString()).toBe('D:20260304101500Z')
    expect(signature?.getName('SubFilter')?.value).toBe('ETSI.CAdES.detached')
  })

  test('text that looks like the marks of a signature does no harm', async () => {
    const reason = 'I agree (really) /ByteRange [0 1 2 3] /Contents <00> \\ — Ärger'
    const signed = await signPdf(
      contract.unsigned,
      requestOf(contract.authority, contract.agency, { reason, name: '/ByteRange [0 9 9 9]' }),
    )
    const dictionary = (await PDF.load(signed)).getForm()?.getSignatureFields()[0]?.getSignatureDict()
    expect(dictionary?.getString('Reason')?.asString()).toBe(reason)
  })

  test.each([
    ['a field that is signed already', 'CONFLICT', () => contract.signed, {}],
    ['a field that does not exist', 'NOT_FOUND', () => contract.unsigned, { field: 'brand' }],
    ['something that is no PDF', 'NOT_A_PDF', () => new TextEncoder().encode('hello'), {}],
    ['an empty drawing', 'BAD_INPUT', () => contract.unsigned, { mark: { kind: 'drawn', strokes: [[]] } }],
    ['a drawing with no numbers', 'BAD_INPUT', () => contract.unsigned, { mark: { kind: 'drawn', strokes: [[{ x: Number.NaN, y: 0 }]] } }],
    ['an empty typed name', 'BAD_INPUT', () => contract.unsigned, { mark: { kind: 'typed', name: ' \u0000 ' } }],
    ['a broken picture', 'NOT_AN_IMAGE', () => contract.unsigned, { mark: { kind: 'image', bytes: plainPng(9, 9).slice(0, 60) } }],
  ] as [string, string, () => Uint8Array, Partial<SignRequest>][])('%s is refused', async (_, code, document, parts) => {
    await expect(signPdf(document(), requestOf(contract.authority, contract.agency, parts))).rejects.toMatchObject({ code })
  })

  test('an encrypted PDF is refused', async () => {
    const pdf = await PDF.load(contract.unsigned)
    pdf.setProtection({ userPassword: '', ownerPassword: 'secret' })
    await expect(signPdf(await pdf.save(), requestOf(contract.authority, contract.agency))).rejects.toMatchObject({ code: 'PDF_ENCRYPTED' })
  })
})

describe.runIf(hasPoppler)('signatures as another program sees them', () => {
  test('pdfsig finds both valid, the last covering the whole file', () => {
    const report = poppler('pdfsig', contract.countersigned)
    expect(report.match(/Signature Validation: Signature is Valid\./g)).toHaveLength(2)
    expect(report.match(/Signature Type: ETSI\.CAdES\.detached/g)).toHaveLength(2)
    expect(report).toContain('Signer Certificate Common Name: Mira Sommer')
    expect(report).toContain('Signing Time: Mar 04 2026 10:15:00')
    expect(report.match(/(Not total|Total) document signed/g)).toEqual(['Not total document signed', 'Total document signed'])
  })

  test.runIf(hasCertutil)(`pdfsig trusts both once the authority is trusted${hasCertutil ? '' : ', skipped: needs certutil'}`, () => {
    const report = withTrusted(contract.authority.certificate, (store) => poppler('pdfsig', contract.countersigned, ['-nssdir', store]))
    expect(report.match(/Certificate Validation: Certificate is Trusted\./g)).toHaveLength(2)
  })

  test('pdfsig finds them broken after one changed byte', () => {
    const broken = Uint8Array.from(contract.countersigned)
    const at = Buffer.from(broken).indexOf('/Producer')
    broken[at + 1] = 'p'.charCodeAt(0)
    expect(poppler('pdfsig', broken)).not.toContain('Signature is Valid')
  })

  test.each([
    ['drawn', { kind: 'drawn', strokes } as const, 60],
    ['one dot', { kind: 'drawn', strokes: [[{ x: 5, y: 5 }]] } as const, 1],
    ['typed', { kind: 'typed', name: 'محمد 王小明 Ana' } as const, 60],
    ['typed, 300 letters', { kind: 'typed', name: 'Maximiliane von Hohenfels '.repeat(12) } as const, 60],
    ['picture', { kind: 'image', bytes: plainPng(200, 60, 6) } as const, 0],
  ])('%s: the signature shows in its place and nowhere else', async (_, mark, ink) => {
    const { bytes, signaturePlaces } = await renderContract(sampleContract())
    const place = signaturePlaces.find(({ role }) => role === 'creator')
    const [left, bottom, right, top] = place?.rect ?? [0, 0, 0, 0]
    const signed = await signPdf(
      bytes,
      requestOf(contract.authority, contract.creator, { field: 'creator', name: 'Ana Martins', mark, reason: 'I agree' }),
    )
    const page = (place?.page ?? 0) + 1
    const upper = [left, bottom + 34, right, top - 2] as const
    expect(inkIn(bytes, page, upper)).toBe(0)
    expect(inkIn(signed, page, upper)).toBeGreaterThanOrEqual(ink)
    expect(inkIn(signed, page, [0, top, 595, 842])).toBe(inkIn(bytes, page, [0, top, 595, 842]))
    expect(textOf(signed)).toContain('Signed electronically by Ana Martins 2026-03-04 at 10:15 UTC Reason: I agree')
  })

  test('a signature in Arabic and emoji can be read and copied', async () => {
    const name = 'محمد علي 🌸'
    const { countersigned } = await signedContract(name)
    expect(poppler('pdfsig', countersigned).match(/Signature is Valid/g)).toHaveLength(2)
    expect(textOf(countersigned)).toContain('محمد علي')
  })
})
