import { describe, expect, test } from 'vitest'
import { renderContract } from '#src/main/engine/documents/contract/renderContract.ts'
import { hasPoppler, inkIn, poppler, textOf } from './support/poppler.ts'
import { sampleContract } from './support/sample.ts'

const names = {
  Latin: 'Zoë Škvorecký-Nguyễn Iğdır',
  Greek: 'Ελένη Παπαδοπούλου',
  Cyrillic: 'Анна Иванова-Ђорђевић',
  Arabic: 'محمد علي الحسيني',
  Hebrew: 'נועה בן־דוד לוי',
  Chinese: '王小明',
  Japanese: 'さくら 高橋',
  Korean: '김민지',
  emoji: 'Ana 🌸 Martins 👩‍👩‍👧 👍🏽 🇩🇪',
}

const fontOf = {
  Latin: 'NotoSans-',
  Greek: 'NotoSans-',
  Cyrillic: 'NotoSans-',
  Arabic: 'NotoSansArabic-',
  Hebrew: 'NotoSansHebrew-',
  Chinese: 'NotoSansSC-',
  Japanese: 'NotoSansSC-',
  Korean: 'NotoSansKR-',
  emoji: 'NotoEmoji-',
}

describe.runIf(hasPoppler)('names in any script', () => {
  test.each(Object.entries(names))('%s: the name can be copied out as it was written, set in its own font', async (script, name) => {
    const { bytes } = await renderContract(sampleContract({ 'creator.name': name }))
    const text = textOf(bytes)
    expect(text.split(name).length - 1).toBeGreaterThanOrEqual(3)
    const fonts = poppler('pdffonts', bytes).split('\n').slice(2)
    expect(fonts.some((font) => font.includes(fontOf[script as keyof typeof fontOf]))).toBe(true)
    expect(fonts.filter((font) => font.trim() !== '').every((font) => /yes yes yes/.test(font))).toBe(true)
  })

  test('an Arabic name with brackets and a year keeps its neighbours in order', async () => {
    const { bytes } = await renderContract(sampleContract({ 'creator.name': 'فاطمة (الزهراء)', 'creator.address': 'شارع الملك ١٢' }))
    const text = textOf(bytes)
    expect(text).toContain('فاطمة (الزهراء')
    expect(text).toMatch(/the “Creator”\), who publishes as @ana\.cooks/)
  })

  test('a right-to-left name is there in reading order for screen readers', async () => {
    const name = 'محمد علي'
    const { bytes } = await renderContract(sampleContract({ 'creator.name': name }))
    const actual = Buffer.from(`\uFEFF${name}`, 'utf16le')
      .swap16()
      .toString('latin1')
      .replaceAll(/[()\\]/g, (sign) => `\\${sign}`)
    const file = Buffer.from(bytes).toString('latin1')
    expect(file.split(`/ActualText (${actual})`).length - 1).toBe(2)
  })

  test('a character no font has shows as a sign that something is missing, and is still there to be copied', async () => {
    const name = 'ไทย ქართული Ana'
    const { bytes, signaturePlaces } = await renderContract(sampleContract({ 'creator.name': name }))
    expect(textOf(bytes)).toContain('ไทย')
    const place = signaturePlaces.find(({ role }) => role === 'creator')
    const [left, , right, top] = place?.rect ?? [0, 0, 0, 0]
    const missingOnly = await renderContract(sampleContract({ 'creator.name': 'ไทย' }))
    expect(inkIn(missingOnly.bytes, (place?.page ?? 0) + 1, [left, top + 8, right, top + 30])).toBeGreaterThan(50)
  })

  test('marks that would turn the text around them are taken out', async () => {
    const { bytes } = await renderContract(sampleContract({ 'creator.name': 'Ana\u202E snitraM\u202C' }))
    expect(textOf(bytes)).toContain('and Ana snitraM, Rua das Flores 12')
  })

  test.each([
    ['words', 'Maximiliane-Alexandra von Hohenfels zu Lichtenstein '.repeat(6).slice(0, 299).trim()],
    ['one word', 'X'.repeat(300)],
    ['ideographs', '王小明'.repeat(100)],
  ])('a name of 300 characters (%s) wraps inside its column', async (_, name) => {
    const { bytes, pages } = await renderContract(sampleContract({ 'creator.name': name }))
    const compact = textOf(bytes, ['-raw']).replaceAll(' ', '')
    expect(compact).toContain(name.replaceAll(' ', ''))
    expect(pages).toBeLessThanOrEqual(7)
    for (const page of [1, pages]) expect(inkIn(bytes, page, [540, 0, 595, 842])).toBe(0)
  })
})
