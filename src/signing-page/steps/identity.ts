import { fillWords, type SigningPageData } from '#src/shared/signing-page.ts'
import { dayText } from '../data.ts'
import { field, make, part, tick } from '../dom.ts'
import type { Missing } from './missing.ts'

/** Who signs, as they confirmed it themselves. */
export interface Confirmed {
  name: string
  email: string
  place: string
}

/** Longest name and place that a certificate and its reader are asked to bear. */
const longest = 300

/** Second step: who signs, where, and that they agree to do it electronically. */
export function identityStep({ words, signer, agency, contract }: SigningPageData, onName: (name: string) => void) {
  const labels = words.identity
  const name = make('input', { type: 'text', value: signer.name, maxLength: longest, autocomplete: 'name', dir: 'auto', required: true })
  const email = make('input', { type: 'email', value: signer.email ?? '', maxLength: 254, autocomplete: 'email', required: true })
  const place = make('input', { type: 'text', maxLength: longest, autocomplete: 'address-level2', dir: 'auto', required: true })
  const other = make('p', { className: 'soft', hidden: true }, fillWords(labels.otherName, { name: signer.name, agency: agency.name }))
  const isMe = tick(signer.company ? fillWords(labels.isMeForClient, { client: signer.company }) : labels.isMe, () => undefined)
  const agrees = tick(labels.electronic, () => undefined)
  name.addEventListener('input', () => {
    other.hidden = !signer.name || name.value.trim() === signer.name
    onName(name.value.trim())
  })
  const date = make('p', { className: 'field' }, make('span', {}, labels.date), make('span', {}, dayText(new Date(), contract.locale)))
  const element = part(
    labels.heading,
    2,
    field(labels.name, name),
    make('div', { className: 'said', attributes: { role: 'status' } }, other),
    field(labels.email, email),
    field(labels.place, place),
    date,
    isMe.line,
    agrees.line,
    make('p', { className: 'soft' }, labels.law),
  )
  const needs: [Missing['what'], HTMLInputElement, () => boolean][] = [
    ['name', name, () => name.value.trim() !== ''],
    ['email', email, () => email.value.trim() !== '' && email.validity.valid],
    ['place', place, () => place.value.trim() !== ''],
    ['isMe', isMe.box, () => isMe.box.checked],
    ['electronic', agrees.box, () => agrees.box.checked],
  ]
  return {
    element,
    missing: (): Missing[] =>
      needs.flatMap(([what, where, isDone]) => {
        const isMissing = !isDone()
        where.setAttribute('aria-invalid', String(isMissing))
        return isMissing ? [{ what, where }] : []
      }),
    confirmed: (): Confirmed => ({ name: name.value.trim(), email: email.value.trim(), place: place.value.trim() }),
  }
}
