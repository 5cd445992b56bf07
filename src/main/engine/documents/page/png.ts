import { inflateSync } from 'node:zlib'

/** A picture as a PDF holds it: 8 bits a sample, and how opaque each pixel is where not all are. */
export interface Pixels {
  width: number
  height: number
  channels: 1 | 3
  colour: Uint8Array
  alpha: Uint8Array | undefined
}

/** What a PNG's chunks say. */
export interface PngParts {
  width: number
  height: number
  depth: number
  /** 0 grey, 2 colour, 3 palette, 4 grey with alpha, 6 colour with alpha. */
  kind: number
  isInterlaced: boolean
  palette: Uint8Array
  transparency: Uint8Array
  /** All pixel data, packed. */
  data: Uint8Array
}

interface Pass {
  left: number
  top: number
  across: number
  down: number
}

const samplesByKind: Record<number, number> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }
const depthsByKind: Record<number, number[]> = { 0: [1, 2, 4, 8, 16], 2: [8, 16], 3: [1, 2, 4, 8], 4: [8, 16], 6: [8, 16] }
const whole: Pass[] = [{ left: 0, top: 0, across: 1, down: 1 }]

/** The seven passes of an interlaced PNG (Adam7). */
const interlaced: Pass[] = [
  { left: 0, top: 0, across: 8, down: 8 },
  { left: 4, top: 0, across: 8, down: 8 },
  { left: 0, top: 4, across: 4, down: 8 },
  { left: 2, top: 0, across: 4, down: 4 },
  { left: 0, top: 2, across: 2, down: 4 },
  { left: 1, top: 0, across: 2, down: 2 },
  { left: 0, top: 1, across: 1, down: 2 },
]

/** Decodes a PNG (ISO 15948). Undefined where its data does not fit what its head says. */
export function decodePng(png: PngParts): Pixels | undefined {
  const samples = samplesByKind[png.kind]
  if (!samples || !depthsByKind[png.kind]?.includes(png.depth)) return undefined
  const passes = (png.isInterlaced ? interlaced : whole).map((pass) => ({ ...pass, ...sizeOf(pass, png, samples) }))
  const expected = passes.reduce((sum, { rows, rowBytes }) => sum + rows * (rowBytes + 1), 0)
  const data = unpacked(png.data, expected)
  if (!data) return undefined
  const channels = png.kind === 0 || png.kind === 4 ? 1 : 3
  const hasAlpha = png.kind === 4 || png.kind === 6 || png.transparency.length > 0
  const colour = new Uint8Array(png.width * png.height * channels)
  const alpha = hasAlpha ? new Uint8Array(png.width * png.height).fill(255) : undefined
  const pixels: Pixels = { width: png.width, height: png.height, channels, colour, alpha }
  const isPlain = png.depth === 8 && png.kind !== 3 && png.transparency.length === 0
  let at = 0
  for (const pass of passes) {
    let above = new Uint8Array(pass.rowBytes)
    for (let row = 0; row < pass.rows; row++) {
      const filter = data[at] ?? 0
      if (filter > 4) return undefined
      const line = data.subarray(at + 1, at + 1 + pass.rowBytes)
      undoFilter(filter, line, above, Math.max(1, (samples * png.depth) >> 3))
      const start = (pass.top + row * pass.down) * png.width + pass.left
      if (isPlain) putPlainRow(pixels, samples, line, start, pass.across)
      else for (let column = 0; column < pass.columns; column++) put(pixels, png, samples, line, column, start + column * pass.across)
      above = line
      at += pass.rowBytes + 1
    }
  }
  return pixels
}

function sizeOf(pass: Pass, { width, height, depth }: PngParts, samples: number): { columns: number; rows: number; rowBytes: number } {
  const columns = Math.max(0, Math.ceil((width - pass.left) / pass.across))
  const rows = columns > 0 ? Math.max(0, Math.ceil((height - pass.top) / pass.down)) : 0
  return { columns, rows, rowBytes: Math.ceil((columns * samples * depth) / 8) }
}

