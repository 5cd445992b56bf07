import { COMMENT_RULES, rulesMet } from './comment-rules.ts'

/** What a comment is to the model: which places of the weight vector it touches, and how strongly. */
export interface Features {
  readonly places: number[]
  readonly values: number[]
}

/** Length, capitals, digits, exclamation marks, brevity. */
const MEASURES = 5
/** Weights that a person can name: those of the rules, then of the measures. Hashed words and letters come after. */
export const NAMED_WEIGHTS = COMMENT_RULES.length + MEASURES

/**
 * Rules, measures, and three groups of hashed signs, each scaled to length one so that a long comment weighs no more than a short one:
 * words, pairs of neighbouring words, and runs of 2 to 5 letters within a word (the hashing trick: Weinberger et al. 2009,
 * arXiv 0902.2206). `buckets` is how many places the hashed signs share. `text` is cleaned (`cleanComment`).
 */
export function commentFeatures(text: string, buckets: number, met: readonly number[] = rulesMet(text)): Features {
  const places = [...met]
  const values = met.map(() => 1)
  for (const [at, value] of measuresOf(text).entries()) {
    places.push(COMMENT_RULES.length + at)
    values.push(value)
  }
  const masked = text
    .toLowerCase()
    .replaceAll(/(?:https?:\/\/|www\.)\S+/g, ' ⓤ ')
    .replaceAll(/\d+/g, '0')
  for (const signs of [wordSigns(masked), letterSigns(masked)]) addGroup(signs, buckets, places, values)
  return { places, values }
}

function measuresOf(text: string): number[] {
  const letters = count(text, /\p{L}/gu)
  return [
    Math.log1p(text.length) / 5,
    letters === 0 ? 0 : count(text, /\p{Lu}/gu) / letters,
    Math.min(1, count(text, /\p{Nd}/gu) / 10),
    Math.min(1, count(text, /!/g) / 5),
    count(text, /[\p{L}\p{M}']+/gu) <= 3 ? 1 : 0,
  ]
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}

function wordSigns(text: string): Set<number> {
  const words = text.match(/[\p{L}\p{M}']+|ⓤ|0|[^\s\p{L}]/gu) ?? []
  const signs = new Set<number>()
  let before = ''
  for (const word of words) {
    signs.add(hash(`w:${word}`))
    if (before !== '') signs.add(hash(`b:${before} ${word}`))
    before = word
  }
  return signs
}

function letterSigns(text: string): Set<number> {
  const signs = new Set<number>()
  for (const word of text.split(' ')) {
    const padded = ` ${word} `
    for (let start = 0; start < padded.length; start++) {
      // One hash goes on from the other: FNV-1a takes letter after letter.
      let state = fnvStart
      for (let at = start; at < padded.length && at < start + 5; at++) {
        state = fnvNext(state, padded.charCodeAt(at))
        if (at > start) signs.add(finish(state))
      }
    }
  }
  return signs
}

function addGroup(signs: ReadonlySet<number>, buckets: number, places: number[], values: number[]): void {
  const value = 1 / Math.sqrt(signs.size)
  for (const sign of signs) {
    places.push(NAMED_WEIGHTS + (sign % buckets))
    values.push(value)
  }
}

const fnvStart = 2_166_136_261

function fnvNext(state: number, code: number): number {
  return Math.imul(state ^ code, 16_777_619)
}

/** FNV-1a (Fowler, Noll, Vo), mixed at the end as in MurmurHash3 so that the low bits are even. */
function hash(sign: string): number {
  let state = fnvStart
  for (let at = 0; at < sign.length; at++) state = fnvNext(state, sign.charCodeAt(at))
  return finish(state)
}

function finish(state: number): number {
  const once = Math.imul(state ^ (state >>> 15), 2_246_822_507)
  return (once ^ (once >>> 13)) >>> 0
}
