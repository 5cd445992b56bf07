import { closeSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { PDF } from '@libpdf/core'
import { describe, expect, test } from 'vitest'
import { readPdfHere } from '#src/main/engine/documents/reading/pdfText.ts'
import { pagesOf } from '#src/main/engine/documents/redline/pdfClauses.ts'
import { verifyPdf } from '#src/main/engine/documents/verify/verifyPdf.ts'
import type { PdfVerdict } from '#src/main/engine/documents/verify/verdict.ts'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'
import { testWorkspace } from '#tests/support/workspace.ts'
import { appended, opened, withEntries } from '../support/appending.ts'
import { now } from '../support/signed.ts'
import { certifying, desk, objects, packed, packedPdf, part, smallPdf, stream } from './small.ts'

const made = await desk()
const signed = await made.sign(smallPdf())
const verify = (bytes: Uint8Array): Promise<PdfVerdict> => verifyPdf(bytes, { trustedCertificates: [made.authority.certificate], now })
const statusOf = async (bytes: Uint8Array) => (await verify(bytes)).status
const fixture = (name: string) => Uint8Array.from(readFileSync(new URL(`../../../fixtures/verify/${name}`, import.meta.url)))

function text(value: string): Uint8Array {
  return Uint8Array.from(Buffer.from(value, 'latin1'))
}

describe('laid out for the web', () => {
  test.each(['linearised.pdf', 'linearised-streams.pdf'])('%s: unsigned, and valid once signed', async (name) => {
    expect(await verify(fixture(name))).toMatchObject({ status: 'unsigned', revisions: 1 })
    const bytes = await made.sign(fixture(name))
    expect(await verify(bytes)).toMatchObject({ status: 'valid', revisions: 2, signatures: [{ revision: 2, coversWholeFile: true }] })
    const [page = 0] = [...(await pageNumbers(bytes))]
    const turned = appended(bytes, objects({ [page]: withEntries(opened(bytes).object(page), { Rotate: '180' }) }))
    expect(await verify(turned)).toMatchObject({
      status: 'altered',
      alterations: ['After signing, the content of page 1 was changed.', expect.anything()],
    })
  })

  test('cut off in the middle: damaged', async () => {
    await expect(verify(fixture('linearised.pdf').slice(0, 1500))).rejects.toMatchObject({ code: 'FILE_DAMAGED' })
  })
})

async function pageNumbers(bytes: Uint8Array): Promise<number[]> {
  return (await PDF.load(bytes)).getPages().map(({ ref }) => ref.objectNumber)
}

describe('encrypted', () => {
  test('with a password, or so that anybody can open it: said, not guessed', async () => {
    const pdf = await PDF.load(smallPdf())
    pdf.setProtection({ ownerPassword: 'secret' })
    await expect(verify(await pdf.save())).rejects.toMatchObject({ code: 'PDF_ENCRYPTED' })
  })

  test('said to be after it was signed', async () => {
    const locked = appended(signed, new Map(), { trailer: '/Encrypt << /Filter /Standard >>' })
    await expect(verify(locked)).rejects.toMatchObject({ code: 'PDF_ENCRYPTED' })
  })
})

describe('malformed', () => {
  test('with its table gone, but pages in it: unsigned, and no word of how often it was saved', async () => {
    const torn = Buffer.from(smallPdf())
      .toString('latin1')
      .replace(/xref\n[^]*trailer/, 'trailer')
    expect(await verify(text(torn))).toMatchObject({ status: 'unsigned', revisions: 0 })
  })
})

describe('truncated', () => {
  test('anywhere: damaged, altered or no PDF, never valid and never another error', async () => {
    for (let length = 1; length < signed.length - 1; length += 97) {
      const found = await statusOf(signed.slice(0, length)).catch((error: { code?: string }) => error.code)
      expect(['FILE_DAMAGED', 'NOT_A_PDF', 'altered']).toContain(found)
    }
  })
})

/** A form that draws another sixty times. */
function form(next: string): string {
  return stream('/X Do '.repeat(60), `/Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X ${next} >> >>`)
}

/** Small files that would take hours or all of memory where nothing keeps watch. */
describe('made to exhaust the reader', () => {
  const references = (entries: string, data: Uint8Array, more = '') => {
    const packedData = Buffer.from(deflateSync(data)).toString('latin1')
    const head = `<< /Type /XRef /W [${entries}] /Root 1 0 R /Filter /FlateDecode /Length ${packedData.length} ${more} >>`
    return text(`%PDF-1.7\n1 0 obj\n${head}\nstream\n${packedData}\nendstream\nendobj\nstartxref\n9\n%%EOF\n`)
  }
  const many = Array.from({ length: 400 }, (_, at) => `${at * 4_000_000} 4000000`).join(' ')
  const page = opened(smallPdf()).object(part.page)

  test.each([
    ['cross-references without width', references('0 0 0', new Uint8Array(8), `/Size 9 /Index [${many}]`)],
    ['cross-references of 120 million objects', references('1 0 0', new Uint8Array(120_000_000), '/Size 120000000')],
    ['lists within lists', text(`%PDF-1.7\n1 0 obj\n${'['.repeat(200_000)}\nendobj\nstartxref\n9\n%%EOF\n`)],
    ['a table of tables', text(`%PDF-1.7\nxref\n0 0\ntrailer\n<< /Root 1 0 R /Prev 9 >>\nstartxref\n9\n%%EOF\n`)],
    ['a number of objects nobody has', text(`%PDF-1.7\nxref\n0 999999999999\n0000000000 65535 f \ntrailer\n<< >>\nstartxref\n9\n%%EOF\n`)],
  ])('%s: refused', async (_, bytes) => {
    await expect(verify(bytes)).rejects.toMatchObject({ code: 'NOT_A_PDF' })
  })

  test('objects that lie over each other in a stream', async () => {
    const count = 20_000
    const head = Array.from({ length: count }, (_, at) => `${at + 100} 0`).join(' ')
    const body = `[${'0 '.repeat(50_000)}]`
    const bytes = await made.sign(packedPdf())
    const bomb = stream(`${head} ${body}`, `/Type /ObjStm /N ${count} /First ${head.length + 1}`)
    expect(await statusOf(appended(bytes, objects({ [packed.objects]: bomb })))).toBe('altered')
  })

  test('forms within forms, under a comment that may be there', async () => {
    const forms = Object.fromEntries(Array.from({ length: 7 }, (_, at) => [50 + at, form(`${51 + at} 0 R`)]))
    const draft = smallPdf({
      ...forms,
      57: stream('BT /F1 12 Tf (x) Tj ET', '/Subtype /Form /BBox [0 0 9 9] /Resources << /Font << /F1 5 0 R >> >>'),
      [part.page]: withEntries(page, { Resources: '<< /XObject << /X 50 0 R >> >>', Contents: '58 0 R' }),
      58: stream('/X Do'),
    })
    const bytes = await made.sign(draft, certifying(3))
    const annots = withEntries(opened(bytes).object(part.page), { Annots: '[9 0 R 60 0 R 70 0 R]' })
    const listed = /\/Annots \[([^\]]*)\]/.exec(Buffer.from(bytes).toString('latin1').slice(draft.length))?.[1]
    const note = '<< /Type /Annot /Subtype /FreeText /Rect [60 300 300 340] /Contents (hello) >>'
    const commented = appended(bytes, objects({ [part.page]: annots.replace('9 0 R 60 0 R 70 0 R', `${listed} 90 0 R`), 90: note }))
    expect(await statusOf(commented)).toBe('altered')
    await expect(pagesOf(commented, readPdfHere)).rejects.toMatchObject({ code: 'PDF_TOO_HEAVY' })
  })

  test('thousands of fields with one signature', async () => {
    const fields = Array.from({ length: 3000 }, (_, at) => `<< /FT /Sig /T (f${at}) /V 10 0 R >>`).join(' ')
    const catalog = withEntries(opened(signed).catalog, { AcroForm: `<< /Fields [${fields}] >>` })
    const verdict = await verify(appended(signed, objects({ [part.catalog]: catalog })))
    expect(verdict.status).toBe('altered')
    expect(verdict.signatures.length).toBeLessThanOrEqual(100)
  })

  test('a catalogue of thousands of keys that lead everywhere', async () => {
    const keys = Array.from({ length: 4000 }, (_, at) => `/K${at} 60 0 R`).join(' ')
    const list = `[${Array.from({ length: 4000 }, (_, at) => `${100 + at} 0 R`).join(' ')}]`
    const own = Object.fromEntries(Array.from({ length: 4000 }, (_, at) => [100 + at, '[60 0 R]']))
    const bytes = await made.sign(
      smallPdf({ [part.catalog]: `<< /Type /Catalog /Pages 2 0 R /AcroForm 8 0 R ${keys} >>`, 60: list, ...own }),
    )
    expect(await statusOf(bytes)).toBe('valid')
    const note = withEntries(opened(bytes).object(part.note), { V: '(by post)' })
    expect(await statusOf(appended(bytes, objects({ [part.note]: note })))).toBe('valid')
  })
})