function unpacked(packed: Uint8Array, expected: number): Uint8Array<ArrayBuffer> | undefined {
  try {
    const data = inflateSync(packed, { maxOutputLength: expected + 1 })
    return data.length === expected ? new Uint8Array(data) : undefined
  } catch {
    return undefined
  }
}

/** Each byte is stored as its difference from a guess: nothing, its left neighbour, the one above, their mean, or Paeth's choice. */
function undoFilter(filter: number, line: Uint8Array, above: Uint8Array, pixel: number): void {
  if (filter === 0) return
  for (let at = 0; at < line.length; at++) {
    const left = at >= pixel ? (line[at - pixel] ?? 0) : 0
    const up = above[at] ?? 0
    if (filter === 1) line[at] = (line[at] ?? 0) + left
    else if (filter === 2) line[at] = (line[at] ?? 0) + up
    else if (filter === 3) line[at] = (line[at] ?? 0) + ((left + up) >> 1)
    else line[at] = (line[at] ?? 0) + paeth(left, up, at >= pixel ? (above[at - pixel] ?? 0) : 0)
  }
}

/** The neighbour nearest to left + above − corner. */
export function paeth(left: number, above: number, corner: number): number {
  const guess = left + above - corner
  const [toLeft, toAbove, toCorner] = [Math.abs(guess - left), Math.abs(guess - above), Math.abs(guess - corner)]
  if (toLeft <= toAbove && toLeft <= toCorner) return left
  return toAbove <= toCorner ? above : corner
}

/** The common case, a byte a sample, without a question asked of each pixel. */
function putPlainRow({ channels, colour, alpha }: Pixels, samples: number, line: Uint8Array, start: number, across: number): void {
  for (let from = 0, pixel = start; from < line.length; from += samples, pixel += across) {
    for (let channel = 0; channel < channels; channel++) colour[pixel * channels + channel] = line[from + channel] ?? 0
    if (alpha) alpha[pixel] = line[from + channels] ?? 255
  }
}

function put(pixels: Pixels, png: PngParts, samples: number, line: Uint8Array, column: number, pixel: number): void {
  const first = column * samples
  const value = (offset: number): number => eightBits(line, first + offset, png.depth)
  if (png.kind === 3) {
    const index = rawSample(line, first, png.depth)
    pixels.colour.set(png.palette.subarray(index * 3, index * 3 + 3), pixel * 3)
    if (pixels.alpha) pixels.alpha[pixel] = png.transparency[index] ?? 255
    return
  }
  for (let channel = 0; channel < pixels.channels; channel++) pixels.colour[pixel * pixels.channels + channel] = value(channel)
  if (!pixels.alpha) return
  if (png.kind === 4 || png.kind === 6) pixels.alpha[pixel] = value(pixels.channels)
  else if (isTransparent(png, line, first, pixels.channels)) pixels.alpha[pixel] = 0
}

/** Grey and colour pictures may name one value that is transparent, two bytes a sample. */
function isTransparent({ transparency, depth }: PngParts, line: Uint8Array, first: number, channels: number): boolean {
  for (let channel = 0; channel < channels; channel++) {
    const named = ((transparency[channel * 2] ?? 0) << 8) | (transparency[channel * 2 + 1] ?? 0)
    if (rawSample(line, first + channel, depth) !== named) return false
  }
  return true
}

function eightBits(line: Uint8Array, sample: number, depth: number): number {
  if (depth === 8) return line[sample] ?? 0
  const value = rawSample(line, sample, depth)
  return depth === 16 ? value >> 8 : Math.round((value * 255) / (2 ** depth - 1))
}

function rawSample(line: Uint8Array, sample: number, depth: number): number {
  if (depth === 8) return line[sample] ?? 0
  if (depth === 16) return ((line[sample * 2] ?? 0) << 8) | (line[sample * 2 + 1] ?? 0)
  const bit = sample * depth
  return ((line[bit >> 3] ?? 0) >> (8 - depth - (bit & 7))) & (2 ** depth - 1)
}
