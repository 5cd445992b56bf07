import type { z } from 'zod'
import type { MatchResult, MatchRow } from '#src/shared/contract/match.ts'
import { creativeFacts } from '#src/shared/domain/match/creative.ts'
import { credibilityFacts, type Trust } from '#src/shared/domain/match/credibility.ts'
import type { MatchNeed } from '#src/shared/domain/match/need.ts'
import { operationalFacts } from '#src/shared/domain/match/operational.ts'
import { relevanceFacts, type WeighedWord } from '#src/shared/domain/match/relevance.ts'
import { compareRanked, scoreOf, totalOf, type Ranked, type Score } from '#src/shared/domain/match/score.ts'
import { fillSlots, type Slot } from '#src/shared/domain/match/slots.ts'
import type { EngineContext } from '../context.ts'
import type { Looked } from './details.ts'
import type { Peers } from './peers.ts'
import { shown } from './shown.ts'
import { firstTrust, fullTrust } from './trust.ts'

type Row = z.infer<typeof MatchRow>
type Result = z.infer<typeof MatchResult>
type Asking = Pick<EngineContext, 'workspace' | 'read' | 'ports'>

interface Ranking {
  looked: readonly Looked[]
  need: MatchNeed
  words: readonly WeighedWord[]
  peers: Peers
  top: number
}

type RankedLook = Ranked & { looked: Looked }

/** So many are vetted before the last order is made; those behind them would not come far enough up to be shown. */
const mostVetted = 120

/** Scores what was looked at in full, puts it in order and hands out the places of the tier mix. Shows the first `top`, and whoever else
 *  fills a place. */
export async function rankLooked(asking: Asking, { looked, need, words, peers, top }: Ranking) {
  const isOn = ({ facts: { platforms } }: Looked) =>
    need.platforms.length === 0 || platforms.length === 0 || platforms.some((platform) => need.platforms.includes(platform))
  const there = looked.filter(isOn)
  const score = (one: Looked, trust: Trust): RankedLook => {
    const scores = {
      relevance: scoreOf(relevanceFacts(need, words, one.facts)),
      credibility: scoreOf(credibilityFacts(need, trust, one.facts)),
      creative: scoreOf(creativeFacts(need, one.facts)),
      operational: scoreOf(operationalFacts(need, one.facts)),
    }
    return { id: one.creatorId, name: one.name, looked: one, scores, total: totalOf(scores, need.weights) }
  }
  const about = there
    .map((one) => score(one, firstTrust(one, peers)))
    .filter(({ scores }) => words.length === 0 || isAbout(scores.relevance))
  const first = shortened(about.toSorted(compareRanked), need, top)
  const trustOf = await fullTrust(
    asking,
    first.map(({ looked: one }) => one),
    peers,
  )
  const ordered = first.map(({ looked: one }) => score(one, trustOf(one))).toSorted(compareRanked)
  const slots = fillSlots(
    ordered.map(({ looked: { facts } }) => facts.tier),
    need.tiers,
  )
  const rows = ordered.map((one, at) => rowOf(one, at + 1, slots[at] ?? null)).filter(({ slot }, at) => at < top || slot !== null)
  return {
    rows,
    slots: filled(need, slots),
    dropped: { words: there.length - about.length, platform: looked.length - there.length },
    notes: notesOn(need, rows),
  }
}

/** The best, and of each tier of the mix more than it has places. */
function shortened(ordered: readonly RankedLook[], { tiers }: MatchNeed, top: number): RankedLook[] {
  const most = Math.max(mostVetted, top + 20)
  const seen = new Map<string | null, number>()
  return ordered.filter(({ looked: { facts } }, at) => {
    const before = seen.get(facts.tier) ?? 0
    seen.set(facts.tier, before + 1)
    return at < most || tiers.some(({ tier, count }) => tier === facts.tier && before < 2 * count)
  })
}

/** The full-text index also knows names and notes; a word that stands only there says nothing of what somebody is about. */
function isAbout({ facts }: Score): boolean {
  return facts.some(({ id, points }) => id === 'words' && points !== null && points > 0)
}

function rowOf({ looked, scores, total }: RankedLook, rank: number, slot: Slot | null): Row {
  const { relevance, credibility, creative, operational } = scores
  return {
    ...shown(looked),
    rank,
    slot,
    total,
    scores: {
      relevance: opened(relevance),
      credibility: opened(credibility),
      creative: opened(creative),
      operational: opened(operational),
    },
  }
}

function opened(score: Score): Row['scores']['relevance'] {
  return { ...score, facts: [...score.facts] }
}

function filled({ tiers }: MatchNeed, slots: readonly (Slot | null)[]): Result['slots'] {
  return tiers
    .filter(({ count }) => count > 0)
    .map(({ tier, count }) => ({ tier, filled: slots.filter((slot) => slot?.tier === tier).length, of: count }))
}

function notesOn({ countries, age, tiers }: MatchNeed, rows: readonly Row[]): string[] {
  const lacks = (id: string) =>
    rows.filter(({ scores }) => scores.relevance.facts.some((fact) => fact.id.startsWith(id) && fact.points === null)).length
  const withoutAudience = lacks(countries.length > 0 ? 'audience' : 'age')
  const withoutTier = rows.filter(({ tier }) => tier === null).length
  const audience =
    `The audience of ${withoutAudience} of these ${rows.length} is not on file; ` +
    'that counts as the middle and makes their score less sure.'
  const tier = `The followers of ${withoutTier} of these ${rows.length} are not known, so they fill no place of the tier mix.`
  return [
    ...(withoutAudience > 0 && (countries.length > 0 || age !== null) ? [audience] : []),
    ...(withoutTier > 0 && tiers.length > 0 ? [tier] : []),
  ]
}
