import type { SigningPageWords } from '#src/shared/signing-page.ts'
import { make } from '../dom.ts'

/** Something that has to be done before the contract can be signed, and where. */
export interface Missing {
  what: Exclude<keyof SigningPageWords['missing'], 'heading'>
  where: HTMLElement
}

/** The list of what is missing; each line leads to its place. */
export function missingList(words: SigningPageWords['missing'], missing: readonly Missing[]): HTMLElement {
  const lines = missing.map(({ what, where }) => {
    const link = make('a', { href: '#' }, words[what])
    link.addEventListener('click', (event) => {
      event.preventDefault()
      where.focus()
    })
    return make('li', {}, link)
  })
  return make('div', { className: 'notice bad', tabIndex: -1 }, make('strong', {}, words.heading), make('ul', {}, ...lines))
}
