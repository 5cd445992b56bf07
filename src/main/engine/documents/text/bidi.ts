import bidiFactory from 'bidi-js'
import type { Direction } from '../fonts/shapedFont.ts'
import { graphemesOf } from '../fonts/fallback.ts'

/** A stretch of one line with one embedding level: odd levels run from right to left. */
export interface DirectedText {
  start: number
  end: number
  level: number
}

const bidi = bidiFactory()
const arabicLetter = /\p{Script=Arabic}/u

/** Embedding level of every UTF-16 unit of a paragraph whose base direction is left to right (Unicode Bidirectional Algorithm, UAX #9). */
export function embeddingLevels(text: string): Uint8Array {
  return bidi.getEmbeddingLevels(text, 'ltr').levels
}

/** The stretches of `levels` from `start` to `end` in the order they stand on the line, left to right (UAX #9, rules L1 and L2). */
export function visualOrder(text: string, levels: Uint8Array, start: number, end: number): DirectedText[] {
  const runs: DirectedText[] = []
  const trailingSpace = start + text.slice(start, end).trimEnd().length
  for (let at = start; at < end; at++) {
    const level = at >= trailingSpace ? 0 : (levels[at] ?? 0)
    const last = runs.at(-1)
    if (last?.level === level) last.end = at + 1
    else runs.push({ start: at, end: at + 1, level })
  }
  const highest = Math.max(0, ...runs.map((run) => run.level))
  for (let level = highest; level > 0; level--) reverseFrom(runs, level)
  return runs
}

function reverseFrom(runs: DirectedText[], level: number): void {
  for (let first = 0; first < runs.length; first++) {
    if ((runs[first]?.level ?? 0) < level) continue
    let last = first
    while ((runs[last + 1]?.level ?? -1) >= level) last++
    runs.splice(first, last - first + 1, ...runs.slice(first, last + 1).toReversed())
    first = last
  }
}

/** A piece of a right-to-left stretch: what is drawn and, character by character, what it is meant for. */
export interface Piece {
  shown: string
  meant: string
  direction: Direction
}

/** The pieces of a right-to-left stretch from left to right. Arabic stays in reading order for the shaper, which turns it itself;
 *  everything else (brackets, dashes, letters no font has) is turned here, mirrored where it has a mirror image. */
export function piecesOfRightToLeft(text: string): Piece[] {
  const pieces: Piece[] = []
  for (const grapheme of graphemesOf(text)) {
    const direction: Direction = arabicLetter.test(grapheme) ? 'rtl' : 'ltr'
    const last = pieces.at(-1)
    if (last?.direction === 'rtl' && (direction === 'rtl' || grapheme === ' ')) {
      last.shown += grapheme
      last.meant += grapheme
    } else if (last && last.direction === direction) {
      last.shown = mirrored(grapheme) + last.shown
      last.meant = grapheme + last.meant
    } else pieces.push({ shown: direction === 'rtl' ? grapheme : mirrored(grapheme), meant: grapheme, direction })
  }
  return pieces.toReversed()
}

function mirrored(grapheme: string): string {
  return bidi.getMirroredCharacter(grapheme) ?? grapheme
}
