import { unpackedData } from '../pdf/filters.ts'
import type { PdfFile } from '../pdf/file.ts'
import { fault, isStream, isText, nameOf, PdfFault, type PdfDictionary, type PdfValue } from '../pdf/values.ts'
import { applied, identity, matrixOf, multiplied, type Matrix } from './matrix.ts'
import { instructionsIn } from './operators.ts'
import { settingOf, type Setting } from './widths.ts'

/** The middle of a glyph on a page, in points from its bottom left corner. */
export type Point = readonly [x: number, y: number]

/** Where the middle of a small letter is above its line, in parts of the size. */
const middle = 0.25
const deepestForm = 8
const mostGlyphs = 200_000
/** Bytes of instructions, those of a form each time it is drawn. */
const mostInstructions = 64 * 1024 * 1024

/** Where a page has glyphs, spaces aside. Undefined where that cannot be told exactly from the file alone: fonts without widths, unknown
 *  filters and the like. */
export function glyphsOn(file: PdfFile, page: PdfDictionary): Point[] | undefined {
  const points: Point[] = []
  try {
    draw({ file, points, read: 0 }, contentOf(file, page), resourcesOf(file, page), identity, 0)
    return points
  } catch (error) {
    if (error instanceof PdfFault) return undefined
    throw error
  }
}

interface Drawing {
  file: PdfFile
  points: Point[]
  /** Bytes of instructions so far. */
  read: number
}

interface State {
  matrix: Matrix
  font: Setting | undefined
  size: number
  letterSpace: number
  wordSpace: number
  stretch: number
  leading: number
  rise: number
}

function draw(drawing: Drawing, content: Uint8Array, resources: PdfDictionary | undefined, matrix: Matrix, depth: number): void {
  const { file } = drawing
  if (depth > deepestForm) fault('Forms are nested too deeply.')
  // Forms within forms within forms draw the same few bytes without end; an empty one takes time as well.
  drawing.read += content.length + 1000
  if (drawing.read > mostInstructions) fault('A page has too many instructions.')
  const saved: State[] = []
  let state: State = { matrix, font: undefined, size: 0, letterSpace: 0, wordSpace: 0, stretch: 1, leading: 0, rise: 0 }
  let line = identity
  let at = identity

  const move = (x: number, y: number): void => {
    line = multiplied([1, 0, 0, 1, x, y], line)
    at = line
  }
  const show = (value: PdfValue | undefined): void => {
    if (!isText(value)) return
    for (const { width, isSpace } of (state.font ?? fault('Text has no font.'))(value)) {
      const advance = (width * state.size + state.letterSpace + (isSpace ? state.wordSpace : 0)) * state.stretch
      if (!isSpace)
        drawing.points.push(
          applied(multiplied(at, state.matrix), (width * state.size * state.stretch) / 2, state.size * middle + state.rise),
        )
      at = multiplied([1, 0, 0, 1, advance, 0], at)
    }
    if (drawing.points.length > mostGlyphs) fault('A page has too many glyphs.')
  }

  for (const { operator, operands } of instructionsIn(content)) {
    const [first, second, third] = operands
    state = withSetting(operator, operands, state)
    switch (operator) {
      case 'q':
        saved.push(state)
        break
      case 'Q':
        state = saved.pop() ?? state
        break
      case 'BT':
        line = at = identity
        break
      case 'Tf':
        state = { ...state, font: settingOf(file, entryOf(file, resources, 'Font', first)), size: numberIn(second) }
        break
      case 'gs':
        // It may set the font.
        if (file.dictionary(entryOf(file, resources, 'ExtGState', first))?.entries.has('Font')) fault('A font is set in a roundabout way.')
        break
      case 'Td':
      case 'TD':
        move(numberIn(first), numberIn(second))
        break
      case 'Tm':
        line = at = matrixOf(operands) ?? fault('A transformation is incomplete.')
        break
      case 'T*':
        move(0, -state.leading)
        break
      case 'Tj':
        show(first)
        break
      case "'":
        move(0, -state.leading)
        show(first)
        break
      case '"':
        move(0, -state.leading)
        show(third)
        break
      case 'TJ':
        for (const item of Array.isArray(first) ? first : []) {
          if (typeof item === 'number') at = multiplied([1, 0, 0, 1, (-item / 1000) * state.size * state.stretch, 0], at)
          else show(item)
        }
        break
      case 'Do':
        drawForm(drawing, entryOf(file, resources, 'XObject', first), resources, state.matrix, depth)
        break
    }
  }
}

/** What plain settings make of the state. */
function withSetting(operator: string, operands: readonly PdfValue[], state: State): State {
  const [first, second] = operands.map(numberIn)
  switch (operator) {
    case 'cm':
      return { ...state, matrix: multiplied(matrixOf(operands) ?? fault('A transformation is incomplete.'), state.matrix) }
    case 'Tc':
      return { ...state, letterSpace: first ?? 0 }
    case 'Tw':
      return { ...state, wordSpace: first ?? 0 }
    case '"':
      return { ...state, wordSpace: first ?? 0, letterSpace: second ?? 0 }
    case 'Tz':
      return { ...state, stretch: (first ?? 0) / 100 }
    case 'TL':
      return { ...state, leading: first ?? 0 }
    case 'TD':
      return { ...state, leading: -(second ?? 0) }
    case 'Ts':
      return { ...state, rise: first ?? 0 }
    default:
      return state
  }
}

function numberIn(value: PdfValue | undefined): number {
  return typeof value === 'number' ? value : 0
}

function drawForm(
  drawing: Drawing,
  value: PdfValue | undefined,
  resources: PdfDictionary | undefined,
  matrix: Matrix,
  depth: number,
): void {
  const { file } = drawing
  const form = file.resolve(value)
  if (!isStream(form) || nameOf(form.dictionary.entries.get('Subtype')) !== 'Form') return
  const own = matrixOf(file.list(form.dictionary.entries.get('Matrix')) ?? []) ?? identity
  const used = file.dictionary(form.dictionary.entries.get('Resources')) ?? resources
  draw(drawing, unpackedData(form), used, multiplied(own, matrix), depth + 1)
}

function entryOf(file: PdfFile, resources: PdfDictionary | undefined, kind: string, name: PdfValue | undefined): PdfValue | undefined {
  return file.dictionary(resources?.entries.get(kind))?.entries.get(nameOf(name) ?? '')
}

function contentOf(file: PdfFile, page: PdfDictionary): Uint8Array {
  const held = page.entries.get('Contents')
  const streams = (file.list(held) ?? [held ?? null]).map((item) => file.resolve(item)).filter(isStream)
  return Buffer.concat(streams.flatMap((stream) => [unpackedData(stream), Buffer.from('\n')]))
}

/** A page takes over the resources of the nodes above it where it has none of its own. */
function resourcesOf(file: PdfFile, page: PdfDictionary): PdfDictionary | undefined {
  let node: PdfDictionary | undefined = page
  for (let step = 0; node && step < 50; step++) {
    const own = file.dictionary(node.entries.get('Resources'))
    if (own) return own
    node = file.dictionary(node.entries.get('Parent'))
  }
  return undefined
}
