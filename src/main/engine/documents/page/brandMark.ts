import type { Branding } from '../contract/types.ts'
import { elementAt } from './columns.ts'
import type { Element, Flow } from './flow.ts'
import { checkImage } from './images.ts'
import { styles } from './theme.ts'

/** The room a logo has at the head of a document, in points. */
export const logoBox = { width: 170, height: 40 }

/** The agency's logo at the left edge, standing on the box's lower line whatever its shape; its name where it has none. */
export function brandMark(flow: Flow, parent: Element, branding: Branding, top: number, width: number): void {
  const { doc } = flow
  if (!branding.logo) {
    elementAt(doc, parent, 'P', branding.name, { x: flow.left, y: top, width }, { ...styles.name, size: 14, leading: 19 }, 2)
    return
  }
  const logo = checkImage(branding.logo, 'The agency’s logo')
  const scale = Math.min(logoBox.width / logo.width, logoBox.height / logo.height)
  const size = { width: logo.width * scale, height: logo.height * scale }
  const y = top + logoBox.height - size.height
  const figure = doc.struct('Figure', { alt: branding.name, bbox: [flow.left, y, flow.left + size.width, y + size.height] } as object)
  parent.add(figure)
  figure.add(() => doc.image(logo.source(doc), flow.left, y, size))
  figure.end()
}
