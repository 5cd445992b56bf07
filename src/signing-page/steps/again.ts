import { fillWords, type SigningPageData } from '#src/shared/signing-page.ts'
import { whenText } from '../data.ts'
import { make } from '../dom.ts'
import { signedBefore } from '../memory.ts'
import { signedFileName } from './done.ts'

/** Says that this contract was signed here before, now or, where it is open twice, as soon as it has been. */
export function againNotice({ words, contract, agency }: SigningPageData): HTMLElement {
  const { again } = words
  const place = make('div', { className: 'said', attributes: { role: 'status' } })
  const tell = () => {
    const at = signedBefore(contract.sha256)
    if (!at || place.childElementCount > 0) return
    const { number, locale, fileName } = contract
    const what = fillWords(again.what, { number, date: whenText(at, locale), file: signedFileName(fileName) })
    const sentences = [make('strong', {}, what), make('p', {}, fillWords(again.next, { agency: agency.name }))]
    place.append(make('div', { className: 'notice' }, ...sentences))
  }
  tell()
  window.addEventListener('storage', tell)
  document.addEventListener('visibilitychange', tell)
  window.addEventListener('focus', tell)
  return place
}
