/** Overrides and embeddings of direction, with which a name would be read backwards; isolates do no such thing and stay. */
const overrides = /[\u202A-\u202E]/g

/** `text` so that it can stand in HTML, as content or between double quotes. */
export function escaped(text: string): string {
  return text.replaceAll(overrides, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

/** The address if a document may link to it (http, https, mailto), in its standard spelling; else null. */
export function safeLink(address: string | null | undefined): string | null {
  if (!address) return null
  try {
    const { protocol, href } = new URL(address)
    return protocol === 'http:' || protocol === 'https:' || protocol === 'mailto:' ? href : null
  } catch {
    // Not an address at all.
    return null
  }
}
