/** Chromium knows no `troupe:` scheme, so a page of it lies at an https address that nothing on earth has; both ways. */
export function toChromium(address: string, schemes: ReadonlySet<string>): string {
  const url = URL.parse(address)
  if (!url || !schemes.has(url.protocol.slice(0, -1))) return address
  return address.replace(`${url.protocol}//${url.host}`, `https://${url.host}.${url.protocol.slice(0, -1)}.invalid`)
}

export function fromChromium(address: string): string {
  return address.replace(/^(blob:)?https:\/\/([^/]+)\.([a-z]+)\.invalid/, '$1$3://$2')
}
