import { expect, test } from 'vitest'
import { ladderOf, type LadderFacts } from '#src/shared/domain/relationship/ladder.ts'
import { loadRemark } from '#src/shared/domain/relationship/load.ts'

const nothing: LadderFacts = {
  postedOn: [],
  isInAmbassadorProgram: false,
  overduePosts: 0,
  recentProblems: 0,
  engagementFalls: null,
  doNotContact: false,
}

test.each<[string[], string, string | undefined]>([
  [[], 'not begun', 'trial'],
  [['2026-05-04'], 'trial', 'series'],
  [['2026-05-04', '2026-06-04'], 'trial', 'series'],
  [['2026-05-04', '2026-06-04', '2026-07-03'], 'series', 'ambassador'],
  [['2025-05-04', '2026-05-03'], 'trial', 'series'],
  [['2025-05-04', '2026-05-04'], 'ambassador', undefined],
])('posts on %j are the step %s, and next comes %s', (postedOn, step, next) => {
  const ladder = ladderOf({ ...nothing, postedOn })
  expect([ladder.step, ladder.next?.step]).toEqual([step, next])
  expect(ladder.because).toHaveLength(1)
})

test('a full series of four within three months opens the way to ambassador; three, a late post or falling engagement do not', () => {
  const four = ['2026-05-04', '2026-05-20', '2026-06-04', '2026-08-03']
  const next = (facts: Partial<LadderFacts>) => ladderOf({ ...nothing, postedOn: four, ...facts }).next
  expect(next({ engagementFalls: false })).toEqual({
    step: 'ambassador',
    isReady: true,
    for: ['4 posts within three months: the series is full.', 'Their engagement holds.'],
    against: [],
  })
  expect(next({ postedOn: [...four.slice(0, 3), '2026-08-04'] })?.against).toEqual([
    '3 posts within three months; a series is four to six.',
  ])
  expect(next({ overduePosts: 1 })?.against).toEqual(['1 post is overdue.'])
  expect(next({ engagementFalls: true })?.isReady).toBe(false)
  expect(next({ doNotContact: true })?.against).toEqual(['They are not to be contacted.'])
})

test('an ambassador program is the highest step, whatever was posted', () => {
  expect(ladderOf({ ...nothing, isInAmbassadorProgram: true })).toMatchObject({ step: 'ambassador', next: null })
})

test('more than a post a month is said of nano creators alone', () => {
  expect(loadRemark('nano', 2)).toBe('2 posts within 30 days; about one sponsored post a month is a reasonable load for a nano creator.')
  expect([loadRemark('nano', 1), loadRemark('micro', 5), loadRemark(null, 5)]).toEqual([null, null, null])
})
