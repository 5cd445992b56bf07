import { expect, test } from 'vitest'
import { engagementTrendSignal, rhythmSignal } from '#src/shared/domain/vetting/course-signals.ts'
import { sponsoredSignal } from '#src/shared/domain/vetting/sponsored-signal.ts'
import { figuresOn, monthly, postsOn } from './made.ts'

const every = (days: number, count: number, from = 0) => Array.from({ length: count }, (_, at) => from + days * at)
const counts = (posts: readonly number[]) => posts.map((count, at) => figuresOn(30 * at, { posts: count }))

test('posting less than half as often as before needs a look', () => {
  expect(rhythmSignal(counts([100, 112, 124, 137, 149, 160, 172]), [], null)).toMatchObject({ verdict: 'fine', unit: 'per week' })
  expect(rhythmSignal(counts([100, 112, 124, 137, 141, 145, 148]), [], null)).toMatchObject({
    verdict: 'look',
    sentence: expect.stringMatching(/2\.8 before and 0\.9 lately/),
  })
  expect(rhythmSignal(counts([100, 112]), [], null).verdict).toBe('not enough data')
  // Posts that were taken away say nothing about how often somebody posts.
  expect(rhythmSignal(counts([100, 112, 124, 137, 90, 102, 114]), [], null)).toMatchObject({
    verdict: 'fine',
    sentence: '2.8 posts a week: 2.8 before and 2.8 lately.',
  })
})

test('where no counts are on file the days of posts tell the rhythm', () => {
  const even = rhythmSignal(
    [],
    postsOn(every(3, 20), () => null),
    null,
  )
  expect(even).toMatchObject({ verdict: 'fine', value: expect.closeTo(7 / 3, 5) })
  expect(even.evidence()).toHaveLength(20)
  expect(
    rhythmSignal(
      [],
      postsOn([...every(2, 10), ...every(9, 10, 20)], () => null),
      null,
    ).verdict,
  ).toBe('look')
  expect(
    rhythmSignal(
      [],
      postsOn(every(3, 9), () => null),
      null,
    ).verdict,
  ).toBe('not enough data')
})

test('engagement that surely falls by a fifth or more over six months needs a look', () => {
  const followers = Array.from({ length: 7 }, () => 10_000)
  const trend = (likes: readonly number[]) => engagementTrendSignal(monthly(followers, likes))
  expect(trend([600, 570, 540, 505, 470, 430, 400])).toMatchObject({ verdict: 'look', value: expect.closeTo(-3400, -3) })
  expect(trend([600, 590, 580, 570, 560, 550, 540]).verdict).toBe('fine')
  expect(trend([600, 300, 640, 310, 590, 420, 400])).toMatchObject({ verdict: 'fine', sentence: expect.stringContaining('may be chance') })
  // One viral post makes no trend.
  expect(trend([400, 410, 4000, 405, 400, 410, 405]).verdict).toBe('fine')
  expect(trend([600, 500, 400]).verdict).toBe('not enough data')
})

test('sponsored posts: a share, a sudden beginning, and the load of a nano creator', () => {
  const daily = Array.from({ length: 40 }, (_, at) => 100 - at)
  const share = (isSponsored: (at: number) => boolean | null, tier: 'nano' | 'micro' = 'micro') =>
    sponsoredSignal(postsOn(daily, isSponsored), tier)
  expect(share((at) => at % 10 === 0)).toMatchObject({ verdict: 'fine', value: 1000 })
  expect(share((at) => at % 10 === 0, 'nano')).toMatchObject({ verdict: 'look', sentence: expect.stringContaining('3.1 a month') })
  expect(share((at) => at % 2 === 0)).toMatchObject({ verdict: 'look', value: 5000 })
  expect(share((at) => at < 7)).toMatchObject({ verdict: 'look', sentence: expect.stringContaining('all of them lately') })
  expect(share((at) => (at < 19 ? false : null)).verdict).toBe('not enough data')
  expect(share(() => false).evidence()).toHaveLength(40)
})
