import { useIntersection } from '@mantine/hooks'
import { TextLayer, type PDFDocumentProxy, type PDFPageProxy, type PageViewport } from 'pdfjs-dist'
import { useEffect, useRef } from 'react'
import classes from './pdf.module.css'

interface PdfPageProps {
  document: PDFDocumentProxy
  /** From 1. */
  number: number
  scale: number
  /** Size in pixels until the page itself is known, so that nothing jumps. */
  guess: { width: number; height: number }
}

/** One page: drawn when it comes near the view, with its text above it for selecting and for screen readers. */
export function PdfPage({ document, number, scale, guess }: PdfPageProps) {
  const { ref: watch, entry } = useIntersection({ rootMargin: '600px' })
  const canvas = useRef<HTMLCanvasElement>(null)
  const text = useRef<HTMLDivElement>(null)
  const isNear = entry?.isIntersecting ?? false
  useEffect(() => {
    if (!isNear || !canvas.current || !text.current) return undefined
    return drawn(document, number, scale, canvas.current, text.current)
  }, [document, number, scale, isNear])
  return (
    <div
      ref={watch}
      className={classes.page}
      style={{ '--total-scale-factor': scale } as React.CSSProperties}
      role="group"
      aria-label={`Page ${number}`}
    >
      <canvas ref={canvas} style={guess} aria-hidden />
      <div ref={text} className={classes.text} />
    </div>
  )
}

/** Draws a page beside what is shown and swaps it in when it is whole. Answers with what stops it. */
function drawn(document: PDFDocumentProxy, number: number, scale: number, shown: HTMLCanvasElement, textPlace: HTMLElement): () => void {
  let isWanted = true
  const draw = async () => {
    const page = await document.getPage(number)
    const viewport = page.getViewport({ scale })
    const [image, text] = await Promise.all([imageOf(page, viewport), textOf(page, viewport)])
    if (!isWanted) return
    shown.width = image.width
    shown.height = image.height
    shown.style.width = `${viewport.width}px`
    shown.style.height = `${viewport.height}px`
    shown.getContext('2d')?.drawImage(image, 0, 0)
    textPlace.replaceChildren(...text.childNodes)
  }
  // A document that was closed meanwhile rejects; what took its place draws itself.
  draw().catch(() => undefined)
  return () => {
    isWanted = false
  }
}

async function imageOf(page: PDFPageProxy, viewport: PageViewport): Promise<HTMLCanvasElement> {
  const sharpness = Math.min(3, window.devicePixelRatio || 1)
  const canvas = window.document.createElement('canvas')
  canvas.width = Math.round(viewport.width * sharpness)
  canvas.height = Math.round(viewport.height * sharpness)
  await page.render({ canvas, viewport, transform: [sharpness, 0, 0, sharpness, 0, 0] }).promise
  return canvas
}

async function textOf(page: PDFPageProxy, viewport: PageViewport): Promise<HTMLElement> {
  const container = window.document.createElement('div')
  await new TextLayer({ textContentSource: page.streamTextContent(), container, viewport }).render()
  return container
}
