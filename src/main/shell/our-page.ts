import { windowOrigin } from '#src/shared/shell.ts'

const ours = new URL(windowOrigin)

export const pageScheme = ours.protocol.slice(0, -1)
export const pageAddress = `${windowOrigin}/`

/** Whether `address` is a place in our own page; compared part by part, because `troupe://app.example` begins with our origin too. */
export function isOurPage(address: string): boolean {
  const url = URL.parse(address)
  return url?.protocol === ours.protocol && url.host === ours.host && url.username === '' && url.password === ''
}

/** Whether the page may load from `address`: from our own origin, and what the page itself made in memory. */
export function isOurRequest(address: string): boolean {
  if (address.startsWith('blob:')) return isOurPage(address.slice('blob:'.length))
  return address.startsWith('data:') || isOurPage(address)
}
