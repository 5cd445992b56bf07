import { foldText } from '../fold.ts'
import type { CandidateFacts, MatchNeed } from './need.ts'
import type { Fact } from './score.ts'
import { listWords, platformWord } from './values.ts'

const weights = { platforms: 1, formats: 1 } as const
/** An account that is not their main one: our own choice. */
const pointsBeside = 80

/** Whether a creator makes what the campaign needs, where it needs it. */
export function creativeFacts(need: MatchNeed, candidate: CandidateFacts): Fact[] {
  return [...platformFact(need, candidate), ...formatFact(need, candidate)]
}

function platformFact({ platforms: wanted }: MatchNeed, { platforms }: CandidateFacts): Fact[] {
  if (wanted.length === 0) return []
  const [primary] = platforms
  const there = platforms.filter((platform) => wanted.includes(platform)).map(platformWord)
  const isPrimary = primary !== undefined && wanted.includes(primary)
  const asked = listWords(wanted.map(platformWord))
  return [
    {
      id: 'platforms',
      words:
        primary === undefined
          ? `Which platforms they are on is not known; you asked for ${asked}.`
          : there.length === 0
            ? `They are on ${listWords(platforms.map(platformWord))}, not on ${asked}.`
            : `They are on ${listWords(there)}${isPrimary ? '' : `, beside ${platformWord(primary)}, their main platform`}.`,
      points: primary === undefined ? null : there.length === 0 ? 0 : isPrimary ? 100 : pointsBeside,
      weight: weights.platforms,
    },
  ]
}

function formatFact({ formats: wanted }: MatchNeed, { formats }: CandidateFacts): Fact[] {
  if (wanted.length === 0) return []
  const asked = listWords(wanted)
  if (formats.length === 0) {
    return [
      { id: 'formats', words: `Which formats they make is not known; you asked for ${asked}.`, points: null, weight: weights.formats },
    ]
  }
  const made = new Set(formats.map(formatKey))
  const found = wanted.filter((format) => made.has(formatKey(format)))
  const missing = wanted.filter((format) => !found.includes(format))
  return [
    {
      id: 'formats',
      words:
        found.length === 0
          ? `They are known for ${listWords(formats)}, not for ${asked}.`
          : `${found.length} of your ${wanted.length} formats are known of them: ${found.join(', ')}` +
            `${missing.length > 0 ? `; not ${missing.join(', ')}` : ''}.`,
      points: (100 * found.length) / wanted.length,
      weight: weights.formats,
    },
  ]
}

/** A format for comparing: "Feed post" and "feed-post" are one. */
export function formatKey(format: string): string {
  return foldText(format).replaceAll(/[\s_-]+/g, '-')
}
