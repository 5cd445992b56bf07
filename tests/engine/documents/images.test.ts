import { describe, expect, test } from 'vitest'
import { checkImage } from '#src/main/engine/documents/page/images.ts'
import { plainPng, smallJpeg } from './support/images.ts'

const refused = (message: RegExp): unknown => expect.objectContaining({ code: 'NOT_AN_IMAGE', message: expect.stringMatching(message) })

function changed(bytes: Uint8Array, at: number): Uint8Array {
  const copy = Uint8Array.from(bytes)
  copy[at] = (copy[at] ?? 0) ^ 0xff
  return copy
}

describe('pictures for a document', () => {
  test('a PNG and a JPEG are taken with their size; a PNG loses what a page does not need', () => {
    expect(checkImage(plainPng(30, 20), 'The logo')).toMatchObject({ width: 30, height: 20 })
    expect(checkImage(plainPng(30, 20, 6), 'The logo')).toMatchObject({ width: 30, height: 20 })
    expect(checkImage(smallJpeg, 'The logo')).toMatchObject({ width: 8, height: 8 })
    expect(Buffer.from(checkImage(plainPng(3, 2), 'The logo').bytes).includes('Nobody')).toBe(false)
  })

  test('something else is not', () => {
    for (const bytes of [new Uint8Array(), new TextEncoder().encode('GIF89a…'), new TextEncoder().encode('RIFF....WEBP')]) {
      expect(() => checkImage(bytes, 'The logo')).toThrow(refused(/^The logo is neither a PNG nor a JPEG image\.$/))
    }
  })

  test('one changed byte or a missing end of a PNG is noticed, wherever it is', () => {
    const png = plainPng(40, 40)
    for (let at = 8; at < png.length; at++) expect(() => checkImage(changed(png, at), 'The logo')).toThrow(refused(/.+/))
    for (let end = 8; end < png.length; end += 7) {
      expect(() => checkImage(png.slice(0, end), 'The logo')).toThrow(refused(/damaged or cut off/))
    }
  })

  test('a JPEG without an end or a size is noticed', () => {
    expect(() => checkImage(smallJpeg.slice(0, smallJpeg.length - 2), 'The logo')).toThrow(refused(/damaged or cut off/))
    expect(() => checkImage(smallJpeg.slice(0, 40), 'The logo')).toThrow(refused(/damaged or cut off/))
  })

  test('a picture of a size no page needs is refused before it is unpacked', () => {
    const png = plainPng(10, 10)
    const view = new DataView(png.buffer)
    view.setUint32(16, 60_000)
    expect(() => checkImage(png, 'The logo')).toThrow(refused(/.+/))
    expect(() => checkImage(plainPng(9000, 1), 'The logo')).toThrow(refused(/9000 × 1 pixels; at most 8000/))
  })
})
