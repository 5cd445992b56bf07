import { describe, expect, test } from 'vitest'
import { mediaKitHtml } from '#src/main/engine/documents/mediaKit/html/mediaKitHtml.ts'
import { renderMediaKit } from '#src/main/engine/documents/mediaKit/renderMediaKit.ts'
import type { KitLayout } from '#src/main/engine/documents/mediaKit/types.ts'
import { plainPng } from './support/images.ts'
import { bareParts, sampleKit } from './support/kit.ts'
import { hasPoppler, inkIn, poppler, textOf } from './support/poppler.ts'

const layouts: KitLayout[] = ['one-page', 'portfolio']
const longParts = {
  name: 'Maximiliana-Alexandrina von Hohenstaufen-Wittelsbach de la Torre y Fernández de Córdoba',
  bio: Array.from({ length: 900 }, (_, at) => `word${at}`).join(' '),
  accounts: Array.from({ length: 9 }, (_, at) => ({ ...sampleKit().accounts[0]!, platform: `Platform ${at}` })),
  rates: Array.from({ length: 30 }, (_, at) => ({ format: `Format number ${at}`, platform: 'Instagram', price: 'EUR 1.00' })),
  brands: Array.from({ length: 40 }, (_, at) => ({ brand: `Brand ${at}`, when: '2025', what: null, url: null })),
}

describe('a media kit', () => {
  test.each(layouts)('as %s is the same for the same data', async (layout) => {
    const [one, two] = [await renderMediaKit(sampleKit({ layout })), await renderMediaKit(sampleKit({ layout }))]
    expect(Buffer.compare(one.bytes, two.bytes)).toBe(0)
  })

  test('refuses a portrait that is no picture', async () => {
    const portrait = new TextEncoder().encode('me.jpg')
    const refusal = { code: 'NOT_AN_IMAGE', message: 'The portrait of Ana Martins is neither a PNG nor a JPEG image.' }
    await expect(renderMediaKit(sampleKit({ portrait }))).rejects.toMatchObject(refusal)
  })

  test('on one page stays on one page, whatever there is, on either paper', async () => {
    for (const pageSize of ['A4', 'Letter'] as const) {
      for (const parts of [{}, bareParts, longParts]) expect((await renderMediaKit(sampleKit({ ...parts, pageSize }))).pages).toBe(1)
    }
  })
})

