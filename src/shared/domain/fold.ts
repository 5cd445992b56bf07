// Letters that are no base letter plus accent, but are typed as one where the keyboard lacks them.
const LETTERS: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ŧ: 't',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
}
// Latin, Greek and Cyrillic accents, Hebrew points, Arabic vowel signs, emoji variants. Vowel signs of Indic scripts and Thai stay.
const ACCENTS = /[\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u064b-\u065f\u0670\ufe0e\ufe0f]+/g

/** Text as it is compared and searched: without accents, case and surplus white space, so that "José  PÉREZ" and "jose perez" are one. */
export function foldText(text: string): string {
  if (/^[ -~]*$/.test(text)) return text.toLowerCase().replaceAll(/ +/g, ' ').trim()
  // Nearly all other names: Latin letters, each of which folds by itself.
  const plain = /^[\t-\r -~\xa0-\u017f]*$/.test(text) ? text.toLowerCase().replaceAll(/[^\t-~]/g, foldedLatin) : foldLetters(text)
  return plain.replaceAll(/\s+/g, ' ').trim()
}

function foldLetters(text: string): string {
  const plain = text.normalize('NFKD').replaceAll(ACCENTS, '').normalize('NFC').toLowerCase().replaceAll(ACCENTS, '')
  return plain.replaceAll(/[øłđðħıŧßæœþ]/g, (letter) => LETTERS[letter] ?? letter)
}

const latin = new Map<string, string>()

function foldedLatin(letter: string): string {
  let folded = latin.get(letter)
  if (folded === undefined) latin.set(letter, (folded = foldLetters(letter)))
  return folded
}
