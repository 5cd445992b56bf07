import type { Font, Glyph, GlyphPosition, GlyphRun, Subset } from 'fontkit'
import { needsNoGlyph } from './fallback.ts'
import type { RunFeatures } from './shapedFont.ts'

/** What stands where no font of the chain has the character: a visible sign that something is missing here. */
const replacement = '\uFFFD'

/** A glyph together with the text it stands for. One glyph may stand for several: the bare bowl of an Arabic letter for all letters that
 *  share it. */
interface CodedGlyph {
  /** Handed to the subset, which gives each pair of glyph and meaning a code of its own. */
  id: { glyph: number; name: string }
  advanceWidth: number
  codePoints: number[]
}

/** Glyphs of one font that were met already, and how each stands where nothing moves it. Words share them: they are most of what shaped
 *  words would take of memory. */
export type KnownGlyphs = Map<string, { glyph: CodedGlyph; position: GlyphPosition }>

/** A shaped run as pdfkit reads it, glyphs from left to right, in font units. */
export interface CodedRun {
  glyphs: CodedGlyph[]
  positions: GlyphPosition[]
  advanceWidth: number
}

interface OpenSubset {
  glyphs: number[]
  includeGlyph(glyph: unknown): number
}

/** Shapes `text` and gives each glyph the characters it is meant for, so that copying text out of the PDF gives them back:
 *  fontkit alone forgets dots of Arabic letters, skin tones of emoji and characters it could not show. */
export function codedGlyphs(font: Font, text: string, { direction, meant }: RunFeatures, known: KnownGlyphs): CodedRun {
  const shown = Array.from(text, (character) => (isShowable(font, character) ? character : replacement))
  const run = shape(font, shown.join(''), direction)
  const inReadingOrder = direction === 'rtl' ? run.glyphs.toReversed() : run.glyphs
  const meanings = meaningsOf(inReadingOrder, Array.from(meant))
  if (direction === 'rtl') meanings.reverse()
  const placed = run.glyphs.map((glyph, at) => {
    const meaning = meanings[at] ?? ''
    const name = `${glyph.id} ${meaning}`
    const shared = known.get(name) ?? coded(glyph, name, meaning)
    known.set(name, shared)
    const position = run.positions[at] as GlyphPosition
    return isUnmoved(position, glyph) ? shared : { glyph: shared.glyph, position }
  })
  return {
    glyphs: placed.map(({ glyph }) => glyph),
    positions: placed.map(({ position }) => position),
    advanceWidth: run.advanceWidth,
  }
}

function coded({ id, advanceWidth }: Glyph, name: string, meaning: string): { glyph: CodedGlyph; position: GlyphPosition } {
  const codePoints = Array.from(meaning, (character) => character.codePointAt(0) ?? 0)
  return {
    glyph: { id: { glyph: id, name }, advanceWidth, codePoints },
    position: { xAdvance: advanceWidth, yAdvance: 0, xOffset: 0, yOffset: 0 },
  }
}

function isUnmoved({ xAdvance, yAdvance, xOffset, yOffset }: GlyphPosition, { advanceWidth }: Glyph): boolean {
  return xAdvance === advanceWidth && yAdvance === 0 && xOffset === 0 && yOffset === 0
}

/** Features given up one after the other where the shaper fails: without composition rare letters keep their dots, without marks nothing
 *  is left to fail. */
const givenUp: (Record<string, boolean> | undefined)[] = [undefined, { ccmp: false }, { mark: false, mkmk: false }]

/** fontkit breaks on marks that a font places on no base, which rare Arabic letters (ڢ, ݠ) are made of. A name must never stop a
 *  contract. */
function shape(font: Font, text: string, direction: 'ltr' | 'rtl'): GlyphRun {
  let failure: unknown
  for (const features of givenUp) {
    try {
      return font.layout(text, features, undefined, undefined, direction)
    } catch (error) {
      failure = error
    }
  }
  throw failure
}

/** A subset of `font` in which the same glyph may stand under several codes, one for each meaning. */
export function subsetByCode(font: Font): Subset {
  const subset = font.createSubset() as unknown as OpenSubset
  const includeByNumber = subset.includeGlyph.bind(subset)
  const codes = new Map<string, number>()
  subset.includeGlyph = (glyph: unknown) => {
    if (typeof glyph === 'number') return includeByNumber(glyph)
    const { name, glyph: number } = glyph as CodedGlyph['id']
    const known = codes.get(name)
    if (known !== undefined) return known
    const code = subset.glyphs.push(number) - 1
    codes.set(name, code)
    return code
  }
  return subset as unknown as Subset
}

/** The characters of `meant` shared out among `glyphs`: as the shaper says where its counts add up, else all on the first glyph. */
function meaningsOf(glyphs: readonly Glyph[], meant: readonly string[]): string[] {
  const counted = glyphs.reduce((sum, glyph) => sum + glyph.codePoints.length, 0)
  if (counted !== meant.length) return glyphs.map((_, at) => (at === 0 ? meant.join('') : ''))
  let at = 0
  return glyphs.map((glyph) => meant.slice(at, (at += glyph.codePoints.length)).join(''))
}

function isShowable(font: Font, character: string): boolean {
  return needsNoGlyph.test(character) || font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0)
}
