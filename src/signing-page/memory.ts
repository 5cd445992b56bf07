// A browser may keep nothing for pages from files; the page works without, and then cannot tell that it was signed before.

const key = (fingerprint: string) => `troupe signed ${fingerprint}`

/** When the document of that fingerprint was signed on this device, as far as its browser remembers. */
export function signedBefore(fingerprint: string): Date | null {
  try {
    const at = new Date(localStorage.getItem(key(fingerprint)) ?? '')
    return Number.isNaN(at.getTime()) ? null : at
  } catch {
    return null
  }
}

export function rememberSigned(fingerprint: string, at: Date): void {
  try {
    localStorage.setItem(key(fingerprint), at.toISOString())
  } catch {
    // Nothing is lost: the signed file itself is what counts.
  }
}
