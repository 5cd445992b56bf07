/** The permutation of RFC 2268, 2, made from the digits of pi. */
const permutation = Buffer.from(
  'd978f9c419ddb5ed28e9fd794aa0d89dc67e37832b76538e624c6488448bfba2179a59f587b34f1361456d8d09817d32' +
    'bd8f40eb86b77b0bf09521225c6b4e8254d66593ce60b21c7356c014a78cf1dc1275ca1f3bbee4d1423dd430a33cb626' +
    '6fbf0eda4669075727f21d9bbc944303f811c7f690ef3ee706c3d52fc8661ed708e8eade8052eef784aa72ac354d6a2a' +
    '961ad2715a1549744b9fd05e0418a4ecc2e0416e0f51cbcc2491af50a1f47039997c3a8523b8b47afc02365b25559731' +
    '2d5dfa98e38a92ae05df2910676cbac9d300e6cfe19ea82c6316013f58e289a90d38341bab33ffb0bb480c5fb9b1cd2e' +
    'c5f3db47e5a59c770aa62068fe7fc1ad',
  'hex',
)

/** Undoes RC2 in CBC mode (RFC 2268) and its padding. Old key files lock their certificates with it and Node no longer has it; nothing is
 *  ever locked with it here. `bits` is the key's effective length. Undefined where the padding says that the key is wrong. */
export function unlockRc2(data: Uint8Array, key: Uint8Array, iv: Uint8Array, bits: number): Uint8Array | undefined {
  if (data.length === 0 || data.length % 8 !== 0) return undefined
  const words = expandedKey(key, bits)
  const out = new Uint8Array(data.length)
  let previous = iv
  for (let at = 0; at < data.length; at += 8) {
    const block = data.subarray(at, at + 8)
    out.set(
      unlockBlock(block, words).map((byte, index) => byte ^ (previous[index] ?? 0)),
      at,
    )
    previous = block
  }
  const padding = out.at(-1) ?? 0
  const isPadded = padding >= 1 && padding <= 8 && out.subarray(-padding).every((byte) => byte === padding)
  return isPadded ? out.subarray(0, out.length - padding) : undefined
}

function permuted(index: number): number {
  return permutation[index & 0xff] ?? 0
}

function expandedKey(key: Uint8Array, bits: number): Uint16Array {
  const bytes = new Uint8Array(128)
  bytes.set(key)
  const at = (index: number): number => bytes[index] ?? 0
  for (let index = key.length; index < 128; index++) bytes[index] = permuted(at(index - 1) + at(index - key.length))
  const length = Math.ceil(bits / 8)
  bytes[128 - length] = permuted(at(128 - length) & (0xff >> (8 * length - bits)))
  for (let index = 127 - length; index >= 0; index--) bytes[index] = permuted(at(index + 1) ^ at(index + length))
  return Uint16Array.from({ length: 64 }, (_, index) => at(index * 2) | (at(index * 2 + 1) << 8))
}

const shifts = [1, 2, 3, 5] as const
/** Rounds of mixing, last to first, after which a round of mashing is undone. */
const mashAfter = new Set([11, 5])

function unlockBlock(block: Uint8Array, key: Uint16Array): Uint8Array {
  const words = Uint16Array.from({ length: 4 }, (_, at) => (block[at * 2] ?? 0) | ((block[at * 2 + 1] ?? 0) << 8))
  const word = (at: number): number => words[(at + 4) % 4] ?? 0
  for (let round = 15; round >= 0; round--) {
    for (let at = 3; at >= 0; at--) {
      const shift = shifts[at] ?? 1
      const turned = (word(at) >> shift) | (word(at) << (16 - shift))
      const mixed = (key[round * 4 + at] ?? 0) + (word(at - 1) & word(at - 2)) + (~word(at - 1) & word(at - 3))
      words[at] = turned - mixed
    }
    if (mashAfter.has(round)) for (let at = 3; at >= 0; at--) words[at] = word(at) - (key[word(at - 1) & 63] ?? 0)
  }
  return Uint8Array.from({ length: 8 }, (_, at) => (word(at >> 1) >> (at % 2 === 0 ? 0 : 8)) & 0xff)
}
