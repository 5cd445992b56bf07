import { elementAt, textAt } from '../page/columns.ts'
import { ensureRoom, paragraph, within, type Element, type Flow } from '../page/flow.ts'
import { decorate } from '../page/shapes.ts'
import { signatureField } from '../page/formField.ts'
import { colours, styles } from '../page/theme.ts'
import { layoutText } from '../text/layout.ts'
import { clauseHeading } from './clauseSection.ts'
import type { Labels } from './library.ts'
import type { ContractDocument, SignatureBlock, SignaturePlace } from './types.ts'

const gap = 24
const fieldHeight = 84
const paperLines = 2
const paperLineHeight = 27

/** Height of the whole section, in points. */
export function signatureHeight(flow: Flow, contract: ContractDocument, labels: Labels): number {
  const row = tallestHead(flow, contract, labels) + fieldHeight + paperLines * paperLineHeight + 24
  return 60 + Math.ceil(contract.signatures.length / 2) * row
}

/** The last section, kept whole on one page: a line of text and, side by side, a field for each signature with room to sign on paper
 *  instead. */
export function signatureSection(
  flow: Flow,
  parent: Element,
  contract: ContractDocument,
  number: number,
  labels: Labels,
): SignaturePlace[] {
  const clause = contract.clauses.find((candidate) => candidate.kind === 'signatures')
  const width = (flow.width - gap) / 2
  const blocks = contract.signatures
  const headHeight = tallestHead(flow, contract, labels)
  ensureRoom(flow, signatureHeight(flow, contract, labels))
  if (clause) {
    clauseHeading(flow, parent, clause.heading, number)
    for (const text of clause.paragraphs) paragraph(flow, parent, text, styles.body, { after: 8 })
  }
  const places: SignaturePlace[] = []
  const fields = fieldNames(blocks)
  for (let at = 0; at < blocks.length; at += 2) {
    const top = flow.y
    blocks.slice(at, at + 2).forEach((block, column) => {
      flow.y = top
      const field = fields[at + column] ?? block.role
      places.push(signatureBlock(flow, parent, { ...block, field }, flow.left + column * (width + gap), width, headHeight, labels))
    })
    flow.y = top + headHeight + fieldHeight + paperLines * paperLineHeight + 24
  }
  return places
}

/** A role's first signature field bears its name; where one party has several signers the others are counted. */
function fieldNames(blocks: readonly SignatureBlock[]): string[] {
  return blocks.map(({ role }, at) => {
    const before = blocks.slice(0, at).filter((other) => other.role === role).length
    return before === 0 ? role : `${role}-${before + 1}`
  })
}

type HeadText = [text: string, style: (typeof styles)[keyof typeof styles]]

function blockHead(block: SignatureBlock, labels: Labels): HeadText[] {
  const role = { agency: labels.forAgency, creator: labels.forCreator, client: labels.forClient }[block.role]
  return [
    [role, styles.label],
    [block.name || `[${labels.name}: ${labels.open}]`, styles.name],
    ...(block.capacity ? [[block.capacity, styles.small] satisfies HeadText] : []),
  ]
}

function tallestHead(flow: Flow, contract: ContractDocument, labels: Labels): number {
  const width = (flow.width - gap) / 2
  return Math.max(0, ...contract.signatures.map((block) => blockHead(block, labels).reduce((sum, text) => sum + heightOf(text, width), 0)))
}

function heightOf([text, style]: HeadText, width: number): number {
  return layoutText(text, style, width).length * style.leading
}

function signatureBlock(
  flow: Flow,
  parent: Element,
  block: SignatureBlock & { field: string },
  x: number,
  width: number,
  headHeight: number,
  labels: Labels,
): SignaturePlace {
  const { doc } = flow
  const top = flow.y
  const fieldTop = top + headHeight + 8
  let place: SignaturePlace | undefined
  within(doc, parent, 'Div', (element) => {
    let y = top
    for (const [text, style] of blockHead(block, labels)) y += elementAt(doc, element, 'P', text, { x, y, width }, style)
    decorate(doc, () => doc.rect(x, fieldTop, width, fieldHeight).fill(colours.tint))
    const description = labels.signatureOf.replace('{name}', block.name)
    const field = signatureField(flow, element, block.field, description, { x, y: fieldTop, width, height: fieldHeight })
    place = { role: block.role, field: block.field, ...field }
    paperLine(flow, element, x, fieldTop + fieldHeight, width, labels.signature)
    paperLine(flow, element, x, fieldTop + fieldHeight + paperLineHeight + 6, width, labels.date)
  })
  if (!place) throw new Error('A signature block has no place.')
  return place
}

/** A line to write on, with what goes on it beneath. */
function paperLine(flow: Flow, parent: Element, x: number, y: number, width: number, label: string): void {
  decorate(flow.doc, () =>
    flow.doc
      .moveTo(x, y)
      .lineTo(x + width, y)
      .lineWidth(0.7)
      .strokeColor(colours.soft)
      .stroke(),
  )
  within(flow.doc, parent, 'P', (element) => element.add(() => textAt(flow.doc, label, { x, y: y + 2, width }, styles.small)))
}
