import { expect, test } from 'vitest'
import { audienceFitSignal } from '#src/shared/domain/vetting/audience-fit.ts'
import { credibility } from '#src/shared/domain/vetting/credibility.ts'
import { soundFigures } from '#src/shared/domain/vetting/figures.ts'
import { commentsSignal, followerSampleSignal } from '#src/shared/domain/vetting/sample-signals.ts'
import { signalOf, type SignalId, type SignalVerdict } from '#src/shared/domain/vetting/signal.ts'
import { figuresOn } from './made.ts'

const comments = (judged: number, odd: number) => [{ id: 'a', takenOn: '2026-01-01', judged, odd, generic: 0 }]

test('comments: 15 % odd ones need a look, surely more than 20 % are a red flag, and samples are taken together', () => {
  expect(commentsSignal(comments(100, 5))).toMatchObject({ verdict: 'fine', value: 500, points: 83 })
  expect(commentsSignal(comments(100, 15))).toMatchObject({ verdict: 'look', points: 50 })
  // Six of 30 may still be less than one in five.
  expect(commentsSignal(comments(30, 8)).verdict).toBe('look')
  expect(commentsSignal(comments(300, 80)).verdict).toBe('red flag')
  expect(commentsSignal(comments(29, 29)).verdict).toBe('not enough data')
  expect(commentsSignal([...comments(20, 1), ...comments(20, 1)])).toMatchObject({ verdict: 'fine', value: 500 })
})

const sample = (share: number | null, interval: [number, number] | null) => [
  { id: 'a', takenOn: '2026-01-01', judged: 100, share, interval },
]

test('followers: the share with its interval', () => {
  expect(followerSampleSignal(sample(0.02, [0, 0.06]))).toMatchObject({ verdict: 'fine', value: 200, interval: [0, 600] })
  expect(followerSampleSignal(sample(0.25, [0.17, 0.35])).verdict).toBe('look')
  expect(followerSampleSignal(sample(0.6, [0.5, 0.7]))).toMatchObject({ verdict: 'red flag', points: 0 })
  expect(followerSampleSignal(sample(null, null)).verdict).toBe('not enough data')
  expect(followerSampleSignal([]).verdict).toBe('not enough data')
})

test('audience: countries and ages against a target, ages apportioned by their years', () => {
  const audience = {
    id: 'a',
    takenOn: '2026-01-01',
    shares: { country: { DE: 4500, AT: 1000 }, age: { '18-24': 3000, '25-34': 2000, '55+': 500 } },
  }
  const fit = (target: object) => audienceFitSignal(audience, { countries: [], ageFrom: null, ageTo: null, leastBp: 4000, ...target })
  expect(fit({ countries: ['de'] })).toMatchObject({ verdict: 'fine', value: 4500 })
  expect(fit({ countries: ['DE', 'AT'], ageFrom: 18, ageTo: 34 })).toMatchObject({ verdict: 'fine', value: 5000 })
  // 20 to 24 are five of the seven years of 18 to 24.
  expect(fit({ ageFrom: 20, ageTo: 24 })).toMatchObject({ verdict: 'look', value: 2143, points: 54 })
  expect(fit({ countries: ['FR'] })).toMatchObject({ verdict: 'red flag', value: 0 })
  const noAges = audienceFitSignal(
    { ...audience, shares: { country: { DE: 4500 } } },
    { countries: ['DE'], ageFrom: 18, ageTo: null, leastBp: 4000 },
  )
  expect(noAges).toMatchObject({ verdict: 'fine', sentence: expect.stringContaining('nothing is known of aged 18 and over') })
  expect(audienceFitSignal(null, { countries: ['DE'], ageFrom: null, ageTo: null, leastBp: 4000 }).verdict).toBe('not enough data')
})

const signal = (id: SignalId, verdict: SignalVerdict) => signalOf({ id, verdict, sentence: '', thresholds: [] })

test('credibility is the mean of the points by weight, of those that have data', () => {
  const made = credibility([signal('engagement', 'fine'), signal('growth', 'look'), signal('comments', 'not enough data')])
  expect(made).toMatchObject({ score: 75, confidence: 73, ceiling: 100, redFlags: [] })
})

test('red flags hold it down, and too little data gives none', () => {
  const most: SignalId[] = ['engagement', 'growth', 'followerSample', 'engagementTrend']
  const flagged = (red: SignalId[]) => credibility([...most.map((id) => signal(id, 'fine')), ...red.map((id) => signal(id, 'red flag'))])
  expect(flagged(['rhythm'])).toMatchObject({ score: 60, mean: 94, ceiling: 60 })
  expect(flagged(['rhythm', 'sponsoredShare'])).toMatchObject({ score: 40 })
  expect(flagged(['rhythm', 'sponsoredShare', 'likesToComments', 'followerToFollowing'])).toMatchObject({ score: 20 })
  const little = credibility([signal('rhythm', 'fine'), signal('engagement', 'not enough data'), signal('growth', 'not enough data')])
  expect(little).toMatchObject({ score: null, confidence: 9, mean: null })
  expect(credibility([])).toMatchObject({ score: null, confidence: 0 })
})

test('figures that cannot be are told and left out, the rest of their row stays', () => {
  const rows = [
    figuresOn(0, { followers: -5, following: 10 }),
    figuresOn(1, { followers: 100, avgLikes: 250 }),
    figuresOn(2, { followers: 100, avgLikes: 5 }),
    figuresOn(2, { followers: 120, avgLikes: 6, id: 'later the same day' }),
    figuresOn(3, { statedEngagementBp: 20_000 }),
    figuresOn(400, { followers: 1 }),
  ]
  const { figures, findings } = soundFigures(rows, '2026-12-31')
  expect(findings.map(({ problem }) => problem)).toEqual([
    '-5 followers cannot be; the figure is left out.',
    'An engagement of 250% of the followers cannot be usual; the interactions are left out.',
    'An engagement of 200% of the followers cannot be usual; the interactions are left out.',
    'These figures are dated 2027-02-05, a day to come; they are left out.',
  ])
  expect(figures.map(({ followers, following, avgLikes }) => [followers, following, avgLikes])).toEqual([
    [null, 10, null],
    [100, null, null],
    [120, null, 6],
    [null, null, null],
  ])
})
