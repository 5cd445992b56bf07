import { paragraph, type Element, type Flow } from '../../page/flow.ts'
import { styles } from '../../page/theme.ts'

/** A heading that stays with at least `below` points of what follows. */
export function kitHeading(flow: Flow, parent: Element, text: string, below: number, tag = 'H2'): void {
  paragraph(flow, parent, text, styles.heading, { tag, after: 4, keepBelow: below })
}
