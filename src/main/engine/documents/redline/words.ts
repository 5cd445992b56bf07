const segmenter = new Intl.Segmenter('und', { granularity: 'word' })

/** A text as words, signs and single spaces, line ends as spaces. Also for scripts that write no spaces between words. */
export function wordsOf(text: string): string[] {
  const words = Array.from(segmenter.segment(text.normalize('NFC').replaceAll(/\s+/g, ' ').trim()), ({ segment }) => segment)
  return amountsJoined(words)
}

/** "1,500.00" and "50 %" change as a whole: a redline that strikes out one digit of an amount cannot be read. */
function amountsJoined(words: readonly string[]): string[] {
  const joined: string[] = []
  for (const word of words) {
    const last = joined.at(-1)
    if (last !== undefined && /[\d.,]$/.test(last) && /^[\d.,]*\d[\d.,]*$/.test(word) && /\d/.test(last))
      joined[joined.length - 1] = last + word
    else joined.push(word)
  }
  return joined
}
