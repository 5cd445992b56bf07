import { expect, test } from 'vitest'
import { withoutMetadata } from '#src/main/engine/documents/page/imageMetadata.ts'
import { checkImage } from '#src/main/engine/documents/page/images.ts'
import { plainPng, smallJpeg } from './support/images.ts'

const place = 'GPS 38.7139 N 9.1334 W'

const segment = (marker: number, data: number[]) => [0xff, marker, (data.length + 2) >> 8, (data.length + 2) & 0xff, ...data]

/** A JPEG as a phone writes it: Exif with a place and which way up it is, in either order of bytes, and a comment. */
function phonePhoto(orientation: number, isLittle: boolean): Uint8Array {
  const word = (value: number) => (isLittle ? [value & 0xff, value >> 8] : [value >> 8, value & 0xff])
  const long = (value: number) => (isLittle ? [value, 0, 0, 0] : [0, 0, 0, value])
  const entry = [...word(0x0112), ...word(3), ...long(1), ...word(orientation), 0, 0]
  const tiff = [...(isLittle ? [0x49, 0x49] : [0x4d, 0x4d]), ...word(42), ...long(8), ...word(1), ...entry, ...long(0)]
  const letters = [...Buffer.from(place)]
  const notes = [...segment(0xe1, [...Buffer.from('Exif\0\0'), ...tiff, ...letters]), ...segment(0xfe, letters)]
  return Uint8Array.of(...smallJpeg.subarray(0, 2), ...notes, ...smallJpeg.subarray(2))
}

test.each([
  [6, true],
  [8, false],
])('a photo keeps which way up it is (%i) and loses where it was taken', (orientation, isLittle) => {
  const bare = Buffer.from(withoutMetadata(phonePhoto(orientation, isLittle)))
  expect(bare.includes('GPS')).toBe(false)
  const at = bare.indexOf('Exif')
  expect(bare[at + 6 + 19]).toBe(orientation)
  expect(checkImage(new Uint8Array(bare), 'It')).toMatchObject({ width: 8, height: 8 })
})

test('a photo that stands upright, and a PNG, keep nothing but the picture', () => {
  const bare = withoutMetadata(phonePhoto(1, true))
  expect(Buffer.compare(bare, smallJpeg)).toBe(0)
  const png = withoutMetadata(plainPng(4, 4))
  expect(Buffer.from(png).includes('Author')).toBe(false)
  expect(checkImage(png, 'It')).toMatchObject({ width: 4, height: 4 })
  const none = new TextEncoder().encode('no picture')
  expect(withoutMetadata(none)).toBe(none)
})
