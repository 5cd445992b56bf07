import { crc32 } from 'node:zlib'

/** What an image's bytes are, whatever its name says: a whole PNG or JPEG, or null for anything else and for what is cut short or
 *  damaged. */
export function imageKind(bytes: Buffer): 'image/png' | 'image/jpeg' | null {
  if (isWholePng(bytes)) return 'image/png'
  return isWholeJpeg(bytes) ? 'image/jpeg' : null
}

const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** PNG (ISO 15948): chunks of length, type, data and checksum, from IHDR to IEND, with pixels in between. */
function isWholePng(bytes: Buffer): boolean {
  if (!bytes.subarray(0, 8).equals(pngSignature)) return false
  let hasPixels = false
  for (let at = 8; at + 12 <= bytes.length;) {
    const length = bytes.readUInt32BE(at)
    const end = at + 12 + length
    if (end > bytes.length || crc32(bytes.subarray(at + 4, end - 4)) !== bytes.readUInt32BE(end - 4)) return false
    const type = bytes.toString('latin1', at + 4, at + 8)
    if (at === 8 && (type !== 'IHDR' || length !== 13 || bytes.readUInt32BE(16) === 0 || bytes.readUInt32BE(20) === 0)) return false
    if (type === 'IEND') return hasPixels
    hasPixels ||= type === 'IDAT'
    at = end
  }
  return false
}

const startOfScan = 0xda

/** JPEG (ITU T.81): segments from the start marker to the scan, one of them a frame with a size, and the end marker last. */
function isWholeJpeg(bytes: Buffer): boolean {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return false
  let hasFrame = false
  for (let at = 2; at + 4 <= bytes.length;) {
    const marker = bytes[at + 1] ?? 0
    if (bytes[at] !== 0xff) return false
    if (marker === startOfScan) return hasFrame && bytes.lastIndexOf(Buffer.from([0xff, 0xd9])) > at
    hasFrame ||= isFrame(marker) && at + 9 <= bytes.length && bytes.readUInt16BE(at + 5) > 0 && bytes.readUInt16BE(at + 7) > 0
    at += 2 + bytes.readUInt16BE(at + 2)
  }
  return false
}

/** Start-of-frame markers; C4, C8 and CC in their midst are tables and extensions. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
}
