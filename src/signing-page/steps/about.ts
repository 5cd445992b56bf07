import { fillWords, type SigningPageData } from '#src/shared/signing-page.ts'
import { inGroups } from '../bytes.ts'
import { whenText } from '../data.ts'
import { make } from '../dom.ts'

/** What this document is, down to its fingerprint. */
export function aboutPart({ words, contract, agency, madeAt }: SigningPageData): HTMLElement {
  const { about } = words
  return make(
    'details',
    {},
    make('summary', {}, about.heading),
    make(
      'dl',
      { className: 'facts' },
      ...fact(about.number, `${contract.title} ${contract.number}`),
      ...fact(about.file, contract.fileName),
      ...fact(about.made, whenText(new Date(madeAt), contract.locale)),
    ),
    fingerprint(about.fingerprint, contract.sha256),
    make('p', { className: 'soft' }, fillWords(about.check, { agency: agency.name })),
  )
}

/** A fingerprint that can be read out, with its name. */
export function fingerprint(label: string, value: string): HTMLElement {
  return make('div', {}, make('p', { className: 'soft' }, label), make('code', { className: 'print' }, inGroups(value)))
}

function fact(label: string, value: string): [HTMLElement, HTMLElement] {
  return [make('dt', {}, label), make('dd', { dir: 'auto' }, value)]
}