/** A file of 500 MB that takes no room on the disk. */
function hugeFile(): string {
  const path = join(temporaryFolder(), 'huge.pdf')
  const file = openSync(path, 'w')
  writeSync(file, signed)
  ftruncateSync(file, 500_000_000)
  closeSync(file)
  return path
}

describe('huge', () => {
  test('500 MB: refused by name before it is read, wherever a PDF is taken', async () => {
    const { call, engine } = await testWorkspace()
    const path = hugeFile()
    const before = process.memoryUsage().rss
    const asked = [
      () => call.contracts.verify({ file: engine.grants.toRead(path) }),
      () => call.contracts.importSigned({ file: engine.grants.toRead(path) }),
      () => call.contracts.redline({ before: { file: engine.grants.toRead(path) }, after: { file: engine.grants.toRead(path) } }),
    ]
    for (const ask of asked) {
      await expect(ask()).rejects.toMatchObject({ code: 'FILE_TOO_LARGE', message: expect.stringContaining('huge.pdf has 500 MB') })
    }
    expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000)
  })

  test('150 MB of nothing behind a signed contract: altered; in front of nothing: no PDF', async () => {
    const nothing = Buffer.alloc(150_000_000)
    expect((await verify(Buffer.concat([signed, nothing]))).alterations).toContain(
      'After signing, 150,000,000 bytes were added that no signature covers.',
    )
    await expect(verify(Buffer.concat([text('%PDF-1.7\n'), nothing, text('startxref\n9\n%%EOF\n')]))).rejects.toMatchObject({
      code: 'NOT_A_PDF',
    })
  })
})
