import { PDF } from '@libpdf/core'
import { describe, expect, test } from 'vitest'
import { renderContract } from '#src/main/engine/documents/contract/renderContract.ts'
import { hasPoppler, inkIn, poppler, textOf } from './support/poppler.ts'
import { plainPng } from './support/images.ts'
import { sampleContract } from './support/sample.ts'

describe('a contract’s PDF', () => {
  test('the same data gives the same bytes, other data others', async () => {
    const [one, two] = [await renderContract(sampleContract()), await renderContract(sampleContract())]
    expect(Buffer.compare(one.bytes, two.bytes)).toBe(0)
    const other = await renderContract(sampleContract({ 'creator.name': 'Bea Lind' }))
    expect(Buffer.compare(one.bytes, other.bytes)).not.toBe(0)
  })

  test('has an empty signature field exactly where it says one is', async () => {
    const { bytes, signaturePlaces, pages } = await renderContract(sampleContract())
    expect(signaturePlaces.map(({ role }) => role)).toEqual(['agency', 'creator'])
    const fields = (await PDF.load(bytes)).getForm()?.getSignatureFields() ?? []
    expect(fields.map((field) => [field.name, field.isSigned()])).toEqual([
      ['agency', false],
      ['creator', false],
    ])
    fields.forEach((field, at) => {
      const rect = Array.from(field.getDict().getArray('Rect') ?? [], (item) => Number((item as { value: unknown }).value))
      signaturePlaces[at]?.rect.forEach((value, side) => expect(rect[side]).toBeCloseTo(value, 3))
      // The audit page is the last.
      expect(signaturePlaces[at]?.page).toBe(pages - 2)
    })
  })

  test('a picture that is no picture is refused in a sentence', async () => {
    const logo = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>')
    await expect(renderContract(sampleContract({}, { branding: { name: 'Harbour Lane', logo } }))).rejects.toMatchObject({
      code: 'NOT_AN_IMAGE',
      message: 'The agency’s logo is neither a PNG nor a JPEG image.',
    })
  })

  test('a language without clauses is refused', async () => {
    await expect(renderContract(sampleContract({}, { language: 'xx' }))).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe.runIf(hasPoppler)('a contract’s pages', () => {
  test.each([
    ['A4', '595.28 x 841.89 pts (A4)'],
    ['Letter', '612 x 792 pts (letter)'],
  ] as const)('%s: size, title, language and tags', async (pageSize, size) => {
    const { bytes, pages } = await renderContract(sampleContract({}, { pageSize }))
    const info = poppler('pdfinfo', bytes)
    expect(info).toContain(`Page size:       ${size}`)
    expect(info).toMatch(/Title: +Sponsored content agreement C-2026-0012/)
    expect(info).toMatch(/Tagged: +yes/)
    expect(info).toMatch(/CreationDate: .*Mar +3 .*2026/)
    expect(info).toContain(`Pages:           ${pages}`)
    const catalog = (await PDF.load(bytes)).getCatalog()
    expect((await PDF.load(bytes)).getLanguage()).toBe('en')
    expect(catalog.has('ViewerPreferences')).toBe(true)
  })

  test('the structure has headings, lists, tables with headers, and for each signature its field and its record', async () => {
    const structure = poppler('pdfinfo', (await renderContract(sampleContract())).bytes, ['-struct'])
    const count = (tag: string): number => structure.match(new RegExp(`^\\s+${tag}\\b`, 'gm'))?.length ?? 0
    expect(structure.startsWith('Document')).toBe(true)
    expect([count('H1'), count('H2'), count('Table'), count('Form')]).toEqual([1, 23, 3, 4])
    expect(count('LI')).toBe(count('LBody'))
    expect(structure).toMatch(/TH[\s\S]*?\/Scope \/Column/)
  })

  test('head and foot carry the number and the page, and are no part of the text for screen readers', async () => {
    const { bytes, pages } = await renderContract(sampleContract())
    for (let page = 1; page <= pages; page++) {
      const text = textOf(bytes, ['-f', String(page), '-l', String(page)])
      expect(text).toContain(`Page ${page} of ${pages}`)
      expect(text).toContain('Contract C-2026-0012')
    }
    expect(poppler('pdfinfo', bytes, ['-struct-text'])).not.toContain(`Page 1 of ${pages}`)
  })

  test('every page has its fonts embedded', async () => {
    const { bytes, pages } = await renderContract(sampleContract())
    for (let page = 1; page <= pages; page++) {
      const lines = poppler('pdffonts', bytes, ['-f', String(page), '-l', String(page)]).split('\n')
      const fonts = lines.slice(2).filter((line) => line.trim() !== '')
      expect(fonts.length).toBeGreaterThan(0)
      for (const font of fonts) expect(font).toMatch(/^\w{6}\+NotoSans\S* .* yes yes yes /)
    }
  })

  test('says everything: parties, tables, amounts, terms', async () => {
    const text = textOf((await renderContract(sampleContract())).bytes, ['-layout'])
    const parts = [
      'Oat & Ember Ltd',
      'Rua das Flores 12',
      '30–60 seconds',
      '14 April 2026',
      'Drafts of both reels',
      '5 % of attributed sales',
      'Fixed sum agreed 500.00 EUR',
      'Mira Sommer',
      'The law of Germany governs',
    ]
    for (const part of parts) {
      expect(text).toContain(part)
    }
  })

  test('a blank stands out', async () => {
    const { bytes } = await renderContract(sampleContract({ 'creator.address': null }))
    expect(textOf(bytes)).toContain('[Creator’s address: to be completed]')
  })

  test('names with an ampersand or a tag leave the document’s own description well formed', async () => {
    const { bytes } = await renderContract(sampleContract({}, { branding: { name: 'Lane & Söhne <b>' }, title: 'Terms & "more" <script>' }))
    const description = poppler('pdfinfo', bytes, ['-meta'])
    expect(description).toContain('Terms &amp; "more" &lt;script&gt; C-2026-0012')
    expect(description).not.toMatch(/<script>|<b>/)
  })

  test('two hundred deliverables go over several pages, the head of the table on each, no row lost', async () => {
    const deliverables = Array.from({ length: 200 }, (_, at) => ({
      count: 1,
      format: `Reel ${at + 1}`,
      where: 'Instagram',
      details: 'Kitchen',
      due: '1 May 2026',
    }))
    const { bytes } = await renderContract(sampleContract({}, { deliverables }))
    const text = textOf(bytes, ['-layout'])
    for (const at of [1, 77, 200]) expect(text).toContain(`Reel ${at} `)
    expect(text.match(/Platform and account/g)?.length).toBeGreaterThan(3)
  })

  test('a cell longer than a page goes on over the next', async () => {
    const details = Array.from({ length: 900 }, (_, at) => `word${at}`).join(' ')
    const { bytes } = await renderContract(
      sampleContract({}, { deliverables: [{ count: 1, format: 'Reel', where: 'Instagram', details, due: null }] }),
    )
    const text = textOf(bytes)
    for (const at of [0, 450, 899]) expect(text).toContain(`word${at}`)
  })

  test('the agency’s logo stands at the head', async () => {
    const logo = plainPng(300, 100)
    const { bytes } = await renderContract(sampleContract({}, { branding: { name: 'Harbour Lane', logo } }))
    expect(inkIn(bytes, 1, [62, 760, 180, 800])).toBeGreaterThan(2000)
  })
})
