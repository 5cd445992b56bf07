import { crc32, inflateSync } from 'node:zlib'
import { raise } from '#src/shared/contract/errors.ts'

const largestSide = 8000
const mostPixels = 24_000_000
const bitsByColour: Record<number, { depths: number[]; channels: number }> = {
  0: { depths: [1, 2, 4, 8, 16], channels: 1 },
  2: { depths: [8, 16], channels: 3 },
  3: { depths: [1, 2, 4, 8], channels: 1 },
  4: { depths: [8, 16], channels: 2 },
  6: { depths: [8, 16], channels: 4 },
}

/** Bytes of an image that pdfkit can embed without surprises, and its size in pixels. */
export interface CheckedImage {
  bytes: Uint8Array
  width: number
  height: number
}

const checked = new WeakMap<Uint8Array, CheckedImage>()

/** Checks a PNG or JPEG down to its pixels before a document is built around it. Raises NOT_AN_IMAGE, naming `what` it was meant for. */
export function checkImage(bytes: Uint8Array, what: string): CheckedImage {
  const known = checked.get(bytes)
  if (known) return known
  const image = isPng(bytes) ? checkPng(bytes, what) : isJpeg(bytes) ? checkJpeg(bytes, what) : undefined
  if (!image) raise('NOT_AN_IMAGE', `${what} is neither a PNG nor a JPEG image.`)
  if (image.width < 1 || image.height < 1) damaged(what)
  checked.set(bytes, image)
  return image
}

function isPng(bytes: Uint8Array): boolean {
  return [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a].every((byte, at) => bytes[at] === byte)
}

function isJpeg(bytes: Uint8Array): boolean {
  return bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff
}

/** Reads all chunks, checks their sums, unpacks the pixels and keeps only what a page needs. */
function checkPng(bytes: Uint8Array, what: string): CheckedImage {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const kept: Uint8Array[] = [bytes.subarray(0, 8)]
  const pixels: Uint8Array[] = []
  let at = 8
  let isEnded = false
  while (!isEnded) {
    const length = at + 12 <= bytes.length ? view.getUint32(at) : damaged(what)
    if (at + 12 + length > bytes.length) damaged(what)
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    if (crc32(bytes.subarray(at + 4, at + 8 + length)) !== view.getUint32(at + 8 + length)) damaged(what)
    if (['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND'].includes(name)) kept.push(bytes.subarray(at, at + 12 + length))
    if (name === 'IDAT') pixels.push(bytes.subarray(at + 8, at + 8 + length))
    isEnded = name === 'IEND'
    at += 12 + length
  }
  const [width, height, depth, colour, interlace] = [view.getUint32(16), view.getUint32(20), bytes[24] ?? 0, bytes[25] ?? 0, bytes[28] ?? 0]
  const kind = bitsByColour[colour]
  if (!kind?.depths.includes(depth) || interlace > 1) damaged(what)
  limitSize(width, height, what)
  const expected = (Math.ceil((width * kind.channels * depth) / 8) + 1) * height
  const unpacked = unpackedLength(pixels, expected * 2 + 4096, what)
  if (interlace === 0 ? unpacked !== expected : unpacked < expected - height) damaged(what)
  return { bytes: new Uint8Array(Buffer.concat(kept)), width, height }
}

function unpackedLength(pixels: Uint8Array[], limit: number, what: string): number {
  try {
    return inflateSync(Buffer.concat(pixels), { maxOutputLength: limit }).length
  } catch {
    return damaged(what)
  }
}

/** Walks the segments to the frame header and on to the picture data; the data itself must be closed by an end mark. */
function checkJpeg(bytes: Uint8Array, what: string): CheckedImage {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let size: { width: number; height: number } | undefined
  let at = 2
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) damaged(what)
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) {
      at++
      continue
    }
    const length = view.getUint16(at + 2)
    if (length < 2 || at + 2 + length > bytes.length) damaged(what)
    if (isFrameHeader(marker)) {
      if (![1, 3, 4].includes(bytes[at + 9] ?? 0)) damaged(what)
      size = { height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    }
    if (marker === 0xda) break
    at += 2 + length
  }
  const end = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).lastIndexOf(Buffer.from([0xff, 0xd9]))
  if (!size || end < at) damaged(what)
  limitSize(size.width, size.height, what)
  return { bytes, ...size }
}

function isFrameHeader(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
}

function limitSize(width: number, height: number, what: string): void {
  if (width > largestSide || height > largestSide || width * height > mostPixels) {
    raise(
      'NOT_AN_IMAGE',
      `${what} is ${width} × ${height} pixels; at most ${largestSide} on a side and ${mostPixels / 1e6} million in all can be used.`,
    )
  }
}

function damaged(what: string): never {
  return raise('NOT_AN_IMAGE', `${what} is damaged or cut off; its picture cannot be read.`)
}
