import iconv from 'iconv-lite'
import encodings from '../../../../../resources/imports/encodings.json' with { type: 'json' }

/**
 * The legacy encoding under which `bytes` (text with bytes above 127, not valid UTF-8) looks most natural: letters of the encoding's
 * languages
 * count for it, most of all when one language explains a whole word; control codes, symbols inside words, mixed alphabets and capitals
 * after small
 * letters count against it. With little to go on, Windows-1252.
 */
export function guessLegacyEncoding(bytes: Uint8Array): string {
  const sample = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const scores = [
    ...alphabetic.map((candidate) => {
      const { encoding } = candidate
      return { encoding, score: alphabeticScore(iconv.decode(sample, encoding), candidate) }
    }),
    ...encodings.ideographic.map(({ encoding, common }) => ({ encoding, score: ideographicScore(iconv.decode(sample, encoding), common) })),
  ]
  return scores.reduce((best, next) => (next.score > best.score ? next : best)).encoding
}

const upper = /^\p{Lu}$/u
const lower = /^\p{Ll}$/u
const letter = /^\p{L}$/u
const asciiLetter = /^[A-Za-z]$/
/** Signs that stand beside words in honest text, so that they say nothing for or against an encoding. */
const typography = /^[\u00a0«»‘’‚“”„–—…•€™®©°£¥·№]$/u

interface Alphabetic {
  encoding: string
  languages: Record<string, string | undefined>
  rarer?: string
  unlikely?: string
  prior?: number
}

const alphabetic: readonly Alphabetic[] = encodings.alphabetic

/** Mean score of the characters above ASCII, about 3 for natural text, below 0 for a wrong guess. */
function alphabeticScore(text: string, { languages, rarer = '', unlikely, prior = 0 }: Alphabetic): number {
  const alphabets = Object.values(languages).map((letters) => new Set(letters))
  const known = new Set(Object.values(languages).join('') + rarer)
  let score = 0
  let seen = 0
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at)
    if (char.charCodeAt(0) < 128) continue
    seen++
    score += characterScore(char, text.charAt(at - 1), text.charAt(at + 1), known)
  }
  if (seen === 0) return 0
  const oddities = unlikely ? (text.match(new RegExp(unlikely, 'giu'))?.length ?? 0) : 0
  return (score + explainedLetters(text, alphabets, new Set(rarer)) - oddities) / seen + prior
}

/** How many letters above ASCII stand in words that one language can spell: a Danish ø beside a Czech á speaks against both. */
function explainedLetters(text: string, alphabets: readonly ReadonlySet<string>[], rarer: ReadonlySet<string>): number {
  let explained = 0
  for (const [word] of text.matchAll(/[\p{L}\p{M}]*[^\p{ASCII}\P{L}][\p{L}\p{M}]*/gu)) {
    const letters = word.split('').filter((char) => char.charCodeAt(0) > 127)
    const explainedBy = (alphabet: ReadonlySet<string>) =>
      letters.reduce((sum, letter) => sum + (has(alphabet, letter) ? 1 : has(rarer, letter) ? 0.97 : 0), 0)
    explained += Math.max(...alphabets.map(explainedBy))
  }
  return explained
}

function has(letters: ReadonlySet<string>, letter: string): boolean {
  return letters.has(letter) || letters.has(letter.toLowerCase())
}

function signScore(sign: string, insideWord: boolean): number {
  // J’aime, O’Neil: as natural as any letter, and then no other encoding's letter in its place is.
  if (sign === '’' && insideWord) return 3
  if (typography.test(sign)) return insideWord ? -1 : 0.5
  return insideWord ? -3 : -0.7
}

function characterScore(char: string, before: string, after: string, known: ReadonlySet<string>): number {
  if (char === '\ufffd' || (char >= '\u0080' && char <= '\u009f')) return -8
  const insideWord = letter.test(before) && letter.test(after)
  if (!letter.test(char)) return signScore(char, insideWord)
  let score = known.has(char) ? 2 : known.has(char.toLowerCase()) ? 1.4 : -1
  if (upper.test(char) && lower.test(before)) score -= 3
  const isLatin = /^\p{Script=Latin}$/u.test(char)
  if (!isLatin && (asciiLetter.test(before) || asciiLetter.test(after))) score -= 2
  // A Latin word holds one accented letter here and there; a run of them is another alphabet read wrongly.
  if (isLatin && isHighLetter(before) && isHighLetter(after)) score -= 2
  // A word of another alphabet is a run; its letters do not stand alone.
  if (!isLatin && !isHighLetter(before) && !isHighLetter(after)) score -= 1.5
  return score
}

function isHighLetter(char: string): boolean {
  return char !== '' && char.charCodeAt(0) > 127 && letter.test(char)
}

function ideographicScore(text: string, commonCharacters: string): number {
  const common = new Set(commonCharacters)
  let score = 0
  let seen = 0
  for (const char of text) {
    if (char.charCodeAt(0) < 128) continue
    seen++
    if (char === '\ufffd') score -= 8
    else if (common.has(char)) score += 3
    else if (/^[\u3040-\u30ff]$/u.test(char)) score += 3
    else if (/^[\uff61-\uff9f]$/u.test(char)) score -= 1
    else if (/^\p{Script=Hangul}$/u.test(char)) score += 1.7
    else if (/^\p{Script=Han}$/u.test(char)) score += 0.6
    else score -= 1
  }
  return seen === 0 ? 0 : score / seen
}
