import type { Font } from 'fontkit'
import { parsedFont, weightOf, type Family, type Weight } from './faces.ts'
import { codedGlyphs, subsetByCode, type CodedRun, type KnownGlyphs } from './codes.ts'

/** Reading direction of one run, after the bidirectional algorithm. */
export type Direction = 'ltr' | 'rtl'

/** How a run is set. Given to pdfkit as `features`, which hands it back to `layout` untouched: the only way past pdfkit to the shaper. */
export interface RunFeatures {
  direction: Direction
  /** The text as written, character by character, where the drawn one differs from it (mirrored brackets). */
  meant: string
}

const rememberedLayouts = 20_000

/** A parsed font whose layouts are remembered. Words of contracts repeat from document to document, and shaping them is most of the
 *  work. */
export interface ShapedFont {
  /** The name it is registered under in a document. */
  readonly key: string
  /** What pdfkit registers in place of a font file. */
  readonly source: Font
  /** Width of `text` in thousandths of an em. */
  width(text: string, direction: Direction): number
}

const fonts = new Map<string, ShapedFont>()

/** The font of `family` and `weight`, with its memory of layouts, shared by all documents. */
export function shapedFont(family: Family, weight: Weight): ShapedFont {
  const key = `${family}-${weightOf(family, weight)}`
  const known = fonts.get(key)
  if (known) return known
  const font = withLayoutMemory(key, parsedFont(family, weight))
  fonts.set(key, font)
  return font
}

function withLayoutMemory(key: string, font: Font): ShapedFont {
  const memory = new Map<string, CodedRun>()
  const glyphs: KnownGlyphs = new Map()
  const scale = 1000 / font.unitsPerEm

  const layout = (text: string, features: RunFeatures = { direction: 'ltr', meant: text }): CodedRun => {
    const name = `${features.direction}${text}\n${features.meant}`
    let run = memory.get(name)
    if (!run) {
      run = codedGlyphs(font, text, features, glyphs)
      if (memory.size >= rememberedLayouts) memory.delete(memory.keys().next().value as string)
      memory.set(name, run)
    }
    // pdfkit scales positions in place; only fonts with 1,000 units per em can lend theirs.
    return scale === 1 ? run : { ...run, positions: structuredClone(run.positions) }
  }

  const source = Object.create(font, {
    layout: { value: layout },
    createSubset: { value: () => subsetByCode(font) },
  }) as Font

  return { key, source, width: (text, direction) => layout(text, { direction, meant: text }).advanceWidth * scale }
}
