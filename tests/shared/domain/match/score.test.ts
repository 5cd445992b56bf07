import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  compareRanked,
  CRITERIA,
  DEFAULT_WEIGHTS,
  scoreOf,
  totalOf,
  type Criterion,
  type Fact,
  type Ranked,
  type Scores,
} from '#src/shared/domain/match/score.ts'
import { fillSlots } from '#src/shared/domain/match/slots.ts'

const fact = fc.record({
  id: fc.string(),
  words: fc.string(),
  points: fc.option(fc.integer({ min: 0, max: 100 })),
  weight: fc.integer({ min: 1, max: 5 }),
})
const facts = fc.array(fact, { minLength: 1, maxLength: 6 })
const known = (points: number): Fact => ({ id: '', words: '', points, weight: 1 })
const all = (points: Record<Criterion, number>): Scores => ({
  relevance: scoreOf([known(points.relevance)]),
  credibility: scoreOf([known(points.credibility)]),
  creative: scoreOf([known(points.creative)]),
  operational: scoreOf([known(points.operational)]),
})
const ranked = (name: string, scores: Scores, weights = DEFAULT_WEIGHTS): Ranked => ({
  id: name,
  name,
  scores,
  total: totalOf(scores, weights),
})
const criterionPoints = fc.record({
  relevance: fc.integer({ min: 0, max: 100 }),
  credibility: fc.integer({ min: 0, max: 100 }),
  creative: fc.integer({ min: 0, max: 100 }),
  operational: fc.integer({ min: 0, max: 100 }),
})

describe('a score', () => {
  test('never falls when a fact gets better, nor when one that was not known turns out to be at least middling', () => {
    fc.assert(
      fc.property(facts, fc.nat(), fc.integer({ min: 0, max: 100 }), (made, which, points) => {
        const at = which % made.length
        const before = made[at]?.points ?? 50
        fc.pre(points >= before)
        const after = made.with(at, { ...(made[at] as Fact), points })
        expect(scoreOf(after).points ?? 0).toBeGreaterThanOrEqual(scoreOf(made).points ?? 50)
      }),
    )
  })

  test('is not known where nothing is, and then counts as the middle, not as 0', () => {
    const unknown = scoreOf([{ ...known(0), points: null }])
    expect(unknown).toMatchObject({ points: null, confidence: 0 })
    expect(
      totalOf({ ...all({ relevance: 50, credibility: 50, creative: 50, operational: 50 }), credibility: unknown }, DEFAULT_WEIGHTS).points,
    ).toBe(50)
  })

  test('is as sure as the weight of what is known', () => {
    expect(
      scoreOf([
        { ...known(80), weight: 3 },
        { ...known(0), points: null },
      ]),
    ).toMatchObject({ points: 72.5, confidence: 0.75 })
  })
})

describe('the order', () => {
  test('puts nobody behind somebody who is worse or equal in every criterion', () => {
    fc.assert(
      fc.property(criterionPoints, criterionPoints, (one, other) => {
        fc.pre(
          CRITERIA.every((criterion) => one[criterion] >= other[criterion]) &&
            CRITERIA.some((criterion) => one[criterion] > other[criterion]),
        )
        expect(compareRanked(ranked('b', all(one)), ranked('a', all(other)))).toBeLessThanOrEqual(0)
      }),
    )
  })

  test('by the usual weights, a criterion that is clear outweighs all that come after it together', () => {
    for (const [at, criterion] of CRITERIA.entries()) {
      const base = { relevance: 50, credibility: 50, creative: 50, operational: 50 }
      const later = Object.fromEntries(CRITERIA.slice(at + 1).map((name) => [name, 100]))
      const one = ranked('one', all({ ...base, ...Object.fromEntries(CRITERIA.slice(at + 1).map((name) => [name, 0])), [criterion]: 100 }))
      const other = ranked('other', all({ ...base, [criterion]: 0, ...later }))
      expect(compareRanked(one, other)).toBeLessThan(0)
    }
  })

  test('with all weights 0, is that of relevance, then credibility, then creative fit, then operational fit', () => {
    const nothing = { relevance: 0, credibility: 0, creative: 0, operational: 0 }
    fc.assert(
      fc.property(criterionPoints, criterionPoints, (one, other) => {
        const first = CRITERIA.find((criterion) => one[criterion] !== other[criterion])
        fc.pre(first !== undefined)
        const order = compareRanked(ranked('one', all(one), nothing), ranked('other', all(other), nothing))
        expect(Math.sign(order)).toBe(first && Math.sign(other[first] - one[first]))
      }),
    )
  })

  test('leaves out of the whole what was not asked', () => {
    const scores = {
      ...all({ relevance: 100, credibility: 0, creative: 0, operational: 0 }),
      creative: scoreOf([]),
      operational: scoreOf([]),
    }
    expect(totalOf(scores, DEFAULT_WEIGHTS).points).toBe(66.7)
  })
})

test('places of a tier mix go to the best of each tier, in order, and never more than there are', () => {
  const tiers = ['nano', 'micro', 'nano', null, 'nano', 'mid'] as const
  expect(
    fillSlots(tiers, [
      { tier: 'nano', count: 2 },
      { tier: 'micro', count: 3 },
      { tier: 'mid', count: 0 },
    ]),
  ).toEqual([{ tier: 'nano', number: 1, of: 2 }, { tier: 'micro', number: 1, of: 3 }, { tier: 'nano', number: 2, of: 2 }, null, null, null])
})
