import { fillWords, type SigningPageData } from '#src/shared/signing-page.ts'
import { heldBytes, saveFile } from './bytes.ts'
import { byId, button, make } from './dom.ts'

/** Says in place of the page why it does not sign here, and which other ways there are. */
export function refuse({ words, agency, contract }: SigningPageData, sentence: string): void {
  const { start } = words
  const named = { agency: agency.name }
  byId('page').hidden = true
  byId('start').hidden = false
  byId('start-said').replaceChildren(
    make('p', {}, make('strong', {}, fillWords(sentence, named))),
    make('p', {}, start.howTo),
    make('h2', {}, start.otherWays),
    ...otherWays(words, agency.name, () => saveFile(heldBytes('pdf'), contract.fileName)),
  )
}

/** How else a contract can be signed, and the PDF to do it with. */
export function otherWays({ start }: SigningPageData['words'], agency: string, savePdf: () => void): HTMLElement[] {
  const ways = start.ways.map((way) => make('li', {}, fillWords(way, { agency })))
  return [make('ul', {}, ...ways), make('div', { className: 'row' }, button(start.savePdf, savePdf))]
}
