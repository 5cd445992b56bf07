import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PDF, PdfStream, type PdfDict, type PdfObject } from '@libpdf/core'
import { beforeAll, describe, expect, test } from 'vitest'
import type { AuditStep } from '#src/shared/domain/audit-entry.ts'
import { drawAndSign, type PaperJob } from '#src/main/engine/documents/contract/drawAndSign.ts'
import { createAuthority, issueCertificate, type Identity } from '#src/main/engine/documents/signing/authority.ts'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'
import { hasPoppler, poppler, textOf } from './support/poppler.ts'
import { recordedSample, sampleContract } from './support/sample.ts'
import { issuedAt, signedAt } from './support/signed.ts'

let authority: Identity
beforeAll(async () => {
  authority = await createAuthority('Harbour Lane signing authority', issuedAt)
})

const hash = 'ab'.repeat(32)
const stepsOf = (count: number, actor: string): AuditStep[] =>
  Array.from({ length: count }, (_, at) => ({
    sequence: at + 1,
    at: '2026-03-03T09:00:00.000Z',
    kind: at % 2 ? 'edited' : 'rendered',
    actor,
    detail: { version: at },
    documentHash: hash,
    previousHash: hash,
    hash,
  }))

interface Parts {
  steps: number
  name?: string
  language?: string
  pageSize?: 'A4' | 'Letter'
}

/** A contract that both sides have signed after that many steps. */
async function signedAfter({ steps, name = 'Mira Sommer', language = 'en', pageSize = 'A4' }: Parts): Promise<Uint8Array> {
  const document = sampleContract({}, { language, pageSize })
  let source: PaperJob['source'] = { document, recorded: recordedSample() }
  for (const field of ['agency', 'creator']) {
    const signer = await issueCertificate(authority, { name }, issuedAt)
    const request = { field, signer, chain: [authority.certificate], name, mark: { kind: 'typed', name } as const, at: signedAt, language }
    const entry = {
      field,
      role: field,
      name,
      email: null,
      at: signedAt.toISOString(),
      isStamped: false,
      identified: null,
      method: 'typed' as const,
      level: 'B-B',
      reason: null,
      certificate: { issuer: 'Harbour Lane signing authority', fingerprint: hash },
      fileBefore: hash,
      contract: { id: recordedSample().id, number: document.number },
      steps: stepsOf(steps, name),
    }
    const { signed } = await drawAndSign({ source, signature: { request, entry } })
    source = { bytes: signed ?? new Uint8Array() }
  }
  return 'bytes' in source ? source.bytes : new Uint8Array()
}

interface Look {
  name: string
  rect: number[]
  box: number[]
  bytes: number
}

/** What a viewer has to draw of each field, nested forms included. */
async function looksIn(pdf: PDF): Promise<Look[]> {
  const resolve = pdf.getObject.bind(pdf)
  const numbers = (dict: PdfDict, key: string) =>
    Array.from(dict.getArray(key, resolve) ?? [], (item) => Number((item as { value?: unknown }).value))
  const sizeOf = (stream: PdfStream): number => {
    const nested = stream.getDict('Resources', resolve)?.getDict('XObject', resolve)
    const forms = Array.from(nested ?? [], ([key]) => nested?.get(key, resolve))
    return stream.getDecodedData().length + forms.reduce<number>((sum, form) => sum + (form instanceof PdfStream ? sizeOf(form) : 0), 0)
  }
  return (pdf.getForm()?.getFields() ?? []).map((field) => {
    const widget = field.getDict()
    const look: PdfObject | undefined = widget.getDict('AP', resolve)?.get('N', resolve)
    if (!(look instanceof PdfStream)) throw new Error(`The field ${field.name} has no look; a viewer would have to make one.`)
    return { name: field.name, rect: numbers(widget, 'Rect'), box: numbers(look, 'BBox'), bytes: sizeOf(look) }
  })
}

/** Bytes of everything a viewer draws of the fields. */
async function drawn(bytes: Uint8Array): Promise<number> {
  return (await looksIn(await PDF.load(bytes))).reduce((sum, { bytes: size }) => sum + size, 0)
}

describe('the audit page is little work for any viewer', () => {
  test.each([
    { steps: 3 },
    { steps: 400 },
    { steps: 400, name: 'محمد 王小明 '.repeat(25) },
    { steps: 40, language: 'de', pageSize: 'Letter' as const },
  ])('every field brings its own look, of its own size and of few bytes: %o', async (parts) => {
    const bytes = await signedAfter(parts)
    const pdf = await PDF.load(bytes)
    const resolve = pdf.getObject.bind(pdf)
    expect(pdf.getCatalog().getDict('AcroForm', resolve)?.get('NeedAppearances')).toBeUndefined()
    const looks = await looksIn(pdf)
    expect(looks.map(({ name }) => name).toSorted()).toEqual([
      'agency',
      'audit.agency',
      'audit.creator',
      'creator',
      'trail.agency',
      'trail.creator',
    ])
    for (const { name, rect, box, bytes: size } of looks) {
      const [left = 0, bottom = 0, right = 0, top = 0] = rect
      const [x = 0, y = 0, x2 = 0, y2 = 0] = box
      expect([x2 - x, y2 - y].map(Math.round)).toEqual([right - left, top - bottom].map(Math.round))
      // As many lines as the space has, however long the trail is.
      expect(size).toBeLessThan(name.startsWith('trail') ? 10 : 60_000)
    }
  })

  test('a longer trail adds to what programs read, not to what is drawn', async () => {
    const [some, many] = await Promise.all([signedAfter({ steps: 60 }), signedAfter({ steps: 600 })])
    expect(Math.abs((await drawn(many)) - (await drawn(some)))).toBeLessThan(4000)
    expect(many.length).toBeGreaterThan(some.length)
  })

  test.runIf(hasPoppler)('poppler reads and draws every page, and says of each step on the page what it was', async () => {
    const bytes = await signedAfter({ steps: 400 })
    const pages = Number(/Pages: +(\d+)/.exec(poppler('pdfinfo', bytes))?.[1])
    const text = textOf(bytes, ['-f', String(pages)])
    expect(text).toContain('Audit record')
    expect(text).toMatch(/1 · 2026-03-03 09:00 UTC · PDF drawn · Mira Sommer/)
    expect(text).toMatch(/… \d+ further steps in the record for programs/)
    const file = join(temporaryFolder(), 'audit.pdf')
    writeFileSync(file, bytes)
    // The limit only ends a viewer that would never finish.
    const sizes = execFileSync('pdftoppm', ['-r', '30', '-f', String(pages), '-gray', file], { timeout: 100_000, maxBuffer: 2 ** 26 })
    expect(sizes.subarray(0, 2).toString()).toBe('P5')
  })
})
