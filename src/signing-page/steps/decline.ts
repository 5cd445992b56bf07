import { fillWords, type SigningPageData } from '#src/shared/signing-page.ts'
import { dayText } from '../data.ts'
import { button, field, make } from '../dom.ts'

/** A way out: a text that says no, to be copied and sent. */
export function declinePart({ words, contract, agency, signer }: SigningPageData): HTMLElement {
  const labels = words.decline
  const reason = make('textarea', { maxLength: 2000, dir: 'auto' })
  const text = make('textarea', { readOnly: true, dir: 'auto', rows: 7 })
  const copied = make('span', { className: 'soft', attributes: { role: 'status' } })
  const compose = () => {
    const { number, title, sha256 } = contract
    const given = reason.value.trim()
    const lines = [
      fillWords(labels.text, { name: signer.name || '…', number, title }),
      given && fillWords(labels.because, { reason: given }),
      fillWords(labels.dated, { date: dayText(new Date(), contract.locale) }),
      fillWords(labels.fingerprint, { fingerprint: sha256 }),
    ]
    text.value = lines.filter(Boolean).join('\n')
    copied.textContent = ''
  }
  reason.addEventListener('input', compose)
  const copy = async () => {
    text.select()
    // Pages from a file may lack a clipboard; the selected text can then be copied by hand.
    const isCopied = await navigator.clipboard?.writeText(text.value).then(
      () => true,
      () => document.execCommand('copy'),
    )
    copied.textContent = isCopied ? labels.copied : ''
  }
  const dialog: HTMLDialogElement = make(
    'dialog',
    { attributes: { 'aria-label': labels.heading } },
    make(
      'div',
      { className: 'part' },
      make('h2', {}, labels.heading),
      field(labels.reason, reason),
      make('p', { className: 'soft' }, fillWords(labels.intro, { agency: agency.name })),
      field(labels.label, text),
      make(
        'div',
        { className: 'row' },
        button(labels.copy, copy, 'primary'),
        button(labels.close, () => dialog.close()),
        copied,
      ),
    ),
  )
  const open = () => {
    compose()
    dialog.showModal()
  }
  const leaving = make('p', { className: 'soft' }, labels.leave)
  return make('div', { className: 'part' }, make('div', { className: 'outdent' }, button(labels.open, open, 'quiet')), leaving, dialog)
}
