import { nameKey } from './names.ts'

/** A name for comparing: folded words in alphabetical order, so that "Martins, Ana" is "Ana Martins". Null where it says too little: one
 *  short word is the name of many. */
export function comparableName(name: string): string | null {
  const words = nameKey(name).split(' ').toSorted()
  const key = words.join(' ')
  return words.length >= 2 || key.length >= tellingAlone ? key : null
}

const tellingAlone = 8

/** In shorter names another letter makes another name: Lena and Lina, Jan Bos and Jan Vos. */
const forgivesALetter = 8

/** Every key that this one shares with a key one letter away, itself included: two keys that differ by one letter (added, dropped,
 *  changed, or two neighbours swapped) have at least one of these in common. So they are found without comparing all with all. */
export function nearKeys(key: string): string[] {
  const letters = Array.from(key)
  if (letters.length < forgivesALetter) return [key]
  return [...new Set([key, ...letters.map((_, at) => letters.toSpliced(at, 1).join(''))])]
}

/** Whether one letter was added, dropped or changed, or two neighbours swapped (Damerau–Levenshtein distance 1), in keys long enough to
 *  forgive it. */
export function isOneLetterAway(one: string, other: string): boolean {
  const [short = [], long = []] = [Array.from(one), Array.from(other)].toSorted((a, b) => a.length - b.length)
  if (long.length - short.length > 1 || short.length < forgivesALetter) return false
  let start = 0
  while (start < short.length && short[start] === long[start]) start++
  let end = 0
  while (end < short.length - start && short.at(-1 - end) === long.at(-1 - end)) end++
  const [left, right] = [short.slice(start, short.length - end), long.slice(start, long.length - end)]
  if (left.length + right.length === 0) return false
  const isSwap = left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0]
  return isSwap || (left.length <= 1 && right.length === 1)
}

/** A handle without what people add to get a free one on another platform: `ana.cooks`, `ana_cooks` and `AnaCooks` are one. Null where
 *  too little is left to tell anybody. */
export function looseHandle(handle: string): string | null {
  const plain = handle
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '')
  return plain.length >= shortestHandle ? plain : null
}

const shortestHandle = 5

/** The last nine digits of a phone number: countries write the part before differently (+49, 0049, 0). Null for fewer than eight digits. */
export function phoneKey(phone: string): string | null {
  const digits = phone.normalize('NFKC').replaceAll(/\D/g, '')
  return digits.length >= 8 ? digits.slice(-9) : null
}
