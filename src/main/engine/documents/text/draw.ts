import type { RunFeatures, ShapedFont } from '../fonts/shapedFont.ts'
import type { Line, Run, TextStyle } from './layout.ts'

type Document = PDFKit.PDFDocument

const registered = new WeakMap<Document, Set<string>>()

/** Draws `line` with its left edge at `x` and its baseline at `baseline`, in points from the page's top left corner. */
export function drawLine(doc: Document, line: Line, x: number, baseline: number, style: TextStyle): void {
  let at = x
  for (const run of line.runs) {
    if (run.span.highlight) highlight(doc, run, at, baseline, style)
    drawRun(doc, run, at, baseline, style)
    if (run.span.rule) rule(doc, run, at, baseline, style)
    at += run.width
  }
}

/** Registers `font` with `doc` once and makes it the current one. */
export function useFont(doc: Document, font: ShapedFont): void {
  const known = registered.get(doc) ?? new Set()
  registered.set(doc, known)
  if (!known.has(font.key)) {
    known.add(font.key)
    doc.registerFont(font.key, font.source as unknown as string)
  }
  doc.font(font.key)
}

function drawRun(doc: Document, run: Run, x: number, baseline: number, style: TextStyle): void {
  useFont(doc, run.font)
  doc.fontSize(style.size).fillColor(run.span.colour ?? style.colour)
  const isPlain = run.direction === 'ltr' && run.shown === run.meant
  const features: RunFeatures | undefined = isPlain ? undefined : { direction: run.direction, meant: run.meant }
  // The measures are known; without them pdfkit would shape every run once more to take them.
  const measures = { textWidth: run.width, wordCount: 1 }
  doc.text(run.shown, x, baseline, { lineBreak: false, baseline: 'alphabetic', features: features as never, ...measures })
}

function highlight(doc: Document, run: Run, x: number, baseline: number, style: TextStyle): void {
  doc.rect(x - 1, baseline - style.size, run.width + 2, style.size * 1.32).fill(run.span.highlight ?? style.colour)
}

function rule(doc: Document, run: Run, x: number, baseline: number, style: TextStyle): void {
  const y = run.span.rule === 'under' ? baseline + style.size * 0.16 : baseline - style.size * 0.28
  doc.rect(x, y, run.width, style.size * 0.07).fill(run.span.colour ?? style.colour)
}