describe.runIf(hasPoppler)('a media kit’s pages', () => {
  test.each(layouts)('as %s say all they were given, and “not known” where nothing is known', async (layout) => {
    const text = textOf((await renderMediaKit(sampleKit({ layout }))).bytes)
    const parts = [
      ['Ana Martins', '48,210', '4.2% by followers', '7.9% by reach', 'Micro', 'EUR 450.00', 'On request', 'Not known', 'Women', '42.1%'],
      ['Oat & Ember', 'Portugal', '18–24', '+7,150 in 77 days', 'Best posts by interactions', '4,210 interactions'],
      ['Mira Sommer', 'Harbour Lane Agency', '3 Mar 2026', 'Portuguese, English', 'instagram.com/reel/C1'],
    ].flat()
    for (const part of parts) expect(text).toContain(part)
    expect(text).not.toMatch(/undefined|null|NaN/)
  })

  test.each(layouts)('as %s can be read aloud: every figure in words, headings, links, a language and a title', async (layout) => {
    const { bytes } = await renderMediaKit(sampleKit({ layout }))
    const raw = Buffer.from(bytes).toString('latin1')
    const structure = poppler('pdfinfo', bytes, ['-struct'])
    expect(structure.match(/^\s+Figure/gm)).toHaveLength(6)
    for (const tag of ['H1', 'H2', 'Link']) expect(structure).toMatch(new RegExp(`^\\s+${tag}`, 'm'))
    expect(raw.match(/\/Alt /g)).toHaveLength(6)
    expect(raw).toContain('Country of the audience on Instagram, 20 Feb 2026: Portugal 42.1%, Brazil 21.3%, Germany 8.9%.')
    expect(raw).toContain('from 40,000 followers on 1 Oct 2025 to 47,150 on 17 Dec 2025.')
    expect(raw).toMatch(/\/Lang \(en\)/)
    expect(poppler('pdfinfo', bytes)).toMatch(/Title:\s+Media kit: Ana Martins[\s\S]*Tagged:\s+yes/)
    const fonts = poppler('pdffonts', bytes).trimEnd().split('\n').slice(2)
    expect(fonts.filter((line) => !/ yes yes yes /.test(line))).toEqual([])
  })

  test('leave out what is not known, without a heading over nothing', async () => {
    for (const layout of layouts) {
      const text = textOf((await renderMediaKit(sampleKit({ ...bareParts, layout }))).bytes)
      expect(text).toContain('Ana Martins')
      expect(text).not.toMatch(/Follower growth|Audience|posts|Formats|Worked with|Contact|\b0\b/)
    }
  })

  test.each([0, 1])('draw no chart of %i points', async (count) => {
    const { growth } = sampleKit()
    const few = growth && { ...growth, points: growth.points.slice(0, count) }
    expect(textOf((await renderMediaKit(sampleKit({ growth: few }))).bytes)).not.toContain('Follower growth')
  })

  test('draw a flat history and one that falls to nothing', async () => {
    for (const followers of [
      [500, 500],
      [500, 0],
      [0, 0],
    ]) {
      const points = followers.map((count, at) => ({ on: `2026-01-0${at + 1}`, followers: count }))
      const { bytes } = await renderMediaKit(sampleKit({ growth: { platform: 'TikTok', points } }))
      expect(textOf(bytes)).toContain('Follower growth on TikTok')
    }
  })

  test('show the portrait where the initials would stand', async () => {
    const withPortrait = await renderMediaKit(sampleKit({ portrait: plainPng(300, 400) }))
    expect(inkIn(withPortrait.bytes, 1, [30, 670, 160, 800])).toBeGreaterThan(15_000)
    for (const name of ['王小明', 'سارة الخطيب', 'דנה לוי', '한지민 🌿']) {
      const { bytes } = await renderMediaKit(sampleKit({ name }))
      expect(textOf(bytes).normalize('NFKC')).toContain(name.split(' ')[0])
    }
  })

  test('as portfolio lose nothing of a long bio and long lists; on one page what is cut is said to be more', async () => {
    const whole = textOf((await renderMediaKit(sampleKit({ ...longParts, layout: 'portfolio' }))).bytes)
    for (const part of ['word0', 'word899', 'Platform 8', 'Format number 29', 'Brand 39']) expect(whole).toContain(part)
    const cut = textOf((await renderMediaKit(sampleKit(longParts))).bytes)
    expect(cut).toMatch(/and 3 more/)
    expect(cut.match(/and \d+ more/g)?.length).toBeGreaterThan(1)
  })
})

describe('a media kit as HTML', () => {
  test.each(layouts)('as %s is one file that asks nobody for anything, its texts escaped and its links safe', (layout) => {
    const evil = '<img src=x onerror=alert(1)>"'
    const kit = sampleKit({ layout, name: evil, bio: evil, headline: evil, contact: [evil, 'mira@harbourlane.example'] })
    kit.accounts[0] = { ...kit.accounts[0]!, handle: evil, url: 'javascript:alert(1)' }
    const html = mediaKitHtml(kit)
    expect(html).not.toMatch(/<img src=x|<script|javascript:|undefined|NaN/)
    expect(html).toContain("default-src 'none'")
    expect(html.match(/(?:src|href)="(?!data:image|https:|mailto:)[^"]*"/g)).toBeNull()
    expect(html.match(/src="(?!data:image\/png;base64,)[^"]*"/g)).toBeNull()
    expect(html.match(/role="img" aria-label="[^"]+"/g)?.length).toBeGreaterThanOrEqual(4)
    expect(html).toContain('mailto:mira@harbourlane.example')
    expect(html).toContain('<html lang="en">')
  })

  test('reads a name that would turn the text around it in the order of its letters', () => {
    expect(mediaKitHtml(sampleKit({ name: 'Ana \u202Esnitram\u202C' }))).toContain('>Ana snitram</h1>')
  })

  test('says the same as the PDF, and nothing of what is not known', () => {
    const html = mediaKitHtml(sampleKit({ layout: 'portfolio' }))
    for (const part of ['48,210', '4.2% by followers', '7.9% by reach', 'EUR 450.00', 'Oat &amp; Ember', '42.1%', 'Not known'])
      expect(html).toContain(part)
    expect(mediaKitHtml(sampleKit(bareParts))).not.toMatch(/<h2|Not known/)
  })
})
