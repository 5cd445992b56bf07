import { createDocument, documentBytes } from '../page/document.ts'
import { paragraph, startFlow, type Element, type Flow } from '../page/flow.ts'
import { drawFrame } from '../page/frame.ts'
import { styles } from '../page/theme.ts'
import type { Span } from '../text/layout.ts'
import type { ClauseRedline, Part } from './redline.ts'
import { countsSentence, fateOf, type RedlinePaper } from './words-for-people.ts'

// What came in is underlined, what went out struck through, so that it can be told in print and without colours too.
const looks: Record<Part['kind'], Omit<Span, 'text'>> = {
  same: {},
  inserted: { colour: '#14532d', rule: 'under' },
  deleted: { colour: '#9b1c1c', rule: 'through' },
}

/** A redline as a tagged PDF on A4. */
export async function redlineAsPdf(paper: RedlinePaper, createdAt: Date, author: string): Promise<Uint8Array> {
  const { title, before, after, redline } = paper
  const doc = createDocument({ title, author, language: 'en', createdAt }, 'A4')
  const flow = startFlow(doc)
  const root = doc.struct('Document')
  doc.addStructure(root)
  paragraph(flow, root, title, styles.title, { tag: 'H1', after: 6 })
  paragraph(flow, root, `From: ${before}`, styles.body)
  paragraph(flow, root, `To: ${after}`, styles.body, { after: 6 })
  const key: Span[] = [
    { text: `${countsSentence(redline)} ` },
    { text: 'What came in', ...looks.inserted },
    { text: ' is underlined, ' },
    { text: 'what went out', ...looks.deleted },
    { text: ' struck through.' },
  ]
  paragraph(flow, root, key, styles.small, { after: 12 })
  for (const clause of redline.clauses) clauseBlock(flow, root, clause)
  root.end()
  drawFrame(doc, { headLeft: author, headRight: '', footLeft: title, footRight: 'Page {page} of {pages}' })
  return documentBytes(doc)
}

function clauseBlock(flow: Flow, root: Element, clause: ClauseRedline): void {
  const fate = fateOf(clause)
  const heading = clause.heading.some(({ text }) => text) ? clause.heading : [{ kind: 'same' as const, text: 'Head of the contract' }]
  const spans = [...heading.map(spanOf), ...(fate ? [{ text: `  (${fate})`, weight: 'regular' as const }] : [])]
  paragraph(flow, root, spans, styles.heading, { tag: 'H2', after: 3, keepBelow: styles.body.leading * 2 })
  for (const parts of clause.paragraphs) paragraph(flow, root, parts.map(spanOf), styles.body, { after: 4 })
  flow.y += 7
}

function spanOf({ kind, text }: Part): Span {
  return { text, ...looks[kind] }
}
