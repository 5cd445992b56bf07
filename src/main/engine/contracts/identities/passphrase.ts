import { createCipheriv, createDecipheriv, randomBytes, scrypt, type ScryptOptions } from 'node:crypto'
import { raise } from '#src/shared/contract/errors.ts'

/** What is kept of a key under a passphrase: all that opening it needs, except the passphrase. Binary parts in base64. */
interface Sealed {
  scheme: 'scrypt+aes-256-gcm'
  cost: number
  blockSize: number
  parallel: number
  salt: string
  iv: string
  tag: string
  data: string
}

/** Half a second and 64 MB for each try (OWASP's second choice for scrypt). */
const effort = { cost: 2 ** 16, blockSize: 8, parallel: 2 } as const
/** No kept key asks for more; a row that was tampered with must not take all memory. */
const mostMemory = 512 * 1024 * 1024

const text = (bytes: Buffer) => bytes.toString('base64')
const bytes = (encoded: string) => Buffer.from(encoded, 'base64')

/** Seals a secret with AES-256-GCM under a key that scrypt makes of the passphrase. */
export async function sealUnder(passphrase: string, secret: Uint8Array): Promise<string> {
  const [salt, iv] = [randomBytes(16), randomBytes(12)]
  const cipher = createCipheriv('aes-256-gcm', await keyFrom(passphrase, salt, effort), iv)
  const data = Buffer.concat([cipher.update(secret), cipher.final()])
  const sealed: Sealed = {
    scheme: 'scrypt+aes-256-gcm',
    ...effort,
    salt: text(salt),
    iv: text(iv),
    tag: text(cipher.getAuthTag()),
    data: text(data),
  }
  return JSON.stringify(sealed)
}

/** Opens what was sealed under that passphrase. Raises PASSPHRASE_WRONG, which never says what was tried. */
export async function openUnder(passphrase: string, sealed: string): Promise<Uint8Array> {
  const { cost, blockSize, parallel, salt, iv, tag, data } = JSON.parse(sealed) as Sealed
  const key = await keyFrom(passphrase, bytes(salt), { cost, blockSize, parallel })
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes(iv)).setAuthTag(bytes(tag))
    return new Uint8Array(Buffer.concat([decipher.update(bytes(data)), decipher.final()]))
  } catch {
    return raise('PASSPHRASE_WRONG', 'The passphrase does not open this signing key. Nothing was signed.')
  }
}

function keyFrom(
  passphrase: string,
  salt: Buffer,
  { cost, blockSize, parallel }: Pick<Sealed, 'cost' | 'blockSize' | 'parallel'>,
): Promise<Buffer> {
  const options: ScryptOptions = { N: cost, r: blockSize, p: parallel, maxmem: mostMemory }
  return new Promise((resolve, reject) => {
    // Composed, so that the same letters typed on another keyboard are the same passphrase.
    scrypt(passphrase.normalize('NFC'), salt, 32, options, (error, key) => (error ? reject(error) : resolve(key)))
  })
}
