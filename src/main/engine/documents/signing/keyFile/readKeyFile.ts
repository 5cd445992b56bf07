import { createHmac, createPrivateKey, timingSafeEqual, X509Certificate, type KeyObject } from 'node:crypto'
import type { BaseBlock } from 'asn1js'
import { raise } from '#src/shared/contract/errors.ts'
import { encoded, fault, identifier, inside, integer, KeyFileFault, octets, read } from './asn1.ts'
import { derivedKey, wideText } from './passwords.ts'
import { unlocked } from './unlock.ts'

/** What a key file holds for one signer. */
export interface KeyFile {
  /** DER. */
  certificate: Uint8Array
  /** PKCS#8. */
  privateKey: Uint8Array
  /** Certificates that lead from the signer's to its authority, as far as they came along; DER. */
  chain: Uint8Array[]
}

const content = { data: '1.2.840.113549.1.7.1', encrypted: '1.2.840.113549.1.7.6' } as const
const bag = {
  key: '1.2.840.113549.1.12.10.1.1',
  lockedKey: '1.2.840.113549.1.12.10.1.2',
  certificate: '1.2.840.113549.1.12.10.1.3',
  nested: '1.2.840.113549.1.12.10.1.6',
} as const
const digests: Record<string, string> = {
  '1.3.14.3.2.26': 'sha1',
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
}

class WrongPassphrase extends Error {}

/** Opens a `.p12` or `.pfx` file (PKCS#12, RFC 7292), of today's programs and of old ones. Raises PASSPHRASE_WRONG, or NOT_A_KEY_FILE
 *  where it is no such file, is damaged, or holds no key with its certificate. No message ever holds the passphrase. */
export function readKeyFile(bytes: Uint8Array, passphrase: string): KeyFile {
  try {
    return signerIn(bagsIn(bytes, passphrase))
  } catch (error) {
    if (error instanceof WrongPassphrase) return raise('PASSPHRASE_WRONG', 'The passphrase does not open this key file.')
    if (error instanceof KeyFileFault) return raise('NOT_A_KEY_FILE', `The file cannot be used for signing. ${error.message}`)
    throw error
  }
}

interface Bags {
  keys: Uint8Array[]
  certificates: Uint8Array[]
}

function bagsIn(bytes: Uint8Array, passphrase: string): Bags {
  const [version, authSafe, seal] = inside(read(bytes))
  const [type, wrapped] = inside(authSafe)
  if (integer(version) !== 3 || !authSafe || identifier(type) !== content.data) return fault('It is not in the form of a key file.')
  const safe = octets(inside(wrapped)[0])
  if (seal) expectSeal(seal, safe, passphrase)
  const bags: Bags = { keys: [], certificates: [] }
  for (const part of inside(read(safe))) collect(inside(read(openedPart(part, passphrase))), passphrase, bags)
  return bags
}

/** The seal shows whether the passphrase is right before anything is opened with it. */
function expectSeal(seal: BaseBlock, safe: Uint8Array, passphrase: string): void {
  const [digestInfo, salt, iterations] = inside(seal)
  const [algorithm, value] = inside(digestInfo)
  const digest = digests[identifier(inside(algorithm)[0])] ?? fault('It is sealed in a way that is not known here.')
  const stated = octets(value)
  const key = derivedKey(wideText(passphrase), {
    purpose: 3,
    digest,
    salt: octets(salt),
    iterations: integer(iterations) ?? 1,
    length: stated.length,
  })
  const found = createHmac(digest, key).update(safe).digest()
  if (found.length !== stated.length || !timingSafeEqual(found, stated)) throw new WrongPassphrase()
}

function openedPart(part: BaseBlock, passphrase: string): Uint8Array {
  const [type, wrapped] = inside(part)
  if (identifier(type) === content.data) return octets(inside(wrapped)[0])
  if (identifier(type) !== content.encrypted) return fault('It is locked in a way that is not known here.')
  const [, encryptedInfo] = inside(inside(wrapped)[0])
  const [, algorithm, data] = inside(encryptedInfo)
  return opened(algorithm, octets(data), passphrase)
}

function opened(algorithm: BaseBlock | undefined, data: Uint8Array, passphrase: string): Uint8Array {
  const plain = unlocked(algorithm, data, passphrase)
  if (!plain) throw new WrongPassphrase()
  return plain
}

function collect(parts: BaseBlock[], passphrase: string, bags: Bags): void {
  for (const part of parts) {
    const [kind, wrapped] = inside(part)
    const [value] = inside(wrapped)
    switch (identifier(kind)) {
      case bag.key:
        bags.keys.push(encoded(value))
        break
      case bag.lockedKey: {
        const [algorithm, data] = inside(value)
        bags.keys.push(opened(algorithm, octets(data), passphrase))
        break
      }
      case bag.certificate:
        bags.certificates.push(octets(inside(inside(value)[1])[0]))
        break
      case bag.nested:
        collect(inside(value), passphrase, bags)
        break
      default:
    }
  }
}

/** The key that has its certificate in the file; where several do, the one that runs longest. */
function signerIn({ keys, certificates }: Bags): KeyFile {
  const all = certificates.map(certificateFrom)
  const pairs = keys.flatMap((privateKey) => {
    const key = keyFrom(privateKey)
    return all.filter((certificate) => certificate.checkPrivateKey(key)).map((certificate) => ({ privateKey, certificate }))
  })
  const [best] = pairs.toSorted((a, b) => Date.parse(b.certificate.validTo) - Date.parse(a.certificate.validTo))
  if (!best) return fault(keys.length === 0 ? 'It holds no private key.' : 'It holds no certificate that belongs to its key.')
  return {
    certificate: new Uint8Array(best.certificate.raw),
    privateKey: best.privateKey,
    chain: chainFrom(best.certificate, all).map(({ raw }) => new Uint8Array(raw)),
  }
}

function chainFrom(signer: X509Certificate, all: readonly X509Certificate[]): X509Certificate[] {
  const chain: X509Certificate[] = []
  for (let current = signer; ;) {
    const issuer = all.find((candidate) => current.checkIssued(candidate) && current.verify(candidate.publicKey))
    if (!issuer || issuer.raw.equals(current.raw) || chain.includes(issuer)) return chain
    chain.push(issuer)
    current = issuer
  }
}

function certificateFrom(der: Uint8Array): X509Certificate {
  try {
    return new X509Certificate(der)
  } catch {
    return fault('A certificate in it cannot be read.')
  }
}

function keyFrom(pkcs8: Uint8Array): KeyObject {
  try {
    return createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' })
  } catch {
    return fault('The private key in it cannot be read.')
  }
}
