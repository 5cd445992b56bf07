import { TextLayer, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { make } from '../dom.ts'

/** What phones let one picture have, in pixels. */
const mostPixels = 16_000_000

/** One page as a picture, with its text above it for selecting and for screen readers. Drawn only while it is near the view. */
export class Sheet {
  readonly element: HTMLElement
  readonly #page: PDFPageProxy
  readonly #picture = make('canvas', { attributes: { 'aria-hidden': 'true' } })
  readonly #layer = make('div', { className: 'layer' })
  #scale = 1
  #isNear = false
  /** The scale and sharpness of what is shown, or being drawn. */
  #drawn = ''

  constructor(page: PDFPageProxy, label: string) {
    this.#page = page
    this.element = make('div', { className: 'sheet', attributes: { role: 'group', 'aria-label': label } }, this.#picture, this.#layer)
  }

  /** CSS pixels for each point of the PDF. */
  resize(scale: number): void {
    const { width, height } = this.#page.getViewport({ scale })
    this.#scale = scale
    this.element.style.width = `${width}px`
    this.element.style.height = `${height}px`
    this.element.style.setProperty('--total-scale-factor', String(scale))
    this.refresh()
  }

  /** Pages far from the view give their memory back. */
  setNear(isNear: boolean): void {
    this.#isNear = isNear
    if (isNear) return this.refresh()
    this.#drawn = ''
    this.#picture.width = 0
  }

  /** Draws again where size or sharpness are no longer those of the screen. */
  refresh(): void {
    const sharpness = this.#sharpness()
    const wanted = `${this.#scale} ${sharpness}`
    if (!this.#isNear || wanted === this.#drawn) return
    this.#drawn = wanted
    // A page that was drawn anew meanwhile leaves this drawing unfinished.
    this.#draw(sharpness, () => this.#drawn === wanted).catch((error: unknown) => {
      if (this.#drawn === wanted) throw error
    })
  }

  /** As sharp as the screen, also where a person has zoomed in with two fingers. */
  #sharpness(): number {
    const { width, height } = this.#page.getViewport({ scale: this.#scale })
    const wanted = Math.max(1, window.devicePixelRatio) * Math.max(1, Math.min(4, window.visualViewport?.scale ?? 1))
    return Math.min(wanted, Math.sqrt(mostPixels / (width * height)))
  }

  async #draw(sharpness: number, isWanted: () => boolean): Promise<void> {
    const viewport = this.#page.getViewport({ scale: this.#scale })
    const canvas = make('canvas', { width: Math.round(viewport.width * sharpness), height: Math.round(viewport.height * sharpness) })
    const layer = make('div')
    await this.#page.render({ canvas, viewport, transform: [sharpness, 0, 0, sharpness, 0, 0] }).promise
    await new TextLayer({ textContentSource: this.#page.streamTextContent(), container: layer, viewport }).render()
    if (!isWanted()) return
    this.#picture.width = canvas.width
    this.#picture.height = canvas.height
    this.#picture.getContext('2d')?.drawImage(canvas, 0, 0)
    canvas.width = 0
    this.#layer.replaceChildren(...layer.childNodes)
  }
}
