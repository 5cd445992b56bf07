import { createDecipheriv } from 'node:crypto'
import type { BaseBlock } from 'asn1js'
import { fault, identifier, inside, integer, octets } from './asn1.ts'
import { derivedKey, stretchedKey, wideText } from './passwords.ts'
import { unlockRc2 } from './rc2.ts'

interface Cipher {
  name: string
  keyLength: number
}

/** The schemes of PKCS#12 itself (RFC 7292, appendix C); RC2 is ours, see there. */
const oldCiphers: Record<string, { keyLength: number; cipher?: string; bits?: number }> = {
  '1.2.840.113549.1.12.1.3': { keyLength: 24, cipher: 'des-ede3-cbc' },
  '1.2.840.113549.1.12.1.4': { keyLength: 16, cipher: 'des-ede-cbc' },
  '1.2.840.113549.1.12.1.5': { keyLength: 16, bits: 128 },
  '1.2.840.113549.1.12.1.6': { keyLength: 5, bits: 40 },
}
const ciphers: Record<string, Cipher> = {
  '2.16.840.1.101.3.4.1.2': { name: 'aes-128-cbc', keyLength: 16 },
  '2.16.840.1.101.3.4.1.22': { name: 'aes-192-cbc', keyLength: 24 },
  '2.16.840.1.101.3.4.1.42': { name: 'aes-256-cbc', keyLength: 32 },
  '1.2.840.113549.3.7': { name: 'des-ede3-cbc', keyLength: 24 },
}
const digests: Record<string, string> = {
  '1.2.840.113549.2.7': 'sha1',
  '1.2.840.113549.2.9': 'sha256',
  '1.2.840.113549.2.10': 'sha384',
  '1.2.840.113549.2.11': 'sha512',
}
const pbes2 = '1.2.840.113549.1.5.13'
const pbkdf2 = '1.2.840.113549.1.5.12'

/** Undoes what a key file locked a part with: AES or triple DES under PBKDF2 (RFC 8018), or the older triple DES and RC2. Undefined where
 *  the passphrase does not fit. Throws KeyFileFault for a scheme that is not known. */
export function unlocked(algorithm: BaseBlock | undefined, data: Uint8Array, passphrase: string): Uint8Array | undefined {
  const [scheme, parameters] = inside(algorithm)
  const name = identifier(scheme)
  if (name === pbes2) return unlockedNew(parameters, data, passphrase)
  const old = oldCiphers[name] ?? fault(`It is locked in a way that is not known here (${name}).`)
  const [salt, iterations] = inside(parameters)
  const about = { digest: 'sha1', salt: octets(salt), iterations: integer(iterations) ?? 1 }
  const password = wideText(passphrase)
  const key = derivedKey(password, { ...about, purpose: 1, length: old.keyLength })
  const iv = derivedKey(password, { ...about, purpose: 2, length: 8 })
  return old.bits ? unlockRc2(data, key, iv, old.bits) : decrypted(old.cipher ?? '', key, iv, data)
}

function unlockedNew(parameters: BaseBlock | undefined, data: Uint8Array, passphrase: string): Uint8Array | undefined {
  const [derivation, encryption] = inside(parameters)
  const [derivationName, derivationParameters] = inside(derivation)
  if (identifier(derivationName) !== pbkdf2) fault('Its passphrase is stretched in a way that is not known here.')
  const [salt, iterations, ...rest] = inside(derivationParameters)
  const digestBlock = rest.find((block) => integer(block) === undefined)
  const digest = digestBlock ? digests[identifier(inside(digestBlock)[0])] : 'sha1'
  const [encryptionName, iv] = inside(encryption)
  const cipher = ciphers[identifier(encryptionName)]
  if (!cipher || !digest) return fault('It is locked in a way that is not known here.')
  const key = stretchedKey(passphrase, octets(salt), integer(iterations) ?? 0, cipher.keyLength, digest)
  return decrypted(cipher.name, key, octets(iv), data)
}

function decrypted(name: string, key: Uint8Array, iv: Uint8Array, data: Uint8Array): Uint8Array | undefined {
  try {
    const decipher = createDecipheriv(name, key, iv)
    return new Uint8Array(Buffer.concat([decipher.update(data), decipher.final()]))
  } catch {
    // The padding does not come out right: the key is another.
    return undefined
  }
}
