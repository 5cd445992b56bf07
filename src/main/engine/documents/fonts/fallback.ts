import { families, parsedFont, type Family } from './faces.ts'

/** A stretch of text that one font sets. */
export interface FontRun {
  family: Family
  text: string
}

/** Latin, Greek and Cyrillic letters, with the punctuation of running text: most of every contract, set without looking further. */
const coveredBySans = /^[\x20-\x7E\xA1-\u024F\u0391-\u03A1\u03A3-\u03CE\u0400-\u045F\u1E00-\u1EFF\u2010-\u2015\u2018-\u2022\u2026\u20AC]*$/
/** Joiners and variation selectors have no glyph of their own: the shaper reads them. */
export const needsNoGlyph = /\p{Default_Ignorable_Code_Point}/u
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

const memory = new Map<string, Family>()
const rememberedGraphemes = 50_000

/** Splits `text` into grapheme clusters, what a reader takes for one character. */
export function graphemesOf(text: string): string[] {
  return Array.from(graphemes.segment(text), (part) => part.segment)
}

/** The first family of the chain that has `grapheme`; where none has it the first family shows that it is missing. */
function familyFor(grapheme: string): Family {
  const known = memory.get(grapheme)
  if (known) return known
  const family = preferred(grapheme).find((candidate) => covers(candidate, grapheme)) ?? 'sans'
  if (memory.size >= rememberedGraphemes) memory.clear()
  memory.set(grapheme, family)
  return family
}

/** Splits `text` into runs, each set by the first family of the chain that covers it. */
export function fontRuns(text: string): FontRun[] {
  if (coveredBySans.test(text)) return text ? [{ family: 'sans', text }] : []
  const runs: FontRun[] = []
  for (const grapheme of graphemesOf(text)) {
    const family = familyFor(grapheme)
    const last = runs.at(-1)
    if (last && (last.family === family || isSpaceAfter(last, grapheme))) last.text += grapheme
    else runs.push({ family, text: grapheme })
  }
  return runs
}

/** The characters of `text` that no font of the chain has, each once; the page shows a sign in their place. */
export function unshownIn(text: string): string[] {
  if (coveredBySans.test(text)) return []
  return [...new Set(graphemesOf(text))].filter((grapheme) => grapheme.trim() !== '' && !covers(familyFor(grapheme), grapheme))
}

/** Every family has a space; keeping it with what stands before saves a change of font. */
function isSpaceAfter(last: FontRun, grapheme: string): boolean {
  return grapheme === ' ' && last.family !== 'emoji'
}

/** Hangul looks right in the Korean family and emoji-styled signs in the emoji family, though others have them too. */
function preferred(grapheme: string): readonly Family[] {
  if (/\p{Script=Hangul}/u.test(grapheme)) return ['kr', ...families]
  if (grapheme.includes('\uFE0F') || /\p{Emoji_Presentation}/u.test(grapheme)) return ['emoji', ...families]
  return families
}

function covers(family: Family, grapheme: string): boolean {
  const font = parsedFont(family, 'regular')
  return Array.from(grapheme).every((character) => needsNoGlyph.test(character) || font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0))
}
