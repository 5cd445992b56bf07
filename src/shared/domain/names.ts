import { foldText } from './fold.ts'

/** By this two spellings of a name are the same person's: folded, without emoji and punctuation. "T-Series" and "t series ✿" share one. */
export function nameKey(name: string): string {
  const folded = foldText(name)
  const letters = folded
    .replaceAll(/['’`.]/g, '')
    .replaceAll(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim()
  return letters === '' ? folded : letters
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** One or two characters for an avatar: of the first and the last word, in capitals. Whole graphemes, so that no letter loses its marks. */
export function initials(name: string): string {
  const words = name
    .normalize('NFC')
    .split(/[^\p{L}\p{N}\p{M}'’]+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
  const first = words[0]
  if (first === undefined) return firstGrapheme(name.trim()) || '?'
  const last = words.length > 1 ? (words.at(-1) ?? '') : ''
  return (capital(first) + capital(last)).normalize('NFC')
}

// Cut again after capitalising, because that makes two letters of some ("ﬀ" becomes "FF").
function capital(word: string): string {
  return firstGrapheme(firstGrapheme(word.replace(/^[^\p{L}\p{N}]+/u, '')).toLocaleUpperCase('en'))
}

function firstGrapheme(text: string): string {
  for (const { segment } of graphemes.segment(text)) return segment
  return ''
}
