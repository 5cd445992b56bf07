import { fillWords, type SigningPageData } from '#src/shared/signing-page.ts'
import { make } from './dom.ts'
import { rememberSigned } from './memory.ts'
import { signContract } from './signature/signContract.ts'
import { declinePart } from './steps/decline.ts'
import { identityStep } from './steps/identity.ts'
import { missingList, type Missing } from './steps/missing.ts'
import { readStep } from './steps/read.ts'
import { signStep } from './steps/sign.ts'

/** A contract that has just been signed here. */
export interface Signed {
  bytes: Uint8Array<ArrayBuffer>
  name: string
  at: Date
}

/** The three steps to a signature, and the way out. `onSigned` takes their place. */
export function signingPart(
  data: SigningPageData,
  pdf: Uint8Array<ArrayBuffer>,
  pages: number,
  onSigned: (signed: Signed) => Promise<void>,
) {
  const { words, signer } = data
  const read = readStep(words, pages)
  const identity = identityStep(data, (name) => sign.rename(name))
  const sign = signStep(words, signer.name, { onSign: () => void finish(), onDraw: () => retell() })
  const element = make('div', { className: 'steps' }, read.element, identity.element, sign.element, declinePart(data))

  const missing = (): Missing[] => [...read.missing(), ...identity.missing(), ...sign.missing()]
  const tellMissing = () => {
    const now = missing()
    sign.say(now.length > 0 ? missingList(words.missing, now) : null)
    return now.length > 0
  }
  // What was said to be missing is taken back as it is done.
  const retell = () => {
    if (sign.hasSaid()) tellMissing()
  }
  element.addEventListener('input', retell)
  element.addEventListener('change', retell)

  async function finish(): Promise<void> {
    if (tellMissing()) return sign.focusSaid()
    sign.setBusy(true)
    try {
      const at = new Date(Math.floor(Date.now() / 1000) * 1000)
      const bytes = await signContract(pdf, data, identity.confirmed(), sign.mark(), at)
      rememberSigned(data.contract.sha256, at)
      await onSigned({ bytes, name: identity.confirmed().name, at })
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      sign.say(make('p', { className: 'notice bad' }, fillWords(words.sign.failed, { reason })))
      sign.setBusy(false)
    }
  }

  return {
    element,
    see(page: number) {
      read.see(page)
      retell()
    },
  }
}
