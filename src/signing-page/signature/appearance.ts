import { cut, inLines, nameFont, wordFont } from './letters.ts'
import type { Mark } from './mark.ts'
import { pictureDocument, type Box } from './picture.ts'
import { strokeOperators } from './strokeOperators.ts'

const inset = 8
const captionSize = 6.6
const captionLeading = 9

/** Draws what shows in the signature field, as signatures that the engine draws: the mark, and under it who signed, when and why. A
 *  one-page PDF. */
export async function drawAppearance(mark: Mark, captions: readonly string[], width: number, height: number): Promise<Uint8Array> {
  const captionTop = height - captions.length * captionLeading - 4
  const box = { x: inset, y: 5, width: width - inset * 2, height: captionTop - 9 }
  const spoken = [...(mark.kind === 'typed' ? [mark.text] : []), ...captions].join('\n')
  const lines = mark.kind === 'drawn' ? strokeOperators(mark, box, height) : []
  return pictureDocument({ width, height, spoken, lines }, (brush) => {
    if (mark.kind === 'typed') setName(brush, mark.text, box)
    if (mark.kind === 'image') setInk(brush, mark.ink, box)
    brush.font = wordFont(captionSize)
    captions.forEach((caption, at) => {
      brush.fillText(cut(brush, caption, box.width), inset, captionTop + (at + 0.5) * captionLeading)
    })
  })
}

/** A typed name is set large, smaller where it is long, on several lines where it is very long. */
function setName(brush: CanvasRenderingContext2D, name: string, box: Box): void {
  brush.font = nameFont(22)
  const size = Math.max(9, 22 * Math.min(1, box.width / brush.measureText(name).width, box.height / 26))
  const leading = size * 1.2
  brush.font = nameFont(size)
  const lines = inLines(brush, name, box.width, Math.max(1, Math.floor(box.height / leading)))
  const top = box.y + (box.height - lines.length * leading) / 2
  lines.forEach((line, at) => brush.fillText(line, box.x, top + (at + 0.5) * leading))
}

/** The ink of a picture is as large as the box lets it be, its proportions kept. */
function setInk(brush: CanvasRenderingContext2D, ink: HTMLCanvasElement, box: Box): void {
  const scale = Math.min(box.width / ink.width, box.height / ink.height)
  const [width, height] = [ink.width * scale, ink.height * scale]
  brush.imageSmoothingQuality = 'high'
  brush.drawImage(ink, box.x, box.y + (box.height - height) / 2, width, height)
}
