import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { SigningPageWords } from '#src/shared/signing-page.ts'
import { make } from '../dom.ts'

type Structure = NonNullable<Awaited<ReturnType<PDFPageProxy['getStructTree']>>>
/** pdf.js does not name the words that a picture is given for those who can't see it. */
type Part = (Structure & { alt?: string }) | Structure['children'][number]

/** What the tags of a PDF are on a page of the web. What is not named here only holds others together. */
const tags = { H1: 'h3', H2: 'h4', H3: 'h4', H: 'h4', P: 'p', L: 'ul', LI: 'li', Table: 'table', TR: 'tr', TH: 'th', TD: 'td' } as const

/** The words of a page in their order, set as the tags of the PDF say: for screens on which the page itself is too small to read. */
export async function wordsOf(page: PDFPageProxy, labels: SigningPageWords['document']): Promise<Node[]> {
  const [structure, texts] = await Promise.all([page.getStructTree(), textsOf(page)])
  const nodes = structure ? built(structure, texts, labels) : []
  return nodes.length > 0 ? nodes : [...texts.values()].map((text) => make('p', {}, text))
}

/** The text of every tagged piece by its mark, in the order of the page. */
async function textsOf(page: PDFPageProxy): Promise<Map<string, string>> {
  const { items } = await page.getTextContent({ includeMarkedContent: true })
  const texts = new Map<string, string>()
  const open: string[] = []
  for (const item of items) {
    if (!('str' in item)) {
      if (item.type === 'endMarkedContent') open.pop()
      else open.push(item.id ?? '')
      continue
    }
    const mark = open.findLast(Boolean)
    if (mark) texts.set(mark, `${texts.get(mark) ?? ''}${item.str}${item.hasEOL ? ' ' : ''}`)
  }
  return texts
}

function built(part: Part, texts: ReadonlyMap<string, string>, labels: SigningPageWords['document']): Node[] {
  if (!('children' in part)) {
    const text = part.type === 'content' ? texts.get(part.id) : undefined
    return text ? [document.createTextNode(text)] : []
  }
  if (part.role === 'Form') return [make('p', { className: 'soft' }, `[${labels.signatureField}]`)]
  if (part.role === 'Figure') return 'alt' in part && part.alt ? [make('p', { className: 'soft' }, part.alt)] : []
  const children = part.children.flatMap((child) => built(child, texts, labels))
  const tag = tags[part.role as keyof typeof tags]
  if (children.length === 0 || !tag) return children
  const element = make(tag, { dir: 'auto' }, ...children)
  return [tag === 'table' ? make('div', { className: 'across', tabIndex: 0 }, element) : element]
}
