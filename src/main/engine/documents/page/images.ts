import { crc32, deflateSync } from 'node:zlib'
import { raise } from '#src/shared/contract/errors.ts'
import { decodePng, type Pixels, type PngParts } from './png.ts'
import { reduced } from './reduced.ts'

const largestSide = 8000
const mostPixels = 24_000_000

/** A picture that has been read down to its pixels and can be drawn in any number of documents. */
export interface CheckedImage {
  width: number
  height: number
  /** Its colours are amounts of ink (CMYK), which PDF/A takes only beside a description of the press. */
  isInk: boolean
  /** What pdfkit draws. */
  source(doc: PDFKit.PDFDocument): PDFKit.Mixins.ImageSrc
}

const checked = new WeakMap<Uint8Array, CheckedImage>()

/** Checks a PNG or JPEG before a document is built around it. Raises NOT_AN_IMAGE, naming `what` it was meant for. */
export function checkImage(bytes: Uint8Array, what: string): CheckedImage {
  const known = checked.get(bytes)
  if (known) return known
  const image = isPng(bytes) ? readPng(bytes, what) : isJpeg(bytes) ? readJpeg(bytes, what) : undefined
  if (!image) raise('NOT_AN_IMAGE', `${what} is neither a PNG nor a JPEG image.`)
  checked.set(bytes, image)
  return image
}

function isPng(bytes: Uint8Array): boolean {
  return [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a].every((byte, at) => bytes[at] === byte)
}

function isJpeg(bytes: Uint8Array): boolean {
  return bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff
}

/** pdfkit decodes transparent PNGs on another thread: two in one document end in any order, and a broken one ends the process. So they are decoded here. */
function readPng(bytes: Uint8Array, what: string): CheckedImage {
  const parts = pngParts(bytes, what)
  limitSize(parts.width, parts.height, what)
  const pixels = reduced(decodePng(parts) ?? damaged(what))
  const { width, height } = pixels
  const [colour, alpha] = [deflateSync(pixels.colour), pixels.alpha && deflateSync(pixels.alpha)]
  const embedded = new WeakMap<PDFKit.PDFDocument, PDFKit.Mixins.ImageSrc>()
  return {
    width,
    height,
    isInk: false,
    source(doc) {
      const known = embedded.get(doc) ?? embed(doc, pixels, colour, alpha)
      embedded.set(doc, known)
      return known
    },
  }
}

/** How many pictures each document has got from here; their names must be the same each time it is drawn. */
const counts = new WeakMap<PDFKit.PDFDocument, number>()

/** An image as pdfkit keeps one once it has read it: its size, its name on the page and its object in the file. */
function embed(doc: PDFKit.PDFDocument, pixels: Pixels, colour: Buffer, alpha: Buffer | undefined): PDFKit.Mixins.ImageSrc {
  const { width, height, channels } = pixels
  const shape = { Type: 'XObject', Subtype: 'Image', Width: width, Height: height, BitsPerComponent: 8, Filter: 'FlateDecode' }
  const mask = alpha && doc.ref({ ...shape, ColorSpace: 'DeviceGray', Decode: [0, 1] })
  mask?.end(alpha)
  const obj = doc.ref({ ...shape, ColorSpace: channels === 3 ? 'DeviceRGB' : 'DeviceGray', ...(mask ? { SMask: mask } : {}) })
  obj.end(colour)
  const count = (counts.get(doc) ?? 0) + 1
  counts.set(doc, count)
  return { width, height, label: `Png${count}`, obj } as unknown as PDFKit.Mixins.ImageSrc
}

/** Reads all chunks and checks their sums. */
function pngParts(bytes: Uint8Array, what: string): PngParts {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const found: Record<string, Uint8Array[]> = { IHDR: [], PLTE: [], tRNS: [], IDAT: [] }
  for (let at = 8, name = ''; name !== 'IEND';) {
    const length = at + 12 <= bytes.length ? view.getUint32(at) : damaged(what)
    if (at + 12 + length > bytes.length) damaged(what)
    name = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    if (crc32(bytes.subarray(at + 4, at + 8 + length)) !== view.getUint32(at + 8 + length)) damaged(what)
    found[name]?.push(bytes.subarray(at + 8, at + 8 + length))
    at += 12 + length
  }
  const [head] = found['IHDR'] ?? []
  if (head?.length !== 13) return damaged(what)
  const size = new DataView(head.buffer, head.byteOffset, 13)
  return {
    width: size.getUint32(0),
    height: size.getUint32(4),
    depth: head[8] ?? 0,
    kind: head[9] ?? 0,
    isInterlaced: head[12] === 1,
    palette: found['PLTE']?.[0] ?? new Uint8Array(),
    transparency: found['tRNS']?.[0] ?? new Uint8Array(),
    data: Buffer.concat(found['IDAT'] ?? []),
  }
}

/** Walks the segments to the frame header and on to the picture data; the data itself must be closed by an end mark. */
function readJpeg(bytes: Uint8Array, what: string): CheckedImage {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let size: { width: number; height: number; isInk: boolean } | undefined
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
      size = { height: view.getUint16(at + 5), width: view.getUint16(at + 7), isInk: bytes[at + 9] === 4 }
    }
    if (marker === 0xda) break
    at += 2 + length
  }
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (!size || data.lastIndexOf(Buffer.of(0xff, 0xd9)) < at) damaged(what)
  limitSize(size.width, size.height, what)
  return { ...size, source: () => data }
}

function isFrameHeader(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
}

function limitSize(width: number, height: number, what: string): void {
  if (width < 1 || height < 1) damaged(what)
  if (width > largestSide || height > largestSide || width * height > mostPixels) {
    const limit = `at most ${largestSide} on a side and ${mostPixels / 1e6} million in all can be used`
    raise('NOT_AN_IMAGE', `${what} is ${width} × ${height} pixels; ${limit}.`)
  }
}

function damaged(what: string): never {
  return raise('NOT_AN_IMAGE', `${what} is damaged or cut off; its picture cannot be read.`)
}
