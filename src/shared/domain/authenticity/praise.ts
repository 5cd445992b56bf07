import data from '../../../../resources/authenticity/words.json' with { type: 'json' }
import { wordsIn, wordsOf } from './words.ts'

const praise = wordsIn(data.praise)
const filler = wordsIn(data.filler)
const mostWords = 6

/** Whether a comment is praise and nothing else: a few words, one of them praise, none of them about anything. */
export function isGenericPraise(text: string): boolean {
  const words = wordsOf(text)
  if (words.length === 0 || words.length > mostWords) return false
  return words.some((word) => isIn(praise, word)) && words.every((word) => isIn(praise, word) || isIn(filler, word))
}

/** Also drawn out: `sooo cuuute`. */
function isIn(list: ReadonlySet<string>, word: string): boolean {
  return list.has(word) || list.has(word.replaceAll(/(.)\1+/gu, '$1')) || list.has(word.replaceAll(/(.)\1{2,}/gu, '$1$1'))
}
