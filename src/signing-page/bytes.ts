/** The bytes that `text` spells in base64. */
function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const spelled = atob(text)
  const bytes = new Uint8Array(spelled.length)
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = spelled.charCodeAt(at)
  return bytes
}

/** What an inert script element of this page holds in base64. */
export function heldBytes(id: string): Uint8Array<ArrayBuffer> {
  return fromBase64((document.getElementById(id)?.textContent ?? '').trim())
}

/** A program that was packed into this page, unpacked. */
export function unpacked(id: string): Promise<string> {
  const packed = new Blob([heldBytes(id)]).stream()
  return new Response(packed.pipeThrough(new DecompressionStream('gzip'))).text()
}

/** SHA-256 in hexadecimal. */
export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** A fingerprint in groups of four, so that it can be read out. */
export function inGroups(fingerprint: string): string {
  return fingerprint.replaceAll(/(.{4})(?!$)/g, '$1 ')
}

/** Hands `bytes` to the person as a file. */
export function saveFile(bytes: Uint8Array<ArrayBuffer>, name: string): void {
  const address = URL.createObjectURL(new Blob([bytes], { type: 'application/pdf' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // Browsers read the file some time after the click.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
