import { cosine, likenessOfAudiences } from './audience-fit.ts'
import type { CandidateFacts, Shares } from './need.ts'
import type { Fact } from './score.ts'
import { listWords, percentWords, platformWord } from './values.ts'
import { partsOf } from './word-fit.ts'

/** Our own choice: what they are about first, then whom they reach, then how large they are. */
const weights = { niches: 4, audience: 2, size: 2, tags: 1, bio: 1, platform: 1, engagement: 1 } as const

type Likened = Pick<CandidateFacts, 'niches' | 'tags' | 'bio' | 'audience' | 'followers' | 'platforms' | 'engagementBp'>

/** How alike a creator is to another, fact by fact. What is not known of the one that is held up says nothing and is left out.
 *  `rarityOf` says how much a folded niche or tag tells creators apart. */
export function likenessFacts(to: Likened, candidate: Likened, rarityOf: (label: string) => number): Fact[] {
  return [
    ...labelFact('niches', 'niche', to.niches, candidate.niches, rarityOf),
    ...audienceFact(to, candidate),
    ...sizeFact(to, candidate),
    ...labelFact('tags', 'tag', to.tags, candidate.tags, rarityOf),
    ...bioFact(to, candidate),
    ...platformFact(to, candidate),
    ...engagementFact(to, candidate),
  ]
}

function fact(id: keyof typeof weights, words: string, points: number | null): Fact[] {
  return [{ id, words, points, weight: weights[id] }]
}

function labelFact(
  id: 'niches' | 'tags',
  noun: string,
  wanted: readonly string[],
  labels: readonly string[],
  rarityOf: (label: string) => number,
): Fact[] {
  if (wanted.length === 0) return []
  if (labels.length === 0) return fact(id, `Their ${noun}s are not known.`, null)
  const keys = new Set(labels.map(labelKey))
  const shared = wanted.filter((label) => keys.has(labelKey(label)))
  const weigh = (some: readonly string[]) => some.reduce((sum, label) => sum + rarityOf(labelKey(label)), 0)
  const all = weigh(wanted)
  const words =
    shared.length === 0 ? `No ${noun} in common.` : `${shared.length} of ${wanted.length} ${noun}s in common: ${listWords(shared)}.`
  return fact(id, words, all === 0 ? 0 : (100 * weigh(shared)) / all)
}

/** A niche or tag for comparing. */
export function labelKey(label: string): string {
  return partsOf(label).join(' ')
}

function audienceFact(to: Likened, candidate: Likened): Fact[] {
  if (to.audience === null) return []
  const likeness = likenessOfAudiences(to.audience, candidate.audience)
  const words = likeness
    ? `Audiences are alike to ${percentWords(likeness.value * 10_000)} by ${listWords(likeness.dimensions)}.`
    : 'Their audience is not known.'
  return [{ id: 'audience', words, points: likeness && likeness.value * 100, weight: weights.audience }]
}

/** Ten times as many followers, or a tenth, have nothing in common: tiers are a factor of ten apart (facts.md §1). */
function sizeFact({ followers: wanted }: Likened, { followers }: Likened): Fact[] {
  if (wanted === null || wanted === 0) return []
  const theirs = `against ${count(wanted)}`
  if (followers === null) return fact('size', `How many followers they have is not known, ${theirs}.`, null)
  const apart = followers === 0 ? 1 : Math.abs(Math.log10(followers / wanted))
  return fact('size', `${count(followers)} followers, ${theirs}.`, 100 * Math.max(0, 1 - apart))
}

function bioFact({ bio: wanted }: Likened, { bio }: Likened): Fact[] {
  const counts = wordCounts(wanted)
  if (Object.keys(counts).length === 0) return []
  const theirs = wordCounts(bio)
  if (Object.keys(theirs).length === 0) return fact('bio', 'They have no bio on file.', null)
  const shared = Object.keys(counts).filter((word) => theirs[word] !== undefined)
  const words = shared.length === 0 ? 'Their bios have no word in common.' : `Their bios share: ${shared.slice(0, 6).join(', ')}.`
  return fact('bio', words, 100 * cosine(counts, theirs))
}

/** Shorter words join others in any language and say nothing. */
const shortestTelling = 4

function wordCounts(bio: string | null): Shares {
  const counts: Record<string, number> = {}
  for (const word of partsOf(bio ?? '')) if (word.length >= shortestTelling) counts[word] = (counts[word] ?? 0) + 1
  return counts
}

function platformFact({ platforms: [wanted] }: Likened, { platforms }: Likened): Fact[] {
  if (wanted === undefined) return []
  if (platforms.length === 0) return fact('platform', 'Which platforms they are on is not known.', null)
  if (platforms[0] === wanted) return fact('platform', `Both are on ${platformWord(wanted)} first.`, 100)
  return platforms.includes(wanted)
    ? fact('platform', `They are on ${platformWord(wanted)} too, but on ${platformWord(platforms[0] ?? '')} first.`, 60)
    : fact('platform', `They are on ${listWords(platforms.map(platformWord))}, not on ${platformWord(wanted)}.`, 0)
}

function engagementFact({ engagementBp: wanted }: Likened, { engagementBp }: Likened): Fact[] {
  if (wanted === null || wanted === 0) return []
  const words = engagementBp === null ? 'Their engagement is not known' : `Engagement of ${percentWords(engagementBp)}`
  const points = engagementBp === null ? null : (100 * Math.min(engagementBp, wanted)) / Math.max(engagementBp, wanted)
  return [{ id: 'engagement', words: `${words}, against ${percentWords(wanted)}.`, points, weight: weights.engagement }]
}

function count(value: number): string {
  return value.toLocaleString('en-US')
}
