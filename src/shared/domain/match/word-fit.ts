import { foldText } from '../fold.ts'

/** Something that is asked for in a word or two, as it was typed and as its folded parts. */
export type WantedWord = { readonly text: string; readonly parts: readonly string[] }

export function wantedWord(text: string): WantedWord {
  return { text: text.trim(), parts: partsOf(text) }
}

/** The words of a text, folded: letters and digits alone. */
export function partsOf(text: string): string[] {
  return foldText(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part !== '')
}

/** In scripts without spaces a word stands within others. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u
/** A word of this length counts also as the beginning of another: "garden" and "gardening", "food" and "foodie". */
const shortestStem = 4

/** How many times a text has a word, as whole words one after the other. */
export function timesIn(parts: readonly string[], wanted: WantedWord): number {
  const { parts: sought } = wanted
  if (sought.length === 0) return 0
  let times = 0
  for (let at = 0; at + sought.length <= parts.length; at++) {
    if (sought.every((part, offset) => isAlike(parts[at + offset] as string, part))) times++
  }
  return times
}

function isAlike(one: string, other: string): boolean {
  if (one === other) return true
  if (unspaced.test(other)) return one.includes(other)
  const [short, long] = one.length < other.length ? [one, other] : [other, one]
  return short.length >= shortestStem && long.startsWith(short)
}

/** What a creator writes about themselves, in folded parts. */
export type WordText = { readonly niches: readonly string[][]; readonly tags: readonly string[][]; readonly bio: readonly string[] }

export function wordText({ niches, tags, bio }: { niches: readonly string[]; tags: readonly string[]; bio: string | null }): WordText {
  return { niches: niches.map(partsOf), tags: tags.map(partsOf), bio: partsOf(bio ?? '') }
}

/** Where a word was found; a niche says most. */
export type WordPlace = 'niche' | 'tag' | 'bio'

// BM25F: fields weighted before saturation. The field weights are our own choice, k1 and b the values usual in search engines
// (Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009).
const fieldWeights: Readonly<Record<WordPlace, number>> = { niche: 3, tag: 2, bio: 1 }
const k1 = 1.2
const b = 0.75
/** A bio of usual length, in words: our own choice. */
const usualBio = 20

/** How much a word that is one of their niches says; more says no more. */
const whole = saturated(fieldWeights.niche)

function saturated(frequency: number): number {
  return (frequency * (k1 + 1)) / (frequency + k1)
}

/** 0 to 1: how much a creator is about a word, where the word stands in these places so many times. */
export function aboutness(found: Readonly<Record<WordPlace, number>>, bioLength: number): number {
  const bio = found.bio / (1 - b + (b * Math.max(bioLength, usualBio)) / usualBio)
  const frequency = fieldWeights.niche * found.niche + fieldWeights.tag * found.tag + fieldWeights.bio * bio
  return Math.min(1, saturated(frequency) / whole)
}

export function placesOf(text: WordText, word: WantedWord): Record<WordPlace, number> {
  const inAny = (labels: readonly string[][]) => labels.filter((parts) => timesIn(parts, word) > 0).length
  return { niche: inAny(text.niches), tag: inAny(text.tags), bio: timesIn(text.bio, word) }
}

/** How much a word tells creators apart: rare ones most (BM25's inverse document frequency). */
export function rarity(creators: number, withWord: number): number {
  return Math.log(1 + (Math.max(creators, withWord) - withWord + 0.5) / (withWord + 0.5))
}
