/** Dots for each point of a PDF: 432 to the inch. */
const density = 6
const inset = 8
const ink = '#14213d'
const captionSize = 6.6
const captionLeading = 9
const letters = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif"
const handwriting = "Georgia, 'Times New Roman', 'Noto Serif', serif"

/** A place in the signature's field, in points, y downwards. */
export interface Box {
  x: number
  y: number
  width: number
  height: number
}

/** Where the mark goes in a field of that size, above `lines` lines of caption; as in signatures the engine draws. */
export function markBox(width: number, height: number, lines: number): Box {
  const captions = lines * captionLeading + 4
  return { x: inset, y: 5, width: width - inset * 2, height: height - captions - 9 }
}

/** Letters as a picture (PNG, transparent) of a field's size: the browser has letters for every script, and the PDF needs no font. `typed`
 *  is set large, as small as it must be to fit; captions too long for their line are cut. */
export async function letterPicture(width: number, height: number, captions: readonly string[], typed: string | null): Promise<Uint8Array> {
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(width * density)
  canvas.height = Math.round(height * density)
  const brush = canvas.getContext('2d')
  if (!brush) throw new Error('The browser offers no canvas.')
  brush.scale(density, density)
  brush.fillStyle = ink
  if (typed) setName(brush, typed, markBox(width, height, captions.length))
  brush.font = `${captionSize}px ${letters}`
  captions.forEach((caption, at) => {
    const y = height - captions.length * captionLeading - 4 + at * captionLeading
    setLine(brush, cut(brush, caption, width - inset * 2), { x: inset, y, width: width - inset * 2, height: captionLeading })
  })
  const file = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, 'image/png')
  })
  if (!file) throw new Error('The browser could not draw the signature.')
  return new Uint8Array(await file.arrayBuffer())
}

function nameFont(size: number): string {
  return `italic ${size}px ${handwriting}`
}

function setName(brush: CanvasRenderingContext2D, name: string, box: Box): void {
  brush.font = nameFont(22)
  const size = Math.max(9, 22 * Math.min(1, box.width / brush.measureText(name).width, box.height / 26))
  brush.font = nameFont(size)
  const lines = brokenInto(brush, name, box.width).slice(0, Math.max(1, Math.floor(box.height / (size * 1.2))))
  const top = box.y + (box.height - lines.length * size * 1.2) / 2
  lines.forEach((line, at) => setLine(brush, line, { ...box, y: top + at * size * 1.2, height: size * 1.2 }))
}

function setLine(brush: CanvasRenderingContext2D, text: string, { x, y, height }: Box): void {
  brush.textBaseline = 'middle'
  brush.fillText(text, x, y + height / 2)
}

/** As many lines as it takes, broken at spaces, or anywhere where there are none. */
function brokenInto(brush: CanvasRenderingContext2D, text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const piece of text.split(/(?<= )|(?=\p{Script=Han}|\p{Script=Hangul}|\p{Script=Hiragana}|\p{Script=Katakana})/u)) {
    if (line && brush.measureText(line + piece).width > width) {
      lines.push(line.trim())
      line = ''
    }
    line += piece
  }
  return [...lines, line.trim()].map((one) => cut(brush, one, width))
}

function cut(brush: CanvasRenderingContext2D, text: string, width: number): string {
  if (brush.measureText(text).width <= width) return text
  const characters = Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment)
  while (characters.length > 1 && brush.measureText(`${characters.join('')}…`).width > width) characters.pop()
  return `${characters.join('')}…`
}
