import { inflateSync } from 'node:zlib'
import { PDF, PdfDict, PdfStream } from '@libpdf/core'
import { describe, expect, test } from 'vitest'
import { checkImage } from '#src/main/engine/documents/page/images.ts'
import { createDocument, documentBytes } from '#src/main/engine/documents/page/document.ts'
import { plainPng, png, smallJpeg } from './support/images.ts'

const refused = (message: RegExp): unknown => expect.objectContaining({ code: 'NOT_AN_IMAGE', message: expect.stringMatching(message) })

function changed(bytes: Uint8Array, at: number): Uint8Array {
  const copy = Uint8Array.from(bytes)
  copy[at] = (copy[at] ?? 0) ^ 0xff
  return copy
}

/** Draws a picture in a PDF and reads its pixels back out of it. */
async function pixelsInPdf(
  ...pictures: Uint8Array[]
): Promise<{ width: number; space: string; colour: number[]; alpha: number[] | undefined }[]> {
  const doc = createDocument({ title: '', author: '', language: 'en', createdAt: new Date(0) }, [400, 400])
  doc.addPage()
  for (const bytes of pictures) doc.image(checkImage(bytes, 'The logo').source(doc), 10, 10, { width: 50 })
  const pdf = await PDF.load(await documentBytes(doc))
  const resolve = pdf.getObject.bind(pdf)
  const objects = pdf.getPage(0)?.dict.getDict('Resources', resolve)?.getDict('XObject', resolve) ?? new PdfDict()
  return Array.from(objects, ([, reference]) => {
    const image = reference.type === 'ref' ? resolve(reference) : reference
    if (!(image instanceof PdfStream)) throw new Error('There is no picture in the PDF.')
    const mask = image.get('SMask', resolve)
    return {
      width: image.getNumber('Width')?.value ?? 0,
      space: image.getName('ColorSpace')?.value ?? '',
      colour: [...inflateSync(image.data)],
      alpha: mask instanceof PdfStream ? [...inflateSync(mask.data)] : undefined,
    }
  })
}

function row(...values: number[]): Uint8Array {
  return Uint8Array.from(values)
}

describe('pictures for a document', () => {
  test('a PNG and a JPEG are taken with their size', () => {
    expect(checkImage(plainPng(30, 20), 'The logo')).toMatchObject({ width: 30, height: 20 })
    expect(checkImage(plainPng(30, 20, 6), 'The logo')).toMatchObject({ width: 30, height: 20 })
    expect(checkImage(smallJpeg, 'The logo')).toMatchObject({ width: 8, height: 8 })
  })

  test('something else is not', () => {
    for (const bytes of [new Uint8Array(), new TextEncoder().encode('GIF89a…'), new TextEncoder().encode('RIFF....WEBP')]) {
      expect(() => checkImage(bytes, 'The logo')).toThrow(refused(/^The logo is neither a PNG nor a JPEG image\.$/))
    }
  })

  test('one changed byte or a missing end of a PNG is noticed, wherever it is', () => {
    const picture = plainPng(40, 40)
    for (let at = 8; at < picture.length; at++) expect(() => checkImage(changed(picture, at), 'The logo')).toThrow(refused(/.+/))
    for (let end = 8; end < picture.length; end += 7) {
      expect(() => checkImage(picture.slice(0, end), 'The logo')).toThrow(refused(/damaged or cut off/))
    }
  })

  test('a JPEG without an end or a size is noticed', () => {
    expect(() => checkImage(smallJpeg.slice(0, smallJpeg.length - 2), 'The logo')).toThrow(refused(/damaged or cut off/))
    expect(() => checkImage(smallJpeg.slice(0, 40), 'The logo')).toThrow(refused(/damaged or cut off/))
  })

  test('a picture larger than any page needs is refused before it is unpacked', () => {
    expect(() => checkImage(plainPng(9000, 1), 'The logo')).toThrow(refused(/9000 × 1 pixels; at most 8000/))
    const huge = png({ width: 7000, height: 7000, depth: 8, kind: 2 }, [new Uint8Array(3)])
    expect(() => checkImage(huge, 'The logo')).toThrow(refused(/24 million in all/))
  })

  test('data that does not fill its picture, or overfills it, is noticed', () => {
    const line = new Uint8Array(12)
    expect(() => checkImage(png({ width: 4, height: 3, depth: 8, kind: 2 }, [line, line]), 'The logo')).toThrow(refused(/damaged/))
    expect(() => checkImage(png({ width: 4, height: 1, depth: 8, kind: 2 }, [line, line]), 'The logo')).toThrow(refused(/damaged/))
  })
})

