import type { MediaKit } from '#src/main/engine/documents/mediaKit/types.ts'
import type { Proposal } from '#src/main/engine/documents/proposal/types.ts'
import { plainPng } from './images.ts'

const points = Array.from({ length: 12 }, (_, week) => ({
  on: new Date(Date.UTC(2025, 9, 1 + week * 7)).toISOString().slice(0, 10),
  followers: 40_000 + week * 650,
}))

/** A believable media kit with all there can be, with the given parts in place of its own. */
export function sampleKit(parts: Partial<MediaKit> = {}): MediaKit {
  return {
    language: 'en',
    layout: 'one-page',
    pageSize: 'A4',
    createdAt: new Date('2026-03-03T09:00:00Z'),
    branding: { name: 'Harbour Lane Agency' },
    name: 'Ana Martins',
    headline: 'Food and slow living · Lisbon',
    bio: 'Ana cooks what the market has that morning.',
    languages: ['Portuguese', 'English'],
    portrait: null,
    accounts: [
      {
        platform: 'Instagram',
        handle: '@ana.cooks',
        url: 'https://www.instagram.com/ana.cooks/',
        followers: 48_210,
        on: '2026-03-01',
        tier: 'Micro',
        engagement: [
          { basis: 'followers', rate: '4.2%', how: 'average likes and comments per post, computed from the figures of 1 Mar 2026' },
          { basis: 'reach', rate: '7.9%', how: 'likes of 4 results for clients, over the people reached, computed, to 12 Feb 2026' },
        ],
      },
      { platform: 'YouTube', handle: '@anamartins', url: null, followers: null, on: null, tier: null, engagement: [] },
    ],
    growth: { platform: 'Instagram', points },
    audiences: [
      {
        platform: 'Instagram',
        handle: '@ana.cooks',
        on: '2026-02-20',
        parts: [
          part('Country', { Portugal: 4210, Brazil: 2130, Germany: 890 }),
          { ...part('Age', { '18–24': 3000, '25–34': 4100, '35–44': 1700 }), isInOrder: true },
          part('Gender', { Women: 7100, Men: 2800 }),
        ],
      },
    ],
    rates: [
      { format: 'Reel', platform: 'Instagram', price: 'EUR 450.00' },
      { format: 'Video', platform: 'TikTok', price: 'On request' },
    ],
    brands: [{ brand: 'Oat & Ember', when: 'Feb 2026', what: '2 × Reel', url: null }],
    posts: {
      measure: 'interactions',
      note: 'Interactions are likes, comments, shares and saves, as far as they are known.',
      list: [
        {
          platform: 'Instagram',
          format: 'Reel',
          on: '2026-01-12',
          caption: 'Three-minute oats',
          url: 'https://www.instagram.com/reel/C1/',
          picture: plainPng(90, 60),
          figure: '4,210 interactions',
          figures: ['3,900 likes', '310 comments'],
          isSponsored: true,
        },
      ],
    },
    contact: ['Mira Sommer', 'mira@harbourlane.example'],
    ...parts,
  }
}

/** A kit of a creator of whom next to nothing is known. */
export const bareParts: Partial<MediaKit> = {
  headline: null,
  bio: null,
  languages: [],
  accounts: [],
  growth: null,
  audiences: [],
  rates: [],
  brands: [],
  posts: { measure: null, note: null, list: [] },
  contact: [],
}

/** A proposal of the given creators. */
export function sampleProposal(kits: readonly MediaKit[], parts: Partial<Proposal> = {}): Proposal {
  const line = { creators: kits.length, followers: 48_210, unknown: 0 }
  return {
    language: 'en',
    pageSize: 'A4',
    perPage: 1,
    createdAt: new Date('2026-03-03T09:00:00Z'),
    branding: { name: 'Harbour Lane Agency' },
    title: 'Spring breakfast',
    client: 'Oat & Ember',
    intro: 'You asked for people who cook in the morning.',
    creators: kits.map((kit, at) => ({
      kit,
      why: `Reason ${at + 1}: their followers buy what they name.`,
      price: at === 0 ? null : { amount: 'EUR 450.00', what: 'Reel on Instagram' },
    })),
    reach: { tiers: [{ label: 'Micro', ...line }], platforms: [{ label: 'Instagram', ...line }], total: { label: 'All', ...line } },
    prices: { totals: ['EUR 450.00'], without: 1 },
    contact: ['Mira Sommer', 'mira@harbourlane.example'],
    ...parts,
  }
}

function part(title: string, shares: Record<string, number>): MediaKit['audiences'][number]['parts'][number] {
  return { title, shares: Object.entries(shares).map(([label, bp]) => ({ label, bp })), isInOrder: false }
}
