import { figuresWords, snapshotOf } from './engagement-signals.ts'
import { countText, percentText, thereAre, type Figures } from './figures.ts'
import { engagementBpOf, newestWith, postsPerWeek, postSteps } from './measures.ts'
import type { SampledPost } from './posts.ts'
import { OURS, signalOf, type Evidence, type Signal } from './signal.ts'
import { mannKendall, median, theilSenSlope } from './statistics.ts'

const HALF_A_YEAR = 183
const QUARTER = 92
const FATIGUE = 'the field’s signs of fatigue (docs/vetting.md): posting less, engagement falling over six months'
/** A rhythm below half of what it was is a decline. */
const DECLINE = 0.5
const FEWEST_POSTS = 10

const rhythmThresholds = [
  {
    words: 'Posting less than half as often in the last three months as before needs a look.',
    source: `${FATIGUE}; the half is Troupe’s`,
  },
]

interface Rhythm {
  perWeek: number
  recent: number | null
  earlier: number | null
  evidence: () => Evidence[]
}

/** Posts a week, from counts of posts or else from dated posts on file, and whether they grow fewer. */
export function rhythmSignal(figures: readonly Figures[], posts: readonly SampledPost[], peers: Signal['peers']): Signal {
  const rhythm = fromCounts(figures) ?? fromPosts(posts)
  const base = { id: 'rhythm', thresholds: rhythmThresholds, unit: 'per week', peers } as const
  if (!rhythm) {
    const sentence = `Counts of posts two weeks apart, or ${FEWEST_POSTS} dated posts, are not on file.`
    return signalOf({ ...base, verdict: 'not enough data', sentence })
  }
  const { perWeek: value, recent, earlier, evidence } = rhythm
  const said = `${perWeekText(value)} posts a week`
  if (recent === null || earlier === null)
    return signalOf({ ...base, verdict: 'not enough data', value, evidence, sentence: `${said}; too short a time to see a decline.` })
  const isLess = earlier > 0 && recent / earlier < DECLINE
  const course = `${perWeekText(earlier)} before and ${perWeekText(recent)} lately`
  return signalOf({ ...base, verdict: isLess ? 'look' : 'fine', value, evidence, sentence: `${said}: ${course}.` })
}

function fromCounts(figures: readonly Figures[]): Rhythm | null {
  const steps = postSteps(figures)
  const perWeek = postsPerWeek(steps)
  const last = steps.at(-1)?.day ?? 0
  if (perWeek === null) return null
  const rates = steps.filter(({ days }) => days >= 5).map(({ day, days, made }) => ({ day, rate: (made * 7) / days }))
  const isRecent = ({ day }: { day: number }) => last - day < QUARTER
  const evidence = () => figures.flatMap((row) => (row.posts === null ? [] : [snapshotOf(row, `${countText(row.posts)} posts`)]))
  return {
    perWeek,
    ...halves(
      rates.filter(isRecent),
      rates.filter((step) => !isRecent(step)),
    ),
    evidence,
  }
}

function halves(recent: readonly { rate: number }[], earlier: readonly { rate: number }[]): Pick<Rhythm, 'recent' | 'earlier'> {
  if (recent.length < 2 || earlier.length < 2) return { recent: null, earlier: null }
  return { recent: median(recent.map(({ rate }) => rate)), earlier: median(earlier.map(({ rate }) => rate)) }
}

/** From the gaps between posts, the newer half against the older. */
function fromPosts(posts: readonly SampledPost[]): Rhythm | null {
  const dated = posts.filter(({ day }) => day !== null).toSorted((a, b) => (a.day ?? 0) - (b.day ?? 0))
  const [first, last] = [dated[0]?.day ?? 0, dated.at(-1)?.day ?? 0]
  if (dated.length < FEWEST_POSTS || last - first < 14) return null
  const middle = dated.length >> 1
  const turn = dated[middle]?.day ?? 0
  return {
    perWeek: weekly(dated.length - 1, last - first),
    earlier: weekly(middle, turn - first),
    recent: weekly(dated.length - 1 - middle, last - turn),
    evidence: () => dated.map(({ id, postedOn }) => ({ kind: 'post', id, on: postedOn, words: 'Posted' })),
  }
}

function perWeekText(value: number): string {
  return value >= 10 ? countText(value) : value.toFixed(1)
}

function weekly(count: number, days: number): number {
  return (count * 7) / Math.max(1, days)
}

const FEWEST_POINTS = 4
const FEWEST_DAYS = 90
/** One-sided, 95 %. */
const SURE = 1.645
/** A fall below a fifth is not worth telling. */
const FALL_BP = -2_000

const trendThresholds = [
  {
    words: 'A fall of a fifth or more over six months, which chance would give in fewer than one of 20 cases, needs a look.',
    source: `${FATIGUE}; Theil–Sen slope and Mann–Kendall test; the fifth is ${OURS}’s`,
  },
]

/** Whether engagement has fallen over the last six months. */
export function engagementTrendSignal(figures: readonly Figures[]): Signal {
  const last = newestWith(figures, engagementBpOf)
  const points = figures.flatMap((row) => {
    const rate = last && last.row.day - row.day <= HALF_A_YEAR ? engagementBpOf(row) : null
    return rate === null || rate === 0 ? [] : [{ row, rate }]
  })
  const days = (points.at(-1)?.row.day ?? 0) - (points[0]?.row.day ?? 0)
  const base = {
    id: 'engagementTrend',
    thresholds: trendThresholds,
    evidence: () => points.map(({ row, rate }) => snapshotOf(row, `${percentText(rate)} engagement (${figuresWords(row)})`)),
  } as const
  if (points.length < FEWEST_POINTS || days < FEWEST_DAYS) {
    const sentence = `A trend takes ${FEWEST_POINTS} engagement rates over three months; ${thereAre(points.length)}.`
    return signalOf({ ...base, verdict: 'not enough data', sentence })
  }
  const logs = points.map(({ row, rate }) => [row.day, Math.log(rate)] as const)
  const value = Math.round((Math.exp(theilSenSlope(logs) * HALF_A_YEAR) - 1) * 10_000)
  const sureness = mannKendall(points.map(({ rate }) => rate))
  const falls = sureness <= -SURE && value <= FALL_BP
  const change = value < 0 ? `falls by ${percentText(-value)}` : `rises by ${percentText(value)}`
  const sure = Math.abs(sureness) >= SURE ? '' : ', which may be chance'
  return signalOf({
    ...base,
    verdict: falls ? 'look' : 'fine',
    value,
    sentence: `Engagement ${change} in six months, over ${points.length} dates${sure}.`,
  })
}
