import type { SigningPageData } from '#src/shared/signing-page.ts'
import { byId } from './dom.ts'

/** What the engine put into this page. */
export function pageData(): SigningPageData {
  return JSON.parse(byId('contract').textContent) as SigningPageData
}

/** An instant as people write it, in the language of the contract and the time of this device. */
export function whenText(instant: Date, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short' }).format(instant)
}

export function dayText(instant: Date, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(instant)
}
