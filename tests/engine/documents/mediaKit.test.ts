import { describe, expect, test } from 'vitest'
import { renderMediaKit } from '#src/main/engine/documents/mediaKit/renderMediaKit.ts'
import type { MediaKit } from '#src/main/engine/documents/mediaKit/types.ts'
import { plainPng } from './support/images.ts'
import { hasPoppler, inkIn, poppler, textOf } from './support/poppler.ts'

const points = Array.from({ length: 12 }, (_, week) => ({
  on: new Date(Date.UTC(2025, 9, 1 + week * 7)).toISOString().slice(0, 10),
  followers: 40_000 + week * 650,
}))

function kit(parts: Partial<MediaKit> = {}): MediaKit {
  return {
    language: 'en',
    pageSize: 'A4',
    createdAt: new Date('2026-03-03T09:00:00Z'),
    branding: { name: 'Harbour Lane Agency' },
    name: 'Ana Martins',
    headline: 'Food and slow living · Lisbon',
    bio: 'Ana cooks what the market has that morning.',
    portrait: null,
    accounts: [
      { platform: 'Instagram', handle: '@ana.cooks', followers: 48_210, tier: 'Micro', engagementRate: '4.2 %' },
      { platform: 'YouTube', handle: '@anamartins', followers: null, tier: null, engagementRate: null },
    ],
    engagementBasis: 'Engagement rate: likes, comments, shares and saves per follower, over the last 30 posts.',
    growth: { platform: 'Instagram', points },
    rates: [
      { format: 'Reel', platform: 'Instagram', price: '450.00 EUR', note: 'One round of changes' },
      { format: 'Video', platform: 'TikTok', price: null },
    ],
    campaigns: [{ brand: 'Oat & Ember', campaign: 'Slow breakfast', when: 'Spring 2025', result: '62,000 views' }],
    contact: ['Mira Sommer', 'mira@harbourlane.example'],
    ...parts,
  }
}

describe('a media kit', () => {
  test('is the same for the same data and fits one page', async () => {
    const [one, two] = [await renderMediaKit(kit()), await renderMediaKit(kit())]
    expect(Buffer.compare(one.bytes, two.bytes)).toBe(0)
    expect(one.pages).toBe(1)
  })

  test('refuses a portrait that is no picture', async () => {
    const portrait = new TextEncoder().encode('me.jpg')
    const refusal = { code: 'NOT_AN_IMAGE', message: 'The portrait is neither a PNG nor a JPEG image.' }
    await expect(renderMediaKit(kit({ portrait }))).rejects.toMatchObject(refusal)
  })

  test('is made with next to nothing known', async () => {
    const { pages } = await renderMediaKit(
      kit({ headline: null, bio: null, accounts: [], engagementBasis: null, growth: null, rates: [], campaigns: [], contact: [] }),
    )
    expect(pages).toBe(1)
  })
})

describe.runIf(hasPoppler)('a media kit’s page', () => {
  test('says all it was given, and “not known” where nothing is known', async () => {
    const text = textOf((await renderMediaKit(kit())).bytes, ['-layout'])
    const parts = [
      'Ana Martins',
      '48,210',
      '4.2 % engagement',
      'per follower, over the last 30 posts',
      'Micro',
      'Not known',
      'Engagement not known',
      '450.00 EUR',
      'On request',
      'Oat & Ember',
      '62,000 views',
      'Contact: Mira Sommer',
      'Harbour Lane Agency',
      '3 Mar 2026',
    ]
    for (const part of parts) {
      expect(text).toContain(part)
    }
    expect(text).not.toMatch(/undefined|null|NaN/)
  })

  test('tells the growth in a sentence beside the drawing', async () => {
    const { bytes } = await renderMediaKit(kit())
    expect(textOf(bytes)).toContain('+7,150 in 77 days')
    const structure = poppler('pdfinfo', bytes, ['-struct'])
    expect(structure.match(/^\s+Figure/gm)).toHaveLength(2)
    expect(inkIn(bytes, 1, [110, 330, 470, 470])).toBeGreaterThan(200)
  })

  test.each([0, 1])('a history of %i points draws no chart', async (count) => {
    const { bytes } = await renderMediaKit(kit({ growth: { platform: 'Instagram', points: points.slice(0, count) } }))
    expect(textOf(bytes)).not.toContain('Follower growth')
  })

  test('a flat history and one that falls to nothing are drawn', async () => {
    for (const followers of [
      [500, 500],
      [500, 0],
      [0, 0],
    ]) {
      const history = followers.map((count, at) => ({ on: `2026-01-0${at + 1}`, followers: count }))
      const { bytes } = await renderMediaKit(kit({ growth: { platform: 'TikTok', points: history } }))
      expect(textOf(bytes)).toContain('Follower growth on TikTok')
    }
  })

  test('the portrait stands where the initials would', async () => {
    const withPortrait = await renderMediaKit(kit({ portrait: plainPng(300, 400) }))
    expect(inkIn(withPortrait.bytes, 1, [64, 640, 158, 730])).toBeGreaterThan(6000)
    expect(textOf((await renderMediaKit(kit({ name: '王小明' }))).bytes)).toContain('王')
  })

  test('a long bio and many accounts go on to further pages without a word lost', async () => {
    const bio = Array.from({ length: 500 }, (_, at) => `word${at}`).join(' ')
    const account = { handle: '@ana', followers: 1200, tier: null, engagementRate: null }
    const accounts = Array.from({ length: 7 }, (_, at) => ({ ...account, platform: `Platform ${at}` }))
    const { bytes, pages } = await renderMediaKit(kit({ bio, accounts }))
    expect(pages).toBeGreaterThan(1)
    const text = textOf(bytes)
    for (const part of ['word0', 'word499', 'Platform 6']) expect(text).toContain(part)
  })
})
