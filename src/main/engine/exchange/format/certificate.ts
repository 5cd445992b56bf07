import { createHash, X509Certificate } from 'node:crypto'

/** Whether a text is one certificate in PEM form and nothing besides, a private key least of all. */
export function isCertificate(pem: string): boolean {
  return /^-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----\s*$/.test(pem) && parse(pem) !== null
}

/** SHA-256 of the certificate itself, in hexadecimal. Null for a text that is no certificate. */
export function certificateFingerprint(pem: string): string | null {
  const certificate = parse(pem)
  return certificate && createHash('sha256').update(certificate.raw).digest('hex')
}

function parse(pem: string): X509Certificate | null {
  try {
    return new X509Certificate(pem)
  } catch {
    return null
  }
}
