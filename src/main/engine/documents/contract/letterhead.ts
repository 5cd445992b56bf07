import { brandMark, logoBox } from '../page/brandMark.ts'
import { elementAt, type Place } from '../page/columns.ts'
import { paragraph, type Element, type Flow } from '../page/flow.ts'
import { rule } from '../page/shapes.ts'
import { margins, readableAccent, styles } from '../page/theme.ts'
import type { Labels } from './library.ts'
import type { ContractDocument } from './types.ts'

/** The head of the first page: the agency's logo or name, the contract's number, its title and campaign. */
export function letterhead(flow: Flow, parent: Element, contract: ContractDocument, labels: Labels): void {
  const { doc } = flow
  const half = flow.width / 2 - 10
  const top = margins.top - 34
  brandMark(flow, parent, contract.branding, top, half)
  const number = labels.contractNumber.replace('{number}', contract.number)
  const place: Place = { x: flow.left + half + 20, y: top + 2, width: half, align: 'right' }
  elementAt(doc, parent, 'P', number, place, { ...styles.name, size: 10 }, 2)
  const accent = readableAccent(contract.branding.accent ?? undefined)
  rule(doc, flow.left, top + logoBox.height + 10, flow.width, accent, 1.2)
  flow.y = top + logoBox.height + 30
  paragraph(flow, parent, contract.title, styles.title, { tag: 'H1', after: contract.campaign ? 2 : 16 })
  if (contract.campaign) paragraph(flow, parent, labels.campaign.replace('{name}', contract.campaign), styles.subtitle, { after: 16 })
}
