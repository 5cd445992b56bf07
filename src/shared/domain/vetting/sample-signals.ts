import { wilson } from '../authenticity/fake-share.ts'
import { countText, percentText } from './figures.ts'
import { signalOf, STEPS_OF_VETTING, type Evidence, type Signal, type SignalId } from './signal.ts'

/** "28 % of nano creators carried 15–20 % fake engagement" (facts.md §6): from the lower end on somebody should look, and what is surely
 *  above the upper end is worse than that audit's bad ones. */
const [LOOK, RED] = [0.15, 0.2]
const FEWEST_COMMENTS = 30

const thresholds = [
  {
    words: '15% or more needs a look; where 95% confidence begins above 20% it is a red flag.',
    source: `one audit cited in ${STEPS_OF_VETTING}: 28% of nano creators carried 15–20% fake engagement`,
  },
]

/** A judged sample of comments. */
export interface JudgedComments {
  readonly id: string
  readonly takenOn: string
  readonly judged: number
  /** Those that are promotion, repeated or off-topic. */
  readonly odd: number
  readonly generic: number
}

/** A judged sample of followers; shares 0 to 1. */
export interface JudgedFollowers {
  readonly id: string
  readonly takenOn: string
  readonly judged: number
  readonly share: number | null
  readonly interval: readonly [number, number] | null
}

/** Comments that are promotional, repeated or off-topic, over the samples of the last year. */
export function commentsSignal(samples: readonly JudgedComments[]): Signal {
  const judged = samples.reduce((sum, sample) => sum + sample.judged, 0)
  const odd = samples.reduce((sum, sample) => sum + sample.odd, 0)
  const generic = samples.reduce((sum, sample) => sum + sample.generic, 0)
  const evidence = (): Evidence[] =>
    samples.map((sample) => ({
      kind: 'sample',
      id: sample.id,
      on: sample.takenOn,
      words: `${countText(sample.odd)} of ${countText(sample.judged)} comments promotional, repeated or off-topic`,
    }))
  if (judged < FEWEST_COMMENTS) {
    const sentence = judged === 0 ? 'No sample of comments is on file.' : `It takes ${FEWEST_COMMENTS} comments; there are ${judged}.`
    return signalOf({ id: 'comments', verdict: 'not enough data', sentence, thresholds, evidence })
  }
  const share = odd / judged
  const also = generic > 0 ? `; ${countText(generic)} more are only praise or emoji` : ''
  const sentence = `${countText(odd)} of ${countText(judged)} comments are promotional, repeated or off-topic${also}.`
  return shareSignal('comments', share, wilson(share, judged), sentence, evidence)
}

/** The estimated share of fake accounts in the newest sample of followers. */
export function followerSampleSignal(samples: readonly JudgedFollowers[]): Signal {
  const newest = samples.at(-1)
  const evidence = (): Evidence[] =>
    newest ? [{ kind: 'sample', id: newest.id, on: newest.takenOn, words: `${countText(newest.judged)} followers judged` }] : []
  if (!newest || newest.share === null || newest.interval === null) {
    const sentence = newest ? 'The sample of followers is too small for a share.' : 'No sample of followers is on file.'
    return signalOf({ id: 'followerSample', verdict: 'not enough data', sentence, thresholds, evidence })
  }
  const { share, interval, judged } = newest
  const limits = interval.map((limit) => percentText(asBp(limit))).join(' to ')
  const sentence = `About ${percentText(asBp(share))} of the followers are fake (95% interval ${limits}, ${countText(judged)} judged).`
  return shareSignal('followerSample', share, interval, sentence, evidence)
}

function shareSignal(
  id: SignalId,
  share: number,
  interval: readonly [number, number],
  sentence: string,
  evidence: Signal['evidence'],
): Signal {
  const verdict = interval[0] > RED ? 'red flag' : share >= LOOK ? 'look' : 'fine'
  // In a straight line: none is 100, at LOOK it is 50, at twice that 0.
  const points = Math.round(Math.max(0, 100 - (share / LOOK) * 50))
  return signalOf({
    id,
    verdict,
    sentence,
    thresholds,
    evidence,
    value: asBp(share),
    interval: [asBp(interval[0]), asBp(interval[1])],
    points,
  })
}

function asBp(share: number): number {
  return Math.round(share * 10_000)
}
