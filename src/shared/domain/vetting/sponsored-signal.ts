import type { AccountTier } from '../tiers.ts'
import { percentText, thereAre } from './figures.ts'
import type { SampledPost } from './posts.ts'
import { OURS, signalOf, STEPS_OF_VETTING, type Signal } from './signal.ts'

/** The last 20 to 50 posts (facts.md §6). */
const [FEWEST, MOST] = [20, 50]
const MUCH_BP = 3_000
const DAYS_A_MONTH = 30.4375

const thresholds = [
  { words: `Of the last ${FEWEST} to ${MOST} posts; fewer say nothing.`, source: STEPS_OF_VETTING },
  {
    words: 'More than about one sponsored post a month needs a look on a nano account.',
    source: 'facts on reasonable load (docs/vetting.md)',
  },
  { words: 'More than 30% sponsored, or none among the older half and more than 30% of the newer, needs a look.', source: OURS },
]

/** How many of the last posts were paid for, and whether that began of a sudden. */
export function sponsoredSignal(posts: readonly SampledPost[], tier: AccountTier | null): Signal {
  const known = posts
    .filter(({ isSponsored }) => isSponsored !== null)
    .toSorted((a, b) => (b.day ?? 0) - (a.day ?? 0))
    .slice(0, MOST)
  const evidence = () =>
    known.map(({ id, postedOn, isSponsored }) => ({
      kind: 'post' as const,
      id,
      on: postedOn,
      words: isSponsored ? 'Sponsored' : 'Not sponsored',
    }))
  const base = { id: 'sponsoredShare', thresholds, evidence } as const
  if (known.length < FEWEST) {
    const sentence = `It takes ${FEWEST} posts of which it is known whether they were sponsored; ${thereAre(known.length)}.`
    return signalOf({ ...base, verdict: 'not enough data', sentence })
  }
  const sponsored = sponsoredAmong(known)
  const value = shareBp(known)
  const [newer, older] = [known.slice(0, known.length >> 1), known.slice(known.length >> 1)]
  const said = `${sponsored} of the last ${known.length} posts are sponsored (${percentText(value)})`
  const give = (verdict: Signal['verdict'], why: string) => signalOf({ ...base, verdict, value, sentence: `${said}${why}.` })
  if (sponsoredAmong(older) === 0 && shareBp(newer) > MUCH_BP) return give('look', ', all of them lately')
  if (value > MUCH_BP) return give('look', '')
  const monthly = sponsoredPerMonth(known, sponsored)
  if ((tier === 'nano' || tier === 'below nano') && monthly !== null && monthly > 1.5)
    return give('look', `, about ${monthly.toFixed(1)} a month; one is a reasonable load for a nano creator`)
  return give('fine', '')
}

function sponsoredAmong(posts: readonly SampledPost[]): number {
  return posts.filter(({ isSponsored }) => isSponsored).length
}

function shareBp(posts: readonly SampledPost[]): number {
  return Math.round((sponsoredAmong(posts) * 10_000) / posts.length)
}

function sponsoredPerMonth(posts: readonly SampledPost[], sponsored: number): number | null {
  const days = posts.flatMap(({ day }) => day ?? [])
  const span = Math.max(...days) - Math.min(...days)
  return days.length < posts.length || span < DAYS_A_MONTH ? null : (sponsored * DAYS_A_MONTH) / span
}
