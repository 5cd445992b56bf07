import { layoutText, type Line, type TextStyle } from '../text/layout.ts'
import { drawLines, type Place } from './columns.ts'
import { breakPage, ensureRoom, within, type Element, type Flow } from './flow.ts'
import { decorate, rule } from './shapes.ts'
import { spoken } from './spoken.ts'
import { colours, styles } from './theme.ts'

export interface Column {
  label: string
  /** Share of the table's width; the shares of all columns add up to 1. */
  share: number
  align?: 'left' | 'right'
}

export interface TableRow {
  cells: string[]
  /** A closing line, such as a total. */
  isTotal?: boolean
}

const gap = 12
const padding = 4.5
const headStyle: TextStyle = styles.label
const cellStyle: TextStyle = styles.cell
const totalStyle: TextStyle = { ...styles.cell, weight: 'bold' }

/** Sets a tagged table across the flow. Rows stay whole; one that is taller than a page goes on over the next. The head is repeated on
 *  each page. */
export function table(flow: Flow, parent: Element, columns: readonly Column[], rows: readonly TableRow[], after: number): void {
  const { doc } = flow
  const boxes = columnBoxes(flow, columns)
  const headLines = columns.map((column, at) => layoutText(column.label, headStyle, boxes[at]?.width ?? 0))
  const headHeight = tallest(headLines) * headStyle.leading + padding * 2
  const firstRow = rows[0] ? rowHeight(rows[0], boxes) : 0
  ensureRoom(flow, headHeight + firstRow)
  within(doc, parent, 'Table', (element) => {
    within(doc, element, 'THead', (head) => {
      within(doc, head, 'TR', (row) => {
        const addCell = (_: number, draw: () => void): void => within(doc, row, 'TH', (cell) => cell.add(draw), { scope: 'Column' })
        drawHead(flow, boxes, headLines, headHeight, addCell, columns)
      })
    })
    within(doc, element, 'TBody', (body) => {
      for (const row of rows) drawRow(flow, body, columns, boxes, row, () => repeatHead(flow, columns, boxes, headLines, headHeight))
    })
  })
  flow.y += after
}

interface Box {
  x: number
  width: number
}

function columnBoxes(flow: Flow, columns: readonly Column[]): Box[] {
  const room = flow.width - gap * (columns.length - 1)
  let x = flow.left
  return columns.map((column) => {
    const box = { x, width: room * column.share }
    x += box.width + gap
    return box
  })
}

function drawHead(
  flow: Flow,
  boxes: Box[],
  lines: (readonly Line[])[],
  height: number,
  cell: (at: number, draw: () => void) => void,
  columns: readonly Column[],
): void {
  const top = flow.y + padding
  lines.forEach((text, at) => {
    const place: Place = { ...(boxes[at] ?? { x: 0, width: 0 }), y: top, align: columns[at]?.align ?? 'left' }
    cell(at, () => drawLines(flow.doc, text, place, headStyle))
  })
  flow.y += height
  rule(flow.doc, flow.left, flow.y, flow.width, colours.soft, 0.8)
}

/** On the pages after the first the head is there for the eye only; the structure has it once. */
function repeatHead(flow: Flow, columns: readonly Column[], boxes: Box[], lines: (readonly Line[])[], height: number): void {
  drawHead(flow, boxes, lines, height, (_, draw) => decorate(flow.doc, draw), columns)
}

function drawRow(flow: Flow, body: Element, columns: readonly Column[], boxes: Box[], row: TableRow, onNewPage: () => void): void {
  const style = row.isTotal ? totalStyle : cellStyle
  let rest = row.cells.map((text, at) => layoutText(text, style, boxes[at]?.width ?? 0))
  const height = rowHeight(row, boxes)
  if (flow.y + height > flow.bottom) {
    breakPage(flow)
    onNewPage()
  }
  within(flow.doc, body, 'TR', (element) => {
    const cells = row.cells.map((text, at) => {
      const isRowHead = row.isTotal && at === 0
      const cell = flow.doc.struct(isRowHead ? 'TH' : 'TD', { ...spoken(text), ...(isRowHead ? { scope: 'Row' } : {}) })
      element.add(cell)
      return cell
    })
    while (rest.some((lines) => lines.length > 0)) {
      const fitting = Math.max(1, Math.floor((flow.bottom - flow.y - padding * 2) / style.leading))
      const part = rest.map((lines) => lines.slice(0, fitting))
      part.forEach((lines, at) => {
        const place = { ...(boxes[at] ?? { x: 0, width: 0 }), y: flow.y + padding, align: columns[at]?.align ?? 'left' }
        if (lines.length > 0) cells[at]?.add(() => drawLines(flow.doc, lines, place, style))
      })
      flow.y += tallest(part) * style.leading + padding * 2
      rest = rest.map((lines) => lines.slice(fitting))
      if (rest.some((lines) => lines.length > 0)) {
        breakPage(flow)
        onNewPage()
      }
    }
    for (const cell of cells) cell.end()
  })
  rule(flow.doc, flow.left, flow.y, flow.width, colours.rule)
}

function rowHeight(row: TableRow, boxes: Box[]): number {
  const style = row.isTotal ? totalStyle : cellStyle
  return tallest(row.cells.map((text, at) => layoutText(text, style, boxes[at]?.width ?? 0))) * style.leading + padding * 2
}

function tallest(lines: readonly (readonly Line[])[]): number {
  return Math.max(0, ...lines.map((cell) => cell.length))
}
