type Child = Node | string | null | undefined | false
type Tags = HTMLElementTagNameMap
type Properties<Tag extends keyof Tags> = Partial<Omit<Tags[Tag], 'style' | 'children' | 'attributes'>> & {
  /** What has no property of its own, such as `aria-…` and `for`. */
  attributes?: Readonly<Record<string, string>>
}

/** Makes an element. Text is always text here: nothing on this page is ever read as markup. */
export function make<Tag extends keyof Tags>(
  tag: Tag,
  { attributes = {}, ...properties }: Properties<Tag> = {},
  ...children: Child[]
): Tags[Tag] {
  const element = document.createElement(tag)
  Object.assign(element, properties)
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  element.append(...children.filter((child): child is Node | string => Boolean(child) || child === ''))
  return element
}

export function byId(id: string): HTMLElement {
  const found = document.getElementById(id)
  if (!found) throw new Error(`The page has no part “${id}”.`)
  return found
}

export function button(label: string, onclick: () => unknown, className = ''): HTMLButtonElement {
  return make('button', { type: 'button', className: `button ${className}`.trim(), onclick }, label)
}

/** A part of the page under a heading of its own; `count` says which step it is. */
export function part(heading: string, count: number | null, ...children: Child[]): HTMLElement {
  const mark = count !== null && make('span', { className: 'count', attributes: { 'aria-hidden': 'true' } }, String(count))
  const title = make('h2', { tabIndex: -1 }, mark, heading)
  return make('section', { className: 'part' }, title, ...children)
}

/** A box to tick with its sentence. */
export function tick(sentence: string, onchange: () => void): { line: HTMLElement; box: HTMLInputElement } {
  const box = make('input', { type: 'checkbox', onchange })
  return { line: make('label', { className: 'tick' }, box, make('span', {}, sentence)), box }
}

/** A line to write in, with its label. */
export function field(label: string, input: HTMLElement): HTMLElement {
  return make('label', { className: 'field' }, make('span', {}, label), input)
}
