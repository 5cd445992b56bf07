import { elementAt } from '../page/columns.ts'
import { ensureRoom, paragraph, within, type Element, type Flow } from '../page/flow.ts'
import { table, type Column, type TableRow } from '../page/table.ts'
import { colours, styles } from '../page/theme.ts'
import { layoutText, type Span } from '../text/layout.ts'
import type { FilledClause, FilledText } from './fillClauses.ts'
import type { ClauseTable, Labels } from './library.ts'
import type { ContractDocument } from './types.ts'

const indent = 28

/** A numbered clause: heading, numbered paragraphs, and the table that belongs to it. */
export function clauseSection(
  flow: Flow,
  parent: Element,
  clause: FilledClause,
  number: number,
  contract: ContractDocument,
  labels: Labels,
): void {
  clauseHeading(flow, parent, clause.heading, number)
  within(flow.doc, parent, 'L', (list) => {
    clause.paragraphs.forEach((text, at) => clauseParagraph(flow, list, `${number}.${at + 1}`, text))
  })
  if (clause.table) clauseTable(flow, parent, clause.table, contract, labels)
  flow.y += 7
}

/** Height of a clause without its table, in points. */
export function clauseHeight(flow: Flow, clause: FilledClause): number {
  const lines = clause.paragraphs.reduce((sum, text) => sum + layoutText(text, styles.body, flow.width - indent).length, 0)
  return styles.heading.leading + 10 + lines * styles.body.leading + clause.paragraphs.length * 4
}

/** The heading stays with at least the first lines of what follows. */
export function clauseHeading(flow: Flow, parent: Element, heading: string, number: number): void {
  const style = styles.heading
  const lines = layoutText(heading, style, flow.width - indent)
  ensureRoom(flow, lines.length * style.leading + styles.body.leading * 3 + 4)
  within(flow.doc, parent, 'H2', (element) => {
    elementAt(flow.doc, element, 'Span', `${number}.`, { x: flow.left, y: flow.y, width: indent }, style)
    flow.y += elementAt(flow.doc, element, 'Span', heading, { x: flow.left + indent, y: flow.y, width: flow.width - indent }, style)
  })
  flow.y += 3
}

function clauseParagraph(flow: Flow, list: Element, number: string, text: readonly FilledText[]): void {
  const spans = text.map(spanOf)
  const lines = layoutText(spans, styles.body, flow.width - indent)
  ensureRoom(flow, Math.min(lines.length, 3) * styles.body.leading)
  within(flow.doc, list, 'LI', (item) => {
    elementAt(flow.doc, item, 'Lbl', number, { x: flow.left, y: flow.y, width: indent }, { ...styles.body, colour: colours.soft })
    paragraph(flow, item, spans, styles.body, { tag: 'LBody', indent, after: 4 })
  })
}

function spanOf({ text, isMissing }: FilledText): Span {
  return isMissing ? { text, highlight: colours.open } : { text }
}

function clauseTable(flow: Flow, parent: Element, kind: ClauseTable, contract: ContractDocument, labels: Labels): void {
  const { columns, rows } = tableContent(kind, contract, labels)
  if (rows.length > 0) table(inset(flow), parent, columns, rows, 8)
}

/** Tables stand on the same edge as the paragraphs; they share the flow's position. */
function inset(flow: Flow): Flow {
  return {
    doc: flow.doc,
    left: flow.left + indent,
    width: flow.width - indent,
    bottom: flow.bottom,
    get y() {
      return flow.y
    },
    set y(value) {
      flow.y = value
    },
  }
}

function tableContent(kind: ClauseTable, contract: ContractDocument, labels: Labels): { columns: Column[]; rows: TableRow[] } {
  switch (kind) {
    case 'deliverables': {
      const words = labels.deliverables
      return {
        columns: [
          { label: words.count, share: 0.09 },
          { label: words.format, share: 0.18 },
          { label: words.where, share: 0.27 },
          { label: words.details, share: 0.28 },
          { label: words.due, share: 0.18 },
        ],
        rows: contract.deliverables.map((line) => ({
          cells: [String(line.count), line.format, line.where, line.details ?? '', line.due ?? ''],
        })),
      }
    }
    case 'schedule': {
      const words = labels.schedule
      return {
        columns: [
          { label: words.date, share: 0.22 },
          { label: words.what, share: 0.5 },
          { label: words.who, share: 0.28 },
        ],
        rows: contract.schedule.map((line) => ({ cells: [line.date, line.what, line.who] })),
      }
    }
    case 'compensation': {
      const words = labels.compensation
      const rows: TableRow[] = contract.compensation.map((line) => ({ cells: [line.what, line.basis, line.amount ?? '–'] }))
      const total = contract.compensationTotal
      return {
        columns: [
          { label: words.what, share: 0.34 },
          { label: words.basis, share: 0.42 },
          { label: words.amount, share: 0.24, align: 'right' },
        ],
        rows: total ? [...rows, { cells: [words.total, '', total], isTotal: true }] : rows,
      }
    }
  }
}
