/** The picture without what cameras and programs write beside it: places, serial numbers, names, comments. What decides how it looks (its
 *  colours, which way up it is) stays. For PNG and JPEG; anything else comes back as it is, and what is damaged stays so. */
export function withoutMetadata(bytes: Uint8Array): Uint8Array {
  if (bytes[0] === 0x89) return barePng(bytes)
  return bytes[0] === 0xff && bytes[1] === 0xd8 ? bareJpeg(bytes) : bytes
}

const pngNotes = new Set(['tEXt', 'zTXt', 'iTXt', 'eXIf', 'tIME'])

function barePng(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const kept = [bytes.subarray(0, 8)]
  for (let at = 8, name = ''; name !== 'IEND' && at + 12 <= bytes.length;) {
    const end = at + 12 + view.getUint32(at)
    name = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    if (!pngNotes.has(name)) kept.push(bytes.subarray(at, end))
    at = end
  }
  return new Uint8Array(Buffer.concat(kept))
}

/** Segments that matter for the looks: JFIF, the colour profile, and how Adobe's colours are meant. */
const shown = new Set([0xe0, 0xe2, 0xee])
const startOfScan = 0xda

function bareJpeg(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const kept = [bytes.subarray(0, 2)]
  let orientation = 1
  let at = 2
  while (at + 4 <= bytes.length && bytes[at] === 0xff && bytes[at + 1] !== startOfScan) {
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) {
      at++
      continue
    }
    const end = at + 2 + view.getUint16(at + 2)
    const isNote = (marker >= 0xe0 && marker <= 0xef && !shown.has(marker)) || marker === 0xfe
    if (marker === 0xe1) orientation = orientationIn(bytes.subarray(at + 4, end)) ?? orientation
    if (!isNote) kept.push(bytes.subarray(at, end))
    at = end
  }
  if (orientation !== 1) kept.splice(1, 0, orientationSegment(orientation))
  return new Uint8Array(Buffer.concat([...kept, bytes.subarray(at)]))
}

const exif = [0x45, 0x78, 0x69, 0x66, 0, 0]
const orientationTag = 0x0112

/** Which way up a camera says the picture is, 1 to 8 (Exif 2.32, tag 274). */
function orientationIn(segment: Uint8Array): number | null {
  if (segment.length < 20 || !exif.every((byte, at) => segment[at] === byte)) return null
  const tiff = new DataView(segment.buffer, segment.byteOffset + exif.length, segment.length - exif.length)
  const isLittle = tiff.getUint16(0) === 0x4949
  const start = tiff.getUint32(4, isLittle)
  if (start + 2 > tiff.byteLength) return null
  const count = tiff.getUint16(start, isLittle)
  for (let entry = 0; entry < count && start + 14 + entry * 12 <= tiff.byteLength; entry++) {
    const at = start + 2 + entry * 12
    if (tiff.getUint16(at, isLittle) !== orientationTag) continue
    const value = tiff.getUint16(at + 8, isLittle)
    return value >= 1 && value <= 8 ? value : null
  }
  return null
}

function orientationSegment(orientation: number): Uint8Array {
  const tiff = [0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0]
  const length = 2 + exif.length + tiff.length
  return Uint8Array.of(0xff, 0xe1, length >> 8, length & 0xff, ...exif, ...tiff)
}
