import { aboutness, rarity, timesIn, partsOf, wantedWord, type WantedWord } from '#src/shared/domain/match/word-fit.ts'
import type { Roster } from '../creators/roster/roster.ts'

/** A word as it stands on the whole roster. */
export interface RosterWord extends WantedWord {
  rarity: number
  /** For each line, how much it is about the word by what is known without reading it, in 1/200. */
  fit: Uint8Array
}

const fits = {
  niche: asByte(aboutness({ niche: 1, tag: 0, bio: 0 }, 0)),
  tag: asByte(aboutness({ niche: 0, tag: 1, bio: 0 }, 0)),
  text: asByte(aboutness({ niche: 0, tag: 0, bio: 1 }, 0)),
}
/** What `fit` is counted in. */
export const wholeFit = 200

function asByte(share: number): number {
  return Math.round(share * 200)
}

/** Three characters make one entry of the full-text index. */
const shortestIndexed = 3

/** Looks the words up: niches and tags in memory, everything else in the full-text index, which also knows names and notes; what only
 *  stands there is sorted out when a creator is read. */
export function rosterWords(roster: Roster, words: readonly string[], creators: number): RosterWord[] {
  const wanted = words.map(wantedWord).filter(({ parts }) => parts.length > 0)
  const all = wanted.map((word) => ({ ...word, rarity: 0, fit: new Uint8Array(roster.columns.size) }))
  markTexts(roster, all)
  markLabels(roster, all, 'tag')
  markLabels(roster, all, 'niche')
  for (const word of all) word.rarity = rarity(creators, marked(word.fit))
  return all
}

function markTexts({ reader }: Roster, words: readonly RosterWord[]): void {
  for (const { parts, fit } of words) {
    const terms = parts.filter((part) => Array.from(part).length >= shortestIndexed)
    if (terms.length === 0) continue
    const lines = reader.withTerms(terms)
    for (let at = 0; at < lines.length; at++) if ((lines[at] as number) < fit.length) fit[lines[at] as number] = fits.text
  }
}

function markLabels({ labels }: Roster, words: readonly RosterWord[], kind: 'niche' | 'tag'): void {
  for (const [label, lines] of labels.all(kind)) {
    const parts = partsOf(label)
    for (const word of words) {
      if (timesIn(parts, word) === 0) continue
      for (let at = 0; at < lines.length; at++) word.fit[lines[at] as number] = fits[kind]
    }
  }
}

function marked(fit: Uint8Array): number {
  let count = 0
  for (let line = 0; line < fit.length; line++) if (fit[line] !== 0) count++
  return count
}
