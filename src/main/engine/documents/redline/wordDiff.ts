import { diffArrays } from 'diff'

/** A stretch of words that both sides have, or only the later or the earlier one. */
export interface WordChange<Word> {
  kind: 'same' | 'inserted' | 'deleted'
  words: Word[]
}

/** Texts that differ in more words than this are told as one exchanged for the other: finding the fewest changes would take minutes. */
const mostChanges = 12_000

/** The fewest words to take out and put in to come from one text to the other. Words are compared by what `wordOf` gives; those that are
 *  the same are given as the later text has them. */
export function diffWords<Word>(before: readonly Word[], after: readonly Word[], wordOf: (word: Word) => string): WordChange<Word>[] {
  const found = diffArrays(before.map(wordOf), after.map(wordOf), { maxEditLength: mostChanges })
  if (!found) {
    return [
      { kind: 'deleted', words: [...before] },
      { kind: 'inserted', words: [...after] },
    ]
  }
  let [at, now] = [0, 0]
  return found.map(({ added, removed, count }): WordChange<Word> => {
    if (removed) return { kind: 'deleted', words: before.slice(at, (at += count)) }
    if (!added) at += count
    return { kind: added ? 'inserted' : 'same', words: after.slice(now, (now += count)) }
  })
}
