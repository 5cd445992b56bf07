import { auditFields, auditMeasures, type AuditWords } from '#src/shared/domain/audit-entry.ts'
import { elementAt } from '../page/columns.ts'
import { breakPage, paragraph, within, type Element, type Flow } from '../page/flow.ts'
import { hiddenField, recordField } from '../page/formField.ts'
import { decorate } from '../page/shapes.ts'
import { colours, styles } from '../page/theme.ts'
import { inlineValue } from '../text/clean.ts'
import type { Labels } from './library.ts'
import type { ContractRecord } from './record.ts'
import type { SignaturePlace, SignatureBlock } from './types.ts'

const labelWidth = auditMeasures.inset + auditMeasures.labelWidth
const gap = 12

interface AuditContent {
  number: string
  record: ContractRecord | null
  blocks: readonly SignatureBlock[]
  places: readonly SignaturePlace[]
}

/** The last page: which contract this is, and for each signature a field that is empty until it is made. The fields share the page
 *  evenly, so that two to four have room. */
export function auditPage(flow: Flow, parent: Element, content: AuditContent, words: AuditWords, labels: Labels): void {
  breakPage(flow)
  within(flow.doc, parent, 'Sect', (section) => {
    paragraph(flow, section, words.title, { ...styles.title, size: 15, leading: 20 }, { tag: 'H2', after: 6 })
    paragraph(flow, section, words.intro, styles.small, { after: 10 })
    for (const [label, value] of factsOf(content, words)) fact(flow, section, label, value)
    flow.y += 8
    const height = (flow.bottom - flow.y) / content.blocks.length
    const top = flow.y
    content.blocks.forEach((block, at) => {
      flow.y = top + at * height
      entry(flow, section, block, content.places[at]?.field ?? block.role, height, words, labels)
    })
  })
}

function factsOf({ number, record }: AuditContent, words: AuditWords): [string, string][] {
  if (!record) return [[words.contract, number]]
  return [
    [words.contract, number],
    [words.record, record.id],
    [words.version, String(record.version)],
    [words.words, record.wordsHash],
  ]
}

function fact(flow: Flow, parent: Element, label: string, value: string): void {
  within(flow.doc, parent, 'P', (element) => {
    const style = styles.small
    elementAt(flow.doc, element, 'Span', label, { x: flow.left, y: flow.y, width: labelWidth }, style, 1)
    const place = { x: flow.left + labelWidth, y: flow.y, width: flow.width - labelWidth }
    flow.y += elementAt(flow.doc, element, 'Span', value, place, { ...style, colour: colours.ink }, 1)
  })
}

function entry(flow: Flow, parent: Element, block: SignatureBlock, field: string, height: number, words: AuditWords, labels: Labels): void {
  const { doc } = flow
  const name = inlineValue(block.name) || labels.open
  const heading = words.entryOf.replace('{role}', labels[block.role]).replace('{name}', () => name)
  within(doc, parent, 'Div', (element) => {
    const headHeight = elementAt(doc, element, 'P', heading, { x: flow.left, y: flow.y, width: flow.width }, styles.label, 1)
    const box = { x: flow.left, y: flow.y + headHeight + 3, width: flow.width, height: height - headHeight - gap - 3 }
    decorate(doc, () => doc.rect(box.x, box.y, box.width, box.height).fill(colours.tint))
    const names = auditFields(field)
    recordField(
      flow,
      element,
      names.entry,
      words.entryHint.replace('{name}', () => block.name),
      box,
    )
    hiddenField(
      flow,
      names.trail,
      words.trailHint.replace('{name}', () => block.name),
    )
  })
}
