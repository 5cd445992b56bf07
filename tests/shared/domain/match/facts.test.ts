import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { likenessOfAudiences, shareOfAges } from '#src/shared/domain/match/audience-fit.ts'
import { credibilityFacts, type Trust } from '#src/shared/domain/match/credibility.ts'
import { creativeFacts } from '#src/shared/domain/match/creative.ts'
import { likenessFacts } from '#src/shared/domain/match/likeness.ts'
import type { CandidateFacts, MatchNeed } from '#src/shared/domain/match/need.ts'
import { operationalFacts, pointsOfPrice } from '#src/shared/domain/match/operational.ts'
import { relevanceFacts } from '#src/shared/domain/match/relevance.ts'
import { DEFAULT_WEIGHTS, scoreOf } from '#src/shared/domain/match/score.ts'
import { aboutness, timesIn, partsOf, wantedWord } from '#src/shared/domain/match/word-fit.ts'

const nobody: CandidateFacts = {
  niches: [],
  tags: [],
  bio: null,
  country: null,
  audience: null,
  followers: null,
  tier: null,
  platforms: [],
  engagementBp: null,
  formats: [],
  asks: [],
  estimate: null,
  contact: null,
  running: [],
  bound: [],
}
const nothing: MatchNeed = {
  words: [],
  tiers: [],
  countries: [],
  age: null,
  platforms: [],
  formats: [],
  budget: null,
  minEngagementBp: null,
  excludedBrands: [],
  weights: DEFAULT_WEIGHTS,
}
const euros = (amountMinor: number) => ({ amountMinor, currency: 'EUR' })
const untrusted: Trust = { vetted: null, decision: null, peersBp: 400 }
const budgetOf = (need: Partial<MatchNeed>, candidate: Partial<CandidateFacts>) =>
  operationalFacts({ ...nothing, ...need }, { ...nobody, ...candidate }).find(({ id }) => id === 'budget')

describe('what is not known', () => {
  test('has no points in any fact, and is said', () => {
    const need: MatchNeed = {
      ...nothing,
      countries: [{ country: 'DE', shareBp: 4000 }],
      age: { from: 18, to: 34, shareBp: 5000 },
      platforms: ['instagram'],
      formats: ['reel'],
      budget: euros(40_000),
      minEngagementBp: 300,
    }
    const facts = [
      ...relevanceFacts(need, [], nobody),
      ...credibilityFacts(need, untrusted, nobody),
      ...creativeFacts(need, nobody),
      ...operationalFacts(need, nobody).filter(({ id }) => id !== 'load'),
    ]
    expect(facts.map(({ points }) => points)).toEqual(facts.map(() => null))
    for (const { words } of facts) expect(words).toMatch(/not known|No e-mail/)
  })
})

describe('a better fact never lowers a score', () => {
  const share = fc.integer({ min: 0, max: 10_000 })
  const need: MatchNeed = {
    ...nothing,
    countries: [{ country: 'DE', shareBp: 4000 }],
    age: { from: 18, to: 34, shareBp: 5000 },
    minEngagementBp: 300,
  }

  const audiencePoints = (bp: number) =>
    scoreOf(relevanceFacts(need, [], { ...nobody, audience: { country: { DE: bp }, age: { '18-24': bp } } })).points ?? 0
  const engagementPoints = (engagementBp: number) =>
    scoreOf(credibilityFacts(need, untrusted, { ...nobody, engagementBp, platforms: ['tiktok'] })).points ?? 0

  test('more of the audience in the country and of the age', () => {
    fc.assert(
      fc.property(share, share, (one, other) => {
        expect(audiencePoints(Math.max(one, other))).toBeGreaterThanOrEqual(audiencePoints(Math.min(one, other)))
      }),
    )
  })

  test('more engagement', () => {
    fc.assert(
      fc.property(share, share, (one, other) => {
        expect(engagementPoints(Math.max(one, other))).toBeGreaterThanOrEqual(engagementPoints(Math.min(one, other)))
      }),
    )
  })

  test('a lower price', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 200_000 }),
        fc.integer({ min: 0, max: 200_000 }),
        fc.integer({ min: 1, max: 100_000 }),
        (one, other, budget) => {
          const points = (price: number) => pointsOfPrice(euros(price), euros(budget))
          expect(points(Math.min(one, other))).toBeGreaterThanOrEqual(points(Math.max(one, other)))
        },
      ),
    )
    expect([40_000, 57_143, 80_000].map((price) => Math.round(pointsOfPrice(euros(price), euros(40_000))))).toEqual([100, 50, 0])
  })

  test('one more word among the niches, tags or bio', () => {
    const count = fc.integer({ min: 0, max: 5 })
    fc.assert(
      fc.property(
        fc.record({ niche: count, tag: count, bio: count }),
        fc.constantFrom('niche', 'tag', 'bio'),
        count,
        (found, place, length) => {
          expect(aboutness({ ...found, [place]: found[place] + 1 }, length)).toBeGreaterThanOrEqual(aboutness(found, length))
        },
      ),
    )
  })
})

