const plain = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif"
const handwriting = "Georgia, 'Times New Roman', 'Noto Serif', serif"

/** The font of words in a picture, `size` points high. */
export function wordFont(size: number): string {
  return `${size}px ${plain}`
}

/** The font of a typed signature. */
export function nameFont(size: number): string {
  return `italic ${size}px ${handwriting}`
}

/** `text` in lines that are as wide as `width` at most, broken at spaces, or between characters of scripts that have none; no more than
 *  `most` of them, the last cut where there is more. */
export function inLines(brush: CanvasRenderingContext2D, text: string, width: number, most: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const piece of text.split(/(?<= )|(?=\p{Script=Han}|\p{Script=Hangul}|\p{Script=Hiragana}|\p{Script=Katakana})/u)) {
    if (line && lines.length + 1 < most && brush.measureText(line + piece).width > width) {
      lines.push(line.trim())
      line = ''
    }
    line += piece
  }
  return [...lines, line.trim()].map((one) => cut(brush, one, width))
}

/** As much of `text` as there is room for, with dots where something is left out. */
export function cut(brush: CanvasRenderingContext2D, text: string, width: number): string {
  if (brush.measureText(text).width <= width) return text
  const characters: string[] = text.match(/\P{M}\p{M}*/gu) ?? []
  while (characters.length > 1 && brush.measureText(`${characters.join('')}…`).width > width) characters.pop()
  return `${characters.join('')}…`
}
