import LineBreaker from 'linebreak'
import { rightToLeft, type Weight } from '../fonts/faces.ts'
import { fontRuns, graphemesOf, type FontRun } from '../fonts/fallback.ts'
import { shapedFont, type Direction, type ShapedFont } from '../fonts/shapedFont.ts'
import { embeddingLevels, piecesOfRightToLeft, visualOrder } from './bidi.ts'
import { hasRightToLeft, isolates, printable } from './clean.ts'

/** How a paragraph is set: sizes in points, colours as #rrggbb. */
export interface TextStyle {
  size: number
  /** Distance from baseline to baseline. */
  leading: number
  weight: Weight
  colour: string
}

/** A part of a paragraph that differs from the rest. */
export interface Span {
  text: string
  weight?: Weight
  colour?: string
  /** Colour behind the text, for what still has to be filled in. */
  highlight?: string
  /** A line under the text or through it, for what came in or went out. */
  rule?: 'under' | 'through'
}

/** A stretch of a line in one font, direction and span. Drawn one after the other from left to right. */
export interface Run {
  font: ShapedFont
  /** What is drawn. */
  shown: string
  /** What it stands for, character by character: differs from `shown` for brackets mirrored in right-to-left text. */
  meant: string
  direction: Direction
  /** Points. */
  width: number
  span: Span
}

/** One line of a paragraph, its width in points without trailing space. */
export interface Line {
  runs: Run[]
  width: number
}

interface Paragraph {
  text: string
  spans: (Span & { start: number; end: number })[]
  levels: Uint8Array | undefined
  style: TextStyle
}

/** Breaks `content` into lines no wider than `width` points: at the breaks of UAX #14, and inside a word only where the word alone is
 *  too wide. */
export function layoutText(content: string | readonly Span[], style: TextStyle, width: number): readonly Line[] {
  const spans = typeof content === 'string' ? [{ text: content }] : content
  const name = JSON.stringify([width, style.size, style.weight, spans])
  const lines = laidOut.get(name) ?? linesOf(paragraphOf(spans, style), width)
  // What was used last is forgotten last.
  laidOut.delete(name)
  laidOut.set(name, lines)
  if (laidOut.size > rememberedParagraphs) laidOut.delete(laidOut.keys().next().value as string)
  return lines
}

/** Most paragraphs of a contract stand word for word in the next one, and each is laid out twice: to see whether it fits, and to be drawn. */
const laidOut = new Map<string, readonly Line[]>()
const rememberedParagraphs = 1_000

function linesOf(paragraph: Paragraph, width: number): Line[] {
  return lineRanges(paragraph, width).map(([start, end]) => lineOf(paragraph, start, end))
}

/** Width of `text` on one line, in points. */
export function textWidth(text: string, style: TextStyle): number {
  const paragraph = paragraphOf([{ text }], style)
  return rangeWidth(paragraph, 0, paragraph.text.length)
}

function paragraphOf(content: readonly Span[], style: TextStyle): Paragraph {
  let text = ''
  const spans = content.map((span) => {
    const start = text.length
    text += printable(span.text)
    return { ...span, start, end: text.length }
  })
  return { text, spans, style, levels: hasRightToLeft(text) ? embeddingLevels(text) : undefined }
}

function lineRanges(paragraph: Paragraph, width: number): [number, number][] {
  const { text } = paragraph
  const ranges: [number, number][] = []
  const breaker = new LineBreaker(text)
  let lineStart = 0
  let lineWidth = 0
  let from = 0
  for (let next = breaker.nextBreak(); next; next = breaker.nextBreak()) {
    const to = next.position
    const visible = rangeWidth(paragraph, from, from + text.slice(from, to).trimEnd().length)
    if (lineWidth + visible > width && from > lineStart) {
      ranges.push([lineStart, from])
      lineStart = from
      lineWidth = 0
    }
    if (lineWidth + visible > width) {
      const cuts = emergencyCuts(paragraph, from, to, width)
      for (const cut of cuts) {
        ranges.push([lineStart, cut])
        lineStart = cut
      }
      lineWidth = rangeWidth(paragraph, lineStart, to)
    } else lineWidth += rangeWidth(paragraph, from, to)
    from = to
    if (next.required && to < text.length) {
      ranges.push([lineStart, to])
      lineStart = to
      lineWidth = 0
    }
  }
  if (lineStart < text.length || ranges.length === 0) ranges.push([lineStart, text.length])
  return ranges
}

