import { expect, test } from 'vitest'
import { engagementSignal, followerToFollowingSignal, likesToCommentsSignal } from '#src/shared/domain/vetting/engagement-signals.ts'
import { deviation } from '#src/shared/domain/vetting/signal.ts'
import { spreadOf } from '#src/shared/domain/vetting/peer-group.ts'
import { figuresOn, peersOf } from './made.ts'

const s1 = { setId: 'S1', tier: 'micro', low: 200, high: 500, average: null } as const
const usual = Array.from({ length: 40 }, (_, at) => 300 + 10 * at)

function engagement(likes: number, followers = 50_000, tier: 'micro' | 'mega' = 'micro', peers = peersOf(usual)) {
  const benchmark = tier === 'mega' ? { ...s1, tier, low: 50, high: 200 } : s1
  return engagementSignal([figuresOn(0, { followers, avgLikes: likes })], tier, peers, benchmark)
}

test('50,000 followers with 200 likes is wrong', () => {
  expect(engagement(200)).toMatchObject({
    verdict: 'red flag',
    value: 40,
    sentence: expect.stringContaining('200 likes on 50,000 followers'),
  })
  expect(engagement(210).verdict).toBe('look')
})

test('over 20 % or under 1 % needs a look, unless the benchmark set says that so little is usual', () => {
  expect(engagement(10_000, 50_000, 'micro', null)).toMatchObject({ verdict: 'fine', value: 2000 })
  expect(engagement(10_050, 50_000, 'micro', null)).toMatchObject({ verdict: 'look', sentence: expect.stringContaining('over 20%') })
  expect(engagement(495).sentence).toContain('under 1%')
  expect(engagement(60_000, 10_000_000, 'mega', null).verdict).toBe('fine')
  expect(engagement(40_000, 10_000_000, 'mega', null)).toMatchObject({ verdict: 'look', sentence: expect.stringContaining('under 1%') })
})

test('among peers: usual is fine, below the set and below three of four peers needs a look, far out needs one too', () => {
  expect(engagement(2250)).toMatchObject({ verdict: 'fine', value: 450, evidence: expect.any(Function) })
  expect(engagement(900)).toMatchObject({ verdict: 'look', sentence: expect.stringContaining('below its peers') })
  expect(engagement(900, 50_000, 'micro', peersOf([100, 110, 120, 130, 140, 150])).verdict).toBe('fine')
  expect(engagement(9000)).toMatchObject({ verdict: 'look', sentence: expect.stringContaining('far above its peers') })
  expect(engagement(2250).evidence()).toEqual([{ kind: 'snapshot', id: 'row 0', on: '2026-01-01', words: '50,000 followers, 2,250 likes' }])
})

test('nothing on file is not enough data, and a stated rate is taken where no likes are known', () => {
  expect(engagementSignal([], null, null, null)).toMatchObject({ verdict: 'not enough data', points: null })
  const stated = engagementSignal([figuresOn(0, { statedEngagementBp: 430 })], 'micro', null, s1)
  expect(stated).toMatchObject({ verdict: 'fine', value: 430 })
  expect(stated.evidence()[0]?.words).toBe('4.3% as stated')
})

const likesRatio = (likes: number, comments: number | null) =>
  likesToCommentsSignal([figuresOn(0, { avgLikes: likes, avgComments: comments })], peersOf([18, 20, 21, 22, 23, 24, 25, 26, 28, 30]))

test('likes without comments, or many times as many as peers have, need a look', () => {
  expect(likesRatio(2200, 100)).toMatchObject({ verdict: 'fine', value: 22, unit: 'times' })
  expect(likesRatio(2200, 0)).toMatchObject({ verdict: 'look', sentence: '2,200 likes a post and no comment.' })
  expect(likesRatio(22_000, 100).verdict).toBe('look')
  expect(likesRatio(200, 100).verdict).toBe('look')
  expect(likesRatio(2200, null).verdict).toBe('not enough data')
  expect(likesToCommentsSignal([figuresOn(0, { avgLikes: 50, avgComments: 2 })], null).verdict).toBe('not enough data')
})

const followRatio = (followers: number, following: number) =>
  followerToFollowingSignal([figuresOn(0, { followers, following })], peersOf(usual)).verdict

test('who follows more than follow back needs a look; who follows hardly anybody does not', () => {
  expect(followRatio(900, 1000)).toBe('look')
  expect(followRatio(50_000, 100)).toBe('fine')
  expect(followRatio(5_000_000, 1)).toBe('fine')
  expect(followRatio(5000, 1000)).toBe('look')
})

test('few peers condemn less readily than many', () => {
  const few = spreadOf([10, 11, 12, 13, 14])
  const many = spreadOf(Array.from({ length: 20 }, () => [10, 11, 12, 13, 14]).flat())
  expect(deviation(20, few ?? undefined)).toBeLessThan(deviation(20, many ?? undefined) ?? 0)
  expect(deviation(20, undefined)).toBeNull()
})
