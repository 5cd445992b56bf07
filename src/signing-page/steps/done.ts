import { fillWords, type SigningPageData } from '#src/shared/signing-page.ts'
import { saveFile, sha256 } from '../bytes.ts'
import { whenText } from '../data.ts'
import { button, make, part } from '../dom.ts'
import type { Signed } from '../signing.ts'
import { fingerprint } from './about.ts'

/** What was signed, on which page (from 0), and what is left to do: send it back. */
export async function donePart(
  { words, contract, agency }: SigningPageData,
  { bytes, name, at }: Signed,
  page: number,
): Promise<HTMLElement> {
  const { done } = words
  const file = signedFileName(contract.fileName)
  const save = () => saveFile(bytes, file)
  const { number } = contract
  const what = fillWords(done.what, { number, name, date: whenText(at, contract.locale), page: page + 1 })
  const send = agency.email ? fillWords(done.send, { address: agency.email }) : fillWords(done.sendToAgency, { agency: agency.name })
  save()
  return part(
    done.heading,
    null,
    make(
      'div',
      { className: 'notice good', attributes: { role: 'status' } },
      make('strong', {}, what),
      make('p', {}, fillWords(done.saved, { file })),
    ),
    make('p', {}, send, ' ', make('strong', {}, done.notSent)),
    make(
      'div',
      { className: 'row' },
      shareButton(done.share, bytes, file),
      mailLink(done, agency.email, number, file),
      button(done.save, save),
    ),
    fingerprint(done.fingerprint, await sha256(bytes)),
  )
}

/** `contract-2026-0001.pdf` is `contract-2026-0001-signed.pdf` once it is signed, even where the agency's copy was so called. */
export function signedFileName(name: string): string {
  return `${name.replace(/\.pdf$/i, '').replace(/-signed$/, '')}-signed.pdf`
}

/** Phones hand files on better than they keep them. */
function shareButton(label: string, bytes: Uint8Array<ArrayBuffer>, name: string): HTMLElement | null {
  const files = [new File([bytes], name, { type: 'application/pdf' })]
  if (!navigator.canShare?.({ files })) return null
  // Whoever changes their mind ends the promise with an error; the file is saved already.
  return button(label, () => navigator.share({ files }).catch(() => undefined), 'primary')
}

function mailLink(done: SigningPageData['words']['done'], address: string | null, number: string, file: string): HTMLElement | null {
  if (!address) return null
  const query = new URLSearchParams({ subject: fillWords(done.mailSubject, { number }), body: fillWords(done.mailBody, { number, file }) })
  return make(
    'a',
    { className: 'button', href: `mailto:${encodeURIComponent(address)}?${query.toString().replaceAll('+', '%20')}` },
    done.mail,
  )
}
