import { make } from './dom.ts'

let groups = 0

/** Two or more of which one is chosen, the first at the beginning; arrow keys move between them. */
export function choice(label: string, ways: readonly { label: string; choose: () => void }[]): HTMLElement {
  groups += 1
  const name = `choice-${groups}`
  const options = ways.map((way, at) =>
    make('label', {}, make('input', { type: 'radio', name, checked: at === 0, onchange: way.choose }), way.label),
  )
  return make('div', { className: 'choice', attributes: { role: 'radiogroup', 'aria-label': label } }, ...options)
}
