import { expect, test } from 'vitest'
import { growthSignal } from '#src/shared/domain/vetting/growth.ts'
import { figuresOn, monthly } from './made.ts'

const verdictOf = (followers: readonly number[], likes?: readonly number[]) => growthSignal(monthly(followers, likes), null, null)

test('steady growth is fine, fast or slow, and so is a slow loss', () => {
  expect(verdictOf([5000, 5100, 5190, 5310, 5400, 5520])).toMatchObject({ verdict: 'fine', value: expect.any(Number) })
  expect(verdictOf([5000, 7500, 11_000, 16_800, 25_000, 38_000]).verdict).toBe('fine')
  expect(verdictOf([5000, 4960, 4915, 4880, 4830, 4790]).verdict).toBe('fine')
})

test('a step far beyond the scatter of the account itself is a spike, and needs a look', () => {
  const spiked = verdictOf([20_000, 20_100, 20_210, 20_300, 28_700, 28_800, 28_910])
  expect(spiked).toMatchObject({ verdict: 'look', points: 50 })
  expect(spiked.sentence).toMatch(
    /^Followers rose 41\.4% in 30 days, from 20,300 on 2026-04-01 to 28,700 on 2026-05-01, \d+ times the usual scatter/,
  )
  // The same step is nothing odd on an account that has always grown by leaps.
  expect(verdictOf([5000, 7500, 7600, 11_000, 11_200, 16_000, 16_300]).verdict).toBe('fine')
})

test('a spike of which a fifth is gone again, or that nobody takes part in, is a red flag', () => {
  expect(verdictOf([20_000, 20_100, 20_210, 20_300, 28_700, 27_400, 26_800])).toMatchObject({
    verdict: 'red flag',
    sentence: expect.stringContaining('a spike that tapered off'),
  })
  const followers = [20_000, 20_100, 20_210, 20_300, 28_700, 28_800, 28_910]
  const flat = followers.map(() => 900)
  expect(verdictOf(followers, flat)).toMatchObject({ verdict: 'red flag', sentence: expect.stringContaining('did not rise') })
  expect(
    verdictOf(
      followers,
      followers.map((count) => Math.round(count / 20)),
    ).verdict,
  ).toBe('look')
})

test('a sudden drop needs a look', () => {
  expect(verdictOf([30_000, 30_200, 30_350, 30_500, 25_000, 25_100])).toMatchObject({
    verdict: 'look',
    sentence: expect.stringContaining('fell 18%'),
  })
})

const week = (before: number, after: number, days = 7) =>
  growthSignal([figuresOn(0, { followers: before }), figuresOn(days, { followers: after })], null, null).verdict

test('10,000 in a week on a small account are a red flag, even with two days on file', () => {
  expect(week(8000, 18_000)).toBe('red flag')
  expect(week(8000, 17_999)).toBe('not enough data')
  // Over two weeks one of them must have had half of it.
  expect(week(8000, 28_000, 14)).toBe('red flag')
  expect(week(8000, 18_000, 14)).toBe('not enough data')
  expect(week(8000, 18_000, 2)).toBe('red flag')
  expect(week(100_000, 112_000)).toBe('not enough data')
})

test('the scatter usual among peers keeps a very steady account from being blamed for little', () => {
  const followers = [20_000, 20_020, 20_040, 20_060, 21_200, 21_220]
  const calm = { platform: 'instagram', tier: 'micro', spreads: {}, growthScatter: 0.0015 } as const
  expect(growthSignal(monthly(followers), null, null).verdict).toBe('look')
  expect(growthSignal(monthly(followers), calm, null).verdict).toBe('fine')
})

test('what a signal rests on are the days with followers', () => {
  const rows = [...monthly([100, 110]), figuresOn(70)]
  const signal = growthSignal(rows, null, null)
  expect(signal).toMatchObject({ verdict: 'not enough data', value: null, points: null })
  expect(signal.evidence()).toEqual([
    { kind: 'snapshot', id: 'row 0', on: '2026-01-01', words: '100 followers' },
    { kind: 'snapshot', id: 'row 30', on: '2026-01-31', words: '110 followers' },
  ])
})
