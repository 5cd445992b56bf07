import { PDF } from '@libpdf/core'
import PdfKitDocument from 'pdfkit'
import { beforeAll, describe, expect, test } from 'vitest'
import { renderContract } from '#src/main/engine/documents/contract/renderContract.ts'
import { documentBytes } from '#src/main/engine/documents/page/document.ts'
import { archivalProblems } from './support/archival.ts'
import { plainPng, smallJpeg } from './support/images.ts'
import { poppler } from './support/poppler.ts'
import { recordedSample, sampleContract } from './support/sample.ts'
import { signedContract, type SignedContract } from './support/signed.ts'

let contract: SignedContract
beforeAll(async () => {
  contract = await signedContract('محمد علي 王小明')
})

describe('PDF/A-3a', () => {
  test.each(['A4', 'Letter'] as const)('a contract on %s keeps its rules', async (pageSize) => {
    const { bytes } = await renderContract(sampleContract({}, { pageSize }), recordedSample())
    expect(archivalProblems(bytes)).toEqual([])
  })

  test('so does one with names in other scripts, characters no font has, and a transparent logo', async () => {
    const branding = { name: 'Lane & Söhne <b>', logo: plainPng(60, 20, 6) }
    const { bytes } = await renderContract(sampleContract({ 'creator.name': 'محمد 王小明 🌸 𓀀' }, { branding }), recordedSample())
    expect(archivalProblems(bytes)).toEqual([])
  })

  test('signatures do not break them', () => {
    expect(archivalProblems(contract.signed)).toEqual([])
    expect(archivalProblems(contract.countersigned)).toEqual([])
  })

  test('a logo in inks is printed as it is, and the file does not call itself PDF/A', async () => {
    const inkLogo = Uint8Array.from(smallJpeg)
    // Four components in place of one, as the frame's head says; only the head is read here.
    inkLogo[inkLogo.indexOf(0xc0) + 8] = 4
    const { bytes } = await renderContract(sampleContract({}, { branding: { name: 'Lane', logo: inkLogo } }))
    expect(poppler('pdfinfo', bytes, ['-meta'])).not.toContain('pdfaid')
    expect(poppler('pdfinfo', bytes)).toMatch(/Tagged: +yes/)
  })

  test('the rules can be broken: a plain file keeps few of them', async () => {
    const doc = new PdfKitDocument({ pdfVersion: '1.7' })
    doc.fillColor([0, 0, 0, 100]).text('Hello')
    const problems = archivalProblems(await documentBytes(doc))
    for (const part of ['output intent', 'PDF/A-3a', 'not tagged', 'not embedded', 'inks']) {
      expect(problems.join(' ')).toContain(part)
    }
  })
})

async function hashOf(...parts: Parameters<typeof sampleContract>): Promise<string> {
  const { bytes } = await renderContract(sampleContract(...parts), recordedSample())
  const attached = (await PDF.load(bytes)).getAttachment('contract.json')
  return (JSON.parse(new TextDecoder().decode(attached ?? new Uint8Array())) as { wordsHash: string }).wordsHash
}

describe('the data inside', () => {
  test('the contract’s record is attached, with the hash of its words', async () => {
    const { bytes } = await renderContract(sampleContract(), recordedSample())
    const attached = (await PDF.load(bytes)).getAttachment('contract.json')
    const record = JSON.parse(new TextDecoder().decode(attached ?? new Uint8Array())) as Record<string, unknown>
    expect(record).toMatchObject({
      format: 'troupe-contract',
      formatVersion: 1,
      id: recordedSample().id,
      number: 'C-2026-0012',
      version: 1,
    })
    expect(record['wordsHash']).toMatch(/^[0-9a-f]{64}$/)
    expect(record['signatures']).toEqual([
      { role: 'agency', name: 'Mira Sommer', field: 'agency' },
      { role: 'creator', name: 'Ana Martins', field: 'creator' },
    ])
  })

  test('the hash of the words changes with the words and not with the paper', async () => {
    const words = await hashOf()
    expect(await hashOf({}, { pageSize: 'Letter', branding: { name: 'Other' } })).toBe(words)
    expect(await hashOf({ 'creator.name': 'Bea Lind' })).not.toBe(words)
  })

  test('poppler lists the attachment', async () => {
    const { bytes } = await renderContract(sampleContract(), recordedSample())
    expect(poppler('pdfdetach', bytes, ['-list'])).toContain('1: contract.json')
  })
})
