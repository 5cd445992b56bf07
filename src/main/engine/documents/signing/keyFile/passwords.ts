import { createHash, pbkdf2Sync } from 'node:crypto'
import { fault } from './asn1.ts'

/** How a key file's passphrase becomes a key: what for, and with which salt. */
interface Derivation {
  /** 1 a key, 2 a start value, 3 a key for the seal (RFC 7292, B.3). */
  purpose: 1 | 2 | 3
  /** Digest, as Node calls it. */
  digest: string
  salt: Uint8Array
  iterations: number
  length: number
}

/** More rounds than any program uses; a file must not keep the machine busy for hours. */
const mostIterations = 2_000_000

/** The key that PKCS#12 itself derives from a passphrase (RFC 7292, appendix B). `password` as `wideText` gives it. */
export function derivedKey(password: Uint8Array, { purpose, digest, salt, iterations, length }: Derivation): Uint8Array {
  expectBearable(iterations)
  const hash = (...parts: Uint8Array[]): Buffer => parts.reduce((made, part) => made.update(part), createHash(digest)).digest()
  const blockLength = digest === 'sha384' || digest === 'sha512' ? 128 : 64
  const mark = new Uint8Array(blockLength).fill(purpose)
  const blocks = Buffer.concat([filled(salt, blockLength), filled(password, blockLength)])
  const out: Buffer[] = []
  for (let made = 0; made < length;) {
    let digested = hash(mark, blocks)
    for (let round = 1; round < iterations; round++) digested = hash(digested)
    out.push(digested)
    made += digested.length
    const addend = filled(digested, blockLength).subarray(0, blockLength)
    for (let at = 0; at < blocks.length; at += blockLength) addPlusOne(blocks.subarray(at, at + blockLength), addend)
  }
  return new Uint8Array(Buffer.concat(out).subarray(0, length))
}

/** The key of the newer scheme (PBKDF2, RFC 8018), from the passphrase in UTF-8. */
export function stretchedKey(passphrase: string, salt: Uint8Array, iterations: number, length: number, digest: string): Uint8Array {
  expectBearable(iterations)
  return new Uint8Array(pbkdf2Sync(passphrase, salt, iterations, length, digest))
}

/** A passphrase as PKCS#12 wants it: UTF-16, high byte first, with a zero at the end. */
export function wideText(passphrase: string): Uint8Array {
  return new Uint8Array(Buffer.from(`${passphrase}\0`, 'utf16le').swap16())
}

function expectBearable(iterations: number): void {
  if (!Number.isSafeInteger(iterations) || iterations < 1 || iterations > mostIterations)
    fault('It asks for more work than any program does to open a file.')
}

/** The bytes over and over, up to a whole number of blocks. */
function filled(bytes: Uint8Array, blockLength: number): Uint8Array {
  const length = Math.ceil(bytes.length / blockLength) * blockLength
  return Uint8Array.from({ length }, (_, at) => bytes[at % bytes.length] ?? 0)
}

/** Adds `addend` and one to `block`, both big numbers of the same length; what runs over is dropped. */
function addPlusOne(block: Buffer, addend: Uint8Array): void {
  let carry = 1
  for (let at = block.length - 1; at >= 0; at--) {
    carry += (block[at] ?? 0) + (addend[at] ?? 0)
    block[at] = carry & 0xff
    carry >>= 8
  }
}
