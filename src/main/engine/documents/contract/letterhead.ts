import { elementAt } from '../page/columns.ts'
import { paragraph, type Element, type Flow } from '../page/flow.ts'
import { checkImage } from '../page/images.ts'
import { rule } from '../page/shapes.ts'
import { margins, readableAccent, styles } from '../page/theme.ts'
import type { Labels } from './library.ts'
import type { Branding, ContractDocument } from './types.ts'

const logoBox = { width: 170, height: 40 }

/** The head of the first page: the agency's logo or name, the contract's number, its title and campaign. */
export function letterhead(flow: Flow, parent: Element, contract: ContractDocument, labels: Labels): void {
  const { doc } = flow
  const half = flow.width / 2 - 10
  const top = margins.top - 34
  brand(flow, parent, contract.branding, top, half)
  const number = labels.contractNumber.replace('{number}', contract.number)
  elementAt(doc, parent, 'P', number, { x: flow.left + half + 20, y: top + 2, width: half, align: 'right' }, { ...styles.name, size: 10 }, 2)
  const accent = readableAccent(contract.branding.accent ?? undefined)
  rule(doc, flow.left, top + logoBox.height + 10, flow.width, accent, 1.2)
  flow.y = top + logoBox.height + 30
  paragraph(flow, parent, contract.title, styles.title, { tag: 'H1', after: contract.campaign ? 2 : 16 })
  if (contract.campaign) paragraph(flow, parent, labels.campaign.replace('{name}', contract.campaign), styles.subtitle, { after: 16 })
}

/** The logo fits its box at the left edge, standing on the same line whatever its shape; without one the name stands there. */
function brand(flow: Flow, parent: Element, branding: Branding, top: number, width: number): void {
  const { doc } = flow
  if (!branding.logo) {
    elementAt(doc, parent, 'P', branding.name, { x: flow.left, y: top, width }, { ...styles.name, size: 14, leading: 19 }, 2)
    return
  }
  const logo = checkImage(branding.logo, 'The agency’s logo')
  const scale = Math.min(logoBox.width / logo.width, logoBox.height / logo.height)
  const height = logo.height * scale
  const figure = doc.struct('Figure', {
    alt: branding.name,
    bbox: [flow.left, top + logoBox.height - height, flow.left + logo.width * scale, top + logoBox.height],
  } as object)
  parent.add(figure)
  figure.add(() => {
    doc.image(logo.bytes as unknown as string, flow.left, top + logoBox.height - height, { width: logo.width * scale, height })
  })
  figure.end()
}