/** Where a word wider than the line is cut: between graphemes, each part as long as fits, at least one grapheme each. */
function emergencyCuts(paragraph: Paragraph, from: number, to: number, width: number): number[] {
  const cuts: number[] = []
  let start = from
  let at = from
  let used = 0
  for (const grapheme of graphemesOf(paragraph.text.slice(from, to))) {
    const advance = rangeWidth(paragraph, at, at + grapheme.length)
    if (used + advance > width && at > start && grapheme.trim() !== '') {
      cuts.push(at)
      start = at
      used = 0
    }
    used += advance
    at += grapheme.length
  }
  return cuts
}

function rangeWidth(paragraph: Paragraph, start: number, end: number): number {
  let width = 0
  for (const span of spansIn(paragraph, start, end)) {
    const text = paragraph.text.slice(span.start, span.end)
    width += emWidth(text, span.span.weight ?? paragraph.style.weight)
  }
  return (width * paragraph.style.size) / 1000
}

const measured = new Map<string, number>()
const rememberedWidths = 50_000

function emWidth(text: string, weight: Weight): number {
  const name = weight + text
  const known = measured.get(name)
  if (known !== undefined) return known
  let width = 0
  for (const run of fontRuns(withoutControls(text))) {
    width += wordsWidth(shapedFont(run.family, weight), run.text, rightToLeft.has(run.family) ? 'rtl' : 'ltr')
  }
  if (measured.size >= rememberedWidths) measured.clear()
  measured.set(name, width)
  return width
}

/** pdfkit shapes word by word, a space belonging to the word before it; measuring the same way gives the same width, and hits the
 *  memory. */
function wordsWidth(font: ShapedFont, text: string, direction: Direction): number {
  if (direction === 'rtl') return font.width(text, direction)
  return text.split(/(?<= )/).reduce((width, word) => width + (word ? font.width(word, direction) : 0), 0)
}

function lineOf(paragraph: Paragraph, start: number, end: number): Line {
  const visibleEnd = start + paragraph.text.slice(start, end).trimEnd().length
  const parts = paragraph.levels ? visualOrder(paragraph.text, paragraph.levels, start, visibleEnd) : [{ start, end: visibleEnd, level: 0 }]
  const runs = parts.flatMap((part) => directedRuns(paragraph, part.start, part.end, part.level))
  return { runs, width: runs.reduce((width, run) => width + run.width, 0) }
}

function directedRuns(paragraph: Paragraph, start: number, end: number, level: number): Run[] {
  const parts = spansIn(paragraph, start, end)
  const isRightToLeft = level % 2 === 1
  return (isRightToLeft ? parts.toReversed() : parts).flatMap(({ start, end, span }) => {
    const text = withoutControls(paragraph.text.slice(start, end))
    if (!isRightToLeft) return fontRuns(text).map((run) => runOf(paragraph.style, span, run, run.text, 'ltr'))
    return piecesOfRightToLeft(text).flatMap(({ shown, meant, direction }) => {
      let at = 0
      return fontRuns(shown).map((run) => runOf(paragraph.style, span, run, meant.slice(at, (at += run.text.length)), direction))
    })
  })
}

function runOf(style: TextStyle, span: Span, run: FontRun, meant: string, direction: Direction): Run {
  const font = shapedFont(run.family, span.weight ?? style.weight)
  const width = (wordsWidth(font, run.text, direction) * style.size) / 1000
  return { font, shown: run.text, meant, direction, width, span }
}

function spansIn(paragraph: Paragraph, start: number, end: number): { start: number; end: number; span: Span }[] {
  return paragraph.spans
    .filter((span) => span.start < end && span.end > start)
    .map((span) => ({ start: Math.max(span.start, start), end: Math.min(span.end, end), span }))
}

/** Line ends and isolates do their work in breaking and ordering; drawn they would be empty boxes. No-break spaces become spaces,
 *  whose glyph they share, so that copied text has the ordinary one. */
function withoutControls(text: string): string {
  return text.replaceAll('\n', '').replaceAll(isolates, '').replaceAll('\u00A0', ' ').replaceAll('\u202F', ' ')
}
