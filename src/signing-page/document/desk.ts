import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { fillWords, type SigningPageWords } from '#src/shared/signing-page.ts'
import { button, make } from '../dom.ts'
import { Sheet } from './sheet.ts'
import { wordsOf } from './words.ts'
import { choice } from '../choice.ts'

export interface Desk {
  element: HTMLElement
  /** Puts a document on the desk in place of the one before. */
  show(document: PDFDocumentProxy): Promise<void>
  /** Brings a page into view, counted from 0. */
  goTo(page: number): void
}

/** The sizes a page can have, as parts of the width of the place. */
const sizes = [1, 1.25, 1.5, 2, 3, 4]
/** Wider than this, in CSS pixels for each point, a page is no easier to read. */
const largestFit = 1.6

/** The contract on its desk: pages below each other, or their words; tells which pages have been in view to their end. */
export function openDesk(words: SigningPageWords, onSeen: (page: number) => void): Desk {
  const labels = words.document
  const sheets = make('div', { className: 'sheets', tabIndex: 0, attributes: { role: 'document', 'aria-label': labels.label } })
  const reflowed = make('div', { className: 'words', hidden: true })
  const size = make('output')
  let shown: { sheets: Sheet[]; widest: number } = { sheets: [], widest: 1 }
  let step = 0

  const resize = () => {
    const room = sheets.clientWidth - 32
    if (room <= 0) return
    const scale = Math.min(room / shown.widest, largestFit) * (sizes[step] ?? 1)
    size.value = `${Math.round(((sizes[step] ?? 1) * 100) / 5) * 5} %`
    for (const sheet of shown.sheets) sheet.resize(scale)
  }
  const zoom = (by: number) => () => {
    step = Math.max(0, Math.min(sizes.length - 1, step + by))
    resize()
  }
  const sharpen = () => shown.sheets.forEach((sheet) => sheet.refresh())
  new ResizeObserver(resize).observe(sheets)
  window.visualViewport?.addEventListener('resize', sharpen)

  const icon = (sign: string, label: string, by: number) => {
    const made = button(sign, zoom(by))
    made.setAttribute('aria-label', label)
    made.title = label
    return made
  }
  const zoomer = make(
    'div',
    { className: 'zoom', attributes: { role: 'group', 'aria-label': labels.zoom } },
    icon('−', labels.zoomOut, -1),
    size,
    icon('+', labels.zoomIn, 1),
  )
  const view = choice(labels.view, [
    { label: labels.pages, choose: () => turnTo('pages') },
    { label: labels.text, choose: () => turnTo('text') },
  ])
  const turnTo = (kind: 'pages' | 'text') => {
    sheets.hidden = zoomer.hidden = kind === 'text'
    reflowed.hidden = kind === 'pages'
  }
  const tools = make('div', { className: 'tools' }, view, zoomer)
  const heading = make('h2', { className: 'hidden-word' }, labels.label)
  const element = make('section', { className: 'desk', attributes: { 'aria-label': labels.label } }, heading, tools, sheets, reflowed)
  const seen = watchEnds(onSeen)
  const near = watchNearness()

  return {
    element,
    async show(document) {
      seen.forget()
      near.forget()
      const pages = await Promise.all(Array.from({ length: document.numPages }, (_, at) => document.getPage(at + 1)))
      const label = (at: number) => fillWords(labels.page, { page: at + 1, pages: pages.length })
      const drawn = pages.map((page, at) => new Sheet(page, label(at)))
      shown = { sheets: drawn, widest: Math.max(...pages.map((page) => page.getViewport({ scale: 1 }).width)) }
      sheets.replaceChildren(...drawn.map((sheet) => sheet.element))
      const texts = await Promise.all(pages.map((page) => wordsOf(page, labels)))
      const sections = texts.map((text, at) =>
        make('section', { attributes: { 'aria-label': label(at) } }, make('p', { className: 'soft' }, label(at)), ...text),
      )
      reflowed.replaceChildren(make('p', { className: 'soft' }, labels.textNote), ...sections)
      resize()
      drawn.forEach((sheet, at) => {
        near.watch(sheet)
        seen.watch(sheet.element, at)
        seen.watch(sections[at], at)
      })
    },
    goTo: (page) => shown.sheets[page]?.element.scrollIntoView({ block: 'center' }),
  }
}

/** Tells of a page once its last line has been on the screen. */
function watchEnds(onSeen: (page: number) => void) {
  const pages = new Map<Element, number>()
  const observer = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) if (isIntersecting) onSeen(pages.get(target) ?? 0)
  })
  return {
    watch(element: HTMLElement | undefined, page: number) {
      const end = make('div', { attributes: { 'aria-hidden': 'true' } })
      element?.append(end)
      pages.set(end, page)
      observer.observe(end)
    },
    forget() {
      observer.disconnect()
      pages.clear()
    },
  }
}

function watchNearness() {
  const sheets = new Map<Element, Sheet>()
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) sheets.get(target)?.setNear(isIntersecting)
    },
    { rootMargin: '800px' },
  )
  return {
    watch(sheet: Sheet) {
      sheets.set(sheet.element, sheet)
      observer.observe(sheet.element)
    },
    forget() {
      observer.disconnect()
      sheets.clear()
    },
  }
}