describe('what a PDF shows of a PNG', () => {
  const colour = [row(250, 10, 30, 200, 60, 90), row(1, 2, 3, 255, 128, 0), row(77, 78, 79, 0, 255, 17)]

  test.each([0, 1, 2, 3, 4])('filter %i gives the pixels back', async (filter) => {
    const [image] = await pixelsInPdf(png({ width: 2, height: 3, depth: 8, kind: 2 }, colour, { filter }))
    expect(image).toEqual({ width: 2, space: 'DeviceRGB', colour: colour.flatMap((line) => [...line]), alpha: undefined })
  })

  test.each([
    [
      'grey, one bit',
      png({ width: 9, height: 1, depth: 1, kind: 0 }, [row(0b1010_0000, 0b1000_0000)]),
      'DeviceGray',
      [255, 0, 255, 0, 0, 0, 0, 0, 255],
      undefined,
    ],
    ['grey, four bits', png({ width: 3, height: 1, depth: 4, kind: 0 }, [row(0x0f, 0x80)]), 'DeviceGray', [0, 255, 136], undefined],
    [
      'colour, sixteen bits',
      png({ width: 1, height: 1, depth: 16, kind: 2 }, [row(250, 1, 10, 2, 30, 3)]),
      'DeviceRGB',
      [250, 10, 30],
      undefined,
    ],
    ['grey with alpha', png({ width: 2, height: 1, depth: 8, kind: 4 }, [row(9, 255, 8, 0)]), 'DeviceGray', [9, 8], [255, 0]],
    ['colour with alpha', png({ width: 1, height: 1, depth: 8, kind: 6 }, [row(9, 8, 7, 128)]), 'DeviceRGB', [9, 8, 7], [128]],
    [
      'palette, two bits, partly transparent',
      png({ width: 3, height: 1, depth: 2, kind: 3 }, [row(0b00_01_10_00)], {
        palette: row(1, 2, 3, 4, 5, 6, 7, 8, 9),
        transparency: row(0, 128),
      }),
      'DeviceRGB',
      [1, 2, 3, 4, 5, 6, 7, 8, 9],
      [0, 128, 255],
    ],
    [
      'grey with one transparent value',
      png({ width: 2, height: 1, depth: 8, kind: 0 }, [row(7, 9)], { transparency: row(0, 7) }),
      'DeviceGray',
      [7, 9],
      [0, 255],
    ],
  ])('%s', async (_, bytes, space, samples, alpha) => {
    expect(await pixelsInPdf(bytes)).toEqual([expect.objectContaining({ space, colour: samples, alpha })])
  })

  test('an interlaced picture is put together from its passes', async () => {
    // Three by three pixels: the passes hold 1, 0, 0, 1, 2, 2 and 3 of them.
    const passes = [row(1), row(3), row(7, 9), row(2), row(8), row(4, 5, 6)]
    const [image] = await pixelsInPdf(png({ width: 3, height: 3, depth: 8, kind: 0, interlaced: true }, passes))
    expect(image?.colour).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
  })

  test('a large picture is made smaller by taking means', async () => {
    const wide = png({ width: 3200, height: 2, depth: 8, kind: 0 }, [new Uint8Array(3200).fill(10), new Uint8Array(3200).fill(20)])
    const [image] = await pixelsInPdf(wide)
    expect(image?.width).toBe(1600)
    expect(new Set(image?.colour)).toEqual(new Set([15]))
  })

  test('several pictures in one document end in the same order each time', async () => {
    const pictures = [plainPng(700, 500, 6), plainPng(20, 20, 6), plainPng(300, 3, 2)]
    expect((await pixelsInPdf(...pictures)).map(({ width }) => width)).toEqual([700, 20, 300])
  })
})
