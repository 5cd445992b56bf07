import { countText, percentText, thereAre, type Figures } from './figures.ts'
import { FEWEST_STEPS, growthSteps, monthlyBp, usualGrowth, type GrowthStep, type UsualGrowth } from './growth-steps.ts'
import type { PeerGroup, Spread } from './peer-group.ts'
import { OURS, OUTLIER, signalOf, STEPS_OF_VETTING, type Signal, type SignalVerdict } from './signal.ts'
import { sumInteractions } from '../engagement.ts'

/** "A jump of 10,000 in a week on a small account is a red flag" (facts.md §6); small is below the upper end of micro (§1). */
const WEEKLY_JUMP = 10_000
const SMALL_ACCOUNT = 100_000
/** A smaller step is not worth telling, however steady the account was before. */
const SMALLEST_STEP = 0.05
/** Of a spike's gain, so much lost again afterwards is a taper. */
const TAPER = 0.2

const thresholds = [
  {
    words: `${countText(WEEKLY_JUMP)} followers in a week on an account below ${countText(SMALL_ACCOUNT)} are a red flag.`,
    source: STEPS_OF_VETTING,
  },
  {
    words: `A step is out of line beyond ${OUTLIER} robust deviations from the account’s own middle, when it is 5% or more.`,
    source: 'Iglewicz and Hoaglin 1993; the 5% are Troupe’s (docs/vetting.md)',
  },
  { words: 'A spike is a red flag when a fifth of it is lost again, or interactions did not rise half as much.', source: OURS },
]

interface Oddity {
  step: GrowthStep
  deviation: number
}

/** Growth of followers: spikes, spikes that taper off, and drops, told by the account's own middle and scatter. */
export function growthSignal(figures: readonly Figures[], group: PeerGroup | null, peers: Signal['peers']): Signal {
  const steps = growthSteps(figures)
  const usual = usualGrowth(steps)
  const weekly = steps.find(
    ({ before, after, days }) => before < SMALL_ACCOUNT && ((after - before) * 7) / Math.max(7, days) >= WEEKLY_JUMP,
  )
  const odd = usual ? oddSteps(steps, usual, group?.growthScatter ?? 0) : []
  const days = figures.filter(({ followers }) => (followers ?? 0) > 0).length
  const { verdict, sentence } = judged(days, steps, usual, weekly, odd, peers?.spread)
  return signalOf({
    id: 'growth',
    verdict,
    sentence,
    thresholds,
    value: usual && monthlyBp(usual.rate),
    peers,
    evidence: () =>
      figures.flatMap(({ id, takenOn, followers }) =>
        followers === null ? [] : [{ kind: 'snapshot' as const, id, on: takenOn, words: `${countText(followers)} followers` }],
      ),
  })
}

/** Steps beyond the account's scatter, that of its peers, and the chance of counting. */
function oddSteps(steps: readonly GrowthStep[], usual: UsualGrowth, peersScatter: number): Oddity[] {
  return steps.flatMap((step) => {
    const counting = Math.sqrt(Math.max(1, Math.abs(usual.rate) * step.before * step.days)) / (step.before * step.days)
    const excess = step.rate - usual.rate
    const deviation = excess / Math.max(usual.scatter, peersScatter, counting)
    const isLarge = Math.abs(Math.exp(excess * step.days) - 1) >= SMALLEST_STEP
    return isLarge && Math.abs(deviation) > OUTLIER ? [{ step, deviation }] : []
  })
}

function judged(
  days: number,
  steps: readonly GrowthStep[],
  usual: UsualGrowth | null,
  weekly: GrowthStep | undefined,
  odd: readonly Oddity[],
  spread: Spread | undefined,
): { verdict: SignalVerdict; sentence: string } {
  if (weekly) return { verdict: 'red flag', sentence: `${stepWords(weekly)}: 10,000 in a week or more, on a small account.` }
  if (!usual) {
    const sentence = `Growth takes ${FEWEST_STEPS + 1} days with followers on file; ${thereAre(days)}.`
    return { verdict: 'not enough data', sentence }
  }
  const spikes = odd.filter(({ deviation }) => deviation > 0).toSorted((a, b) => b.deviation - a.deviation)
  const [spike] = spikes
  if (spike) return spikeWords(spike, steps)
  const [drop] = odd
  if (drop) return { verdict: 'look', sentence: `${stepWords(drop.step)}, ${timesWords(drop)}: a sudden drop.` }
  const growth = monthlyBp(usual.rate)
  const among = spread ? `; the middle half of peers grows between ${percentText(spread.q1)} and ${percentText(spread.q3)}` : ''
  return { verdict: 'fine', sentence: `Followers change steadily, by ${percentText(growth)} a month in the middle${among}.` }
}

function spikeWords(spike: Oddity, steps: readonly GrowthStep[]): { verdict: SignalVerdict; sentence: string } {
  const { step } = spike
  const later = steps.filter(({ from }) => from.day >= step.to.day)
  const lowest = later.reduce((least, { after }) => Math.min(least, after), step.after)
  const lost = (step.after - lowest) / (step.after - step.before)
  const said = `${stepWords(step)}, ${timesWords(spike)}`
  if (lost >= TAPER)
    return {
      verdict: 'red flag',
      sentence: `${said}, and ${percentText(Math.round(lost * 100) * 100)} of the gain is gone since: a spike that tapered off.`,
    }
  const rise = interactionsRise(step)
  if (rise !== null && rise < (step.after / step.before - 1) / 2) {
    const words = rise > 0.005 ? `rose only ${percentText(Math.round(rise * 10_000))}` : 'did not rise'
    return { verdict: 'red flag', sentence: `${said}, but interactions a post ${words}: followers who do not take part.` }
  }
  return { verdict: 'look', sentence: `${said}: ask what brought them.` }
}

function interactionsRise({ from, to }: GrowthStep): number | null {
  const [before, after] = [from, to].map(({ avgLikes: likes, avgComments: comments }) => sumInteractions({ likes, comments })?.total ?? 0)
  return before && after ? after / before - 1 : null
}

function stepWords({ from, to, before, after, days }: GrowthStep): string {
  const verb = after >= before ? 'rose' : 'fell'
  const share = percentText(Math.round(Math.abs(after / before - 1) * 1000) * 10)
  return `Followers ${verb} ${share} in ${days} days, from ${countText(before)} on ${from.takenOn} to ${countText(after)} on ${to.takenOn}`
}

function timesWords({ deviation }: Oddity): string {
  return `${Math.round(Math.abs(deviation))} times the usual scatter`
}
