import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  engagementByFollowers,
  engagementByReach,
  engagementNeedsALook,
  interactionsAtRate,
  sumInteractions,
} from '#src/shared/domain/engagement.ts'
import { engagementOfSnapshot } from '#src/shared/domain/snapshot-engagement.ts'

const all = ['likes', 'comments', 'shares', 'saves']

describe('the worked examples', () => {
  test.each([
    [500, 5_000, 1_000],
    [2_000, 500_000, 40],
  ])('%d interactions on %d followers are %d basis points', (likes, followers, rateBp) => {
    const interactions = sumInteractions({ likes, comments: 0, shares: 0, saves: 0 })
    expect(engagementByFollowers(interactions, followers)).toEqual({ basis: 'followers', rateBp, counted: all })
  })

  test('500 interactions on a reach of 10,000 are 5 %, under the name of reach', () => {
    const interactions = sumInteractions({ likes: 400, comments: 60, shares: 30, saves: 10 })
    expect(engagementByReach(interactions, 10_000)).toEqual({ basis: 'reach', rateBp: 500, counted: all })
  })

  test('50,000 followers at 8 % are 4,000 interactions', () => {
    expect(interactionsAtRate(50_000, 800)).toBe(4_000)
  })
})

describe('interactions', () => {
  test('name the kinds that are in them', () => {
    expect(sumInteractions({ likes: 10, comments: null, saves: 5 })).toEqual({ total: 15, counted: ['likes', 'saves'] })
    expect(sumInteractions({ likes: 0 })).toEqual({ total: 0, counted: ['likes'] })
  })

  test('are not known where no kind is', () => {
    expect(sumInteractions({})).toBeNull()
    expect(sumInteractions({ likes: null, comments: null, shares: null, saves: null })).toBeNull()
  })
})

describe('a rate', () => {
  test('is not known where a part is not, or nobody could have answered', () => {
    const interactions = sumInteractions({ likes: 10 })
    expect(engagementByFollowers(interactions, null)).toBeNull()
    expect(engagementByFollowers(interactions, 0)).toBeNull()
    expect(engagementByFollowers(null, 100)).toBeNull()
    expect(engagementByReach(interactions, null)).toBeNull()
    expect(engagementByReach(interactions, 0)).toBeNull()
    expect(engagementByReach(null, 100)).toBeNull()
  })

  test('of no interactions is 0, which is something else than not known', () => {
    expect(engagementByFollowers(sumInteractions({ likes: 0 }), 100)?.rateBp).toBe(0)
  })

  test('is a whole number of basis points, half-up, whatever the counts', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000_000), fc.integer({ min: 1, max: 1_000_000_000 }), (likes, followers) => {
        const rateBp = engagementByFollowers(sumInteractions({ likes }), followers)?.rateBp ?? Number.NaN
        expect(Number.isSafeInteger(rateBp)).toBe(true)
        const error = 2n * (BigInt(rateBp) * BigInt(followers) - BigInt(likes) * 10_000n)
        expect(error > -BigInt(followers) && error <= BigInt(followers)).toBe(true)
      }),
    )
  })

  test('over 20 % or under 1 % needs a look', () => {
    expect([99, 100, 2_000, 2_001].map(engagementNeedsALook)).toEqual(['under 1 %', null, null, 'over 20 %'])
  })

  test('50,000 followers with 200 likes need a look', () => {
    const rate = engagementByFollowers(sumInteractions({ likes: 200 }), 50_000)
    expect(engagementNeedsALook(rate?.rateBp ?? 500)).toBe('under 1 %')
  })
})

describe('of a snapshot', () => {
  const unknown = { followers: null, avgLikes: null, avgComments: null, avgShares: null, avgSaves: null, statedEngagementBp: null }

  test('is computed from averages, and says which kinds it counts', () => {
    const values = { ...unknown, followers: 10_000, avgLikes: 450, avgComments: 50, statedEngagementBp: 900 }
    expect(engagementOfSnapshot(values)).toEqual({ rateBp: 500, basis: 'computed', interactionSet: ['likes', 'comments'] })
  })

  test('is what the source states where likes or followers are not known', () => {
    const stated = { rateBp: 420, basis: 'stated', interactionSet: [] }
    expect(engagementOfSnapshot({ ...unknown, followers: 10_000, avgComments: 50, statedEngagementBp: 420 })).toEqual(stated)
    expect(engagementOfSnapshot({ ...unknown, avgLikes: 50, statedEngagementBp: 420 })).toEqual(stated)
    expect(engagementOfSnapshot({ ...unknown, followers: 0, avgLikes: 50 })).toBeNull()
    expect(engagementOfSnapshot(unknown)).toBeNull()
  })
})
