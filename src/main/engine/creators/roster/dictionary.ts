/** Words as small numbers, so that a column of them is an array of integers. Number 0 is "not known". */
export interface Dictionary {
  codeOf(word: string | null): number
  /** The number of a word that is known already, else -1. */
  find(word: string): number
  readonly words: readonly (string | null)[]
}

export function openDictionary(): Dictionary {
  const words: (string | null)[] = [null]
  const codes = new Map<string | null, number>([[null, 0]])
  return {
    words,
    codeOf(word) {
      let code = codes.get(word)
      if (code === undefined) codes.set(word, (code = words.push(word) - 1))
      return code
    },
    find: (word) => codes.get(word) ?? -1,
  }
}