describe('sentences carry their values', () => {
  test('words, by where they stand', () => {
    const words = ['vegan', 'zero waste', 'Gärten', 'cars'].map((text) => ({ ...wantedWord(text), rarity: 1 }))
    const [fact] = relevanceFacts(nothing, words, {
      ...nobody,
      niches: ['Vegan food'],
      tags: ['Zero-Waste'],
      bio: 'Mein Garten, und noch ein Gärtchen',
    })
    expect(fact?.words).toBe(
      '1 of your 4 among their niches: vegan; 1 among their tags: zero waste; 1 in their bio: Gärten; not found: cars.',
    )
  })

  test('the audience, the ask and the engagement', () => {
    const [country] = relevanceFacts({ ...nothing, countries: [{ country: 'DE', shareBp: 4000 }] }, [], {
      ...nobody,
      audience: { country: { Germany: 4200 } },
    })
    expect(country).toMatchObject({ words: '42 % of their audience is in Germany, you asked for 40 %.', points: 100 })
    const asks = [{ price: euros(35_000), platform: 'instagram', format: 'reel' }]
    expect(budgetOf({ budget: euros(40_000), formats: ['Reel'] }, { asks })?.words).toBe(
      'Asks 350.00 EUR for a reel, your budget is 400.00 EUR.',
    )
    expect(budgetOf({ budget: euros(40_000), formats: ['story'] }, { asks })).toMatchObject({
      words: 'What they ask for a story is not known; your budget is 400.00 EUR.',
      points: null,
    })
    expect(budgetOf({ budget: { amountMinor: 40_000, currency: 'USD' } }, { asks })?.points).toBeNull()
    const vetted: Trust['vetted'] = { score: 40, confidence: 60, redFlags: ['growth'], parts: [{ id: 'growth', weight: 20, points: 0 }] }
    const decision = { kind: 'reject', on: '2026-10-01', reason: 'Bought followers' } as const
    expect(credibilityFacts(nothing, { ...untrusted, vetted, decision }, nobody).map(({ words }) => words)).toEqual([
      'Vetting gives 40 of 100, from 60 % of its signals: follower growth 0. Red flag: follower growth.',
      'Your review of 2026-10-01 rejected them: Bought followers.',
    ])
  })
})

const times = (text: string, word: string) => timesIn(partsOf(text), wantedWord(word))

test('words are found whole, as phrases, and as the beginning of a longer one; short ones only whole', () => {
  expect([times('Zero-waste kitchen, zero waste home', 'zero waste'), times('Gardening', 'garden'), times('foodie', 'food')]).toEqual([
    2, 1, 1,
  ])
  expect([times('artist', 'art'), times('smart', 'art'), times('waste zero', 'zero waste'), times('x', '!')]).toEqual([0, 0, 0, 0])
})

test('ages of a group that lies partly within count by their years; groups that cannot be read say nothing', () => {
  expect(shareOfAges({ '18-24': 3000, '25-34': 4000, '65+': 100 }, 18, 34)).toBe(7000)
  expect(shareOfAges({ '25-34': 4000 }, 30, 99)).toBe(2000)
  expect(shareOfAges({ adults: 4000 }, 18, 34)).toBeNull()
})

describe('likeness', () => {
  const ana: CandidateFacts = { ...nobody, niches: ['Food', 'Vegan'], followers: 10_000, platforms: ['instagram'], engagementBp: 400 }

  test('to oneself is whole', () => {
    const self = { ...ana, tags: ['x'], bio: 'Cooking slowly', audience: { country: { DE: 5000, AT: 1000 } } }
    expect(scoreOf(likenessFacts(self, self, () => 1))).toMatchObject({ points: 100, confidence: 1 })
  })

  test('says what is shared and what is not known, and asks nothing that is not known of the one held up', () => {
    const facts = likenessFacts(ana, { ...nobody, niches: ['vegan'], followers: 1000 }, () => 1)
    expect(facts.map(({ words, points }) => [words, points])).toEqual([
      ['1 of 2 niches in common: Vegan.', 50],
      ['1,000 followers, against 10,000.', 0],
      ['Which platforms they are on is not known.', null],
      ['Their engagement is not known, against 4 %.', null],
    ])
  })

  test('of audiences is 1 for the same shares and 0 where they share nobody', () => {
    expect(likenessOfAudiences({ country: { DE: 4000 } }, { country: { DE: 9000 } })?.value).toBeCloseTo(1)
    expect(likenessOfAudiences({ country: { DE: 4000 } }, { country: { FR: 9000 } })?.value).toBe(0)
    expect(likenessOfAudiences({ country: { DE: 4000 } }, { age: { '18-24': 9000 } })).toBeNull()
  })
})
