import { ink } from './picture.ts'

/** More pixels across than any signature field shows. */
const mostPixels = 1600
/** The paper of a photo is lighter here and darker there, so its level is taken in each of so many parts across. */
const tilesAcross = 12
/** What counts as paper, of the lightness around it: the grain of paper and the edges of shadows are no ink. */
const paperPart = 0.86
/** Darker than this part of the paper is ink in full. */
const fullInkPart = 0.45
/** Less in a pixel is not taken for a part of the signature when it is cut out. */
const leastInk = 96

/** A picture of a signature as its ink alone: a photo of paper, a scan or a drawing, in any light, without the paper and cut to the
 *  signature, in the one ink of all signatures. Null where the picture shows none. Rejects where the browser cannot read the file. */
export async function inkOfPicture(file: Blob): Promise<HTMLCanvasElement | null> {
  const bitmap = await createImageBitmap(file)
  const scale = Math.min(1, mostPixels / Math.max(bitmap.width, bitmap.height))
  const [width, height] = [Math.max(1, Math.round(bitmap.width * scale)), Math.max(1, Math.round(bitmap.height * scale))]
  const { canvas, brush } = canvasOf(width, height)
  // What is transparent is paper as well.
  brush.fillStyle = '#fff'
  brush.fillRect(0, 0, width, height)
  brush.drawImage(bitmap, 0, 0, width, height)
  bitmap.close()
  const picture = brush.getImageData(0, 0, width, height)
  const { data } = picture
  const paper = paperLevels(data, width, height)
  let [left, top, right, bottom] = [width, height, -1, -1]
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 4
      const level = paper(x, y)
      const cover = (level * paperPart - lightness(data, at)) / Math.max(1, level * (paperPart - fullInkPart))
      const strength = Math.round(Math.max(0, Math.min(1, cover)) * 255)
      data.set([...ink, strength], at)
      if (strength < leastInk) continue
      ;[left, top, right, bottom] = [Math.min(left, x), Math.min(top, y), Math.max(right, x), Math.max(bottom, y)]
    }
  }
  if (right < left) return null
  brush.putImageData(picture, 0, 0)
  const cut = canvasOf(right - left + 1, bottom - top + 1)
  cut.brush.drawImage(canvas, -left, -top)
  return cut.canvas
}

function canvasOf(width: number, height: number): { canvas: HTMLCanvasElement; brush: CanvasRenderingContext2D } {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const brush = canvas.getContext('2d', { willReadFrequently: true })
  if (!brush) throw new Error('The browser offers no canvas.')
  return { canvas, brush }
}

/** How light the paper is at a place: of each part the level that all but its lightest tenth stay below, evened out between the middles. */
function paperLevels(data: Uint8ClampedArray, width: number, height: number): (x: number, y: number) => number {
  const size = Math.max(8, Math.ceil(width / tilesAcross))
  const [columns, rows] = [Math.ceil(width / size), Math.ceil(height / size)]
  const levels = Array.from({ length: rows * columns }, (_, tile) => {
    const [fromX, fromY] = [(tile % columns) * size, Math.floor(tile / columns) * size]
    const seen: number[] = []
    for (let y = fromY; y < Math.min(height, fromY + size); y += 2) {
      for (let x = fromX; x < Math.min(width, fromX + size); x += 2) seen.push(lightness(data, (y * width + x) * 4))
    }
    return seen.toSorted((a, b) => a - b)[Math.floor(seen.length * 0.9)] ?? 255
  })
  const level = (column: number, row: number) =>
    levels[Math.max(0, Math.min(rows - 1, row)) * columns + Math.max(0, Math.min(columns - 1, column))] ?? 255
  return (x, y) => {
    const [across, down] = [x / size - 0.5, y / size - 0.5]
    const [column, row] = [Math.floor(across), Math.floor(down)]
    const [right, below] = [across - column, down - row]
    const above = level(column, row) * (1 - right) + level(column + 1, row) * right
    return above * (1 - below) + (level(column, row + 1) * (1 - right) + level(column + 1, row + 1) * right) * below
  }
}

function lightness(data: Uint8ClampedArray, at: number): number {
  return (data[at] ?? 0) * 0.299 + (data[at + 1] ?? 0) * 0.587 + (data[at + 2] ?? 0) * 0.114
}
