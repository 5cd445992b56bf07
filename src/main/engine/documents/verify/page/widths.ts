import type { PdfFile } from '../pdf/file.ts'
import { fault, isReference, nameOf, type PdfDictionary, type PdfText, type PdfValue } from '../pdf/values.ts'

/** How a font sets a string: the width of each glyph in parts of the size, and whether it is a space of one byte. */
export type Setting = (text: PdfText) => { width: number; isSpace: boolean }[]

const settings = new WeakMap<PdfFile, Map<number, Setting>>()

/** Reads a font's widths. Faults at fonts whose widths do not stand in the file. */
export function settingOf(file: PdfFile, font: PdfValue | undefined): Setting {
  const number = isReference(font) ? font.number : undefined
  const known = settings.get(file) ?? new Map<number, Setting>()
  settings.set(file, known)
  const found = number === undefined ? undefined : known.get(number)
  if (found) return found
  const dictionary = file.dictionary(font) ?? fault('Text is set in a font that is not there.')
  const setting = nameOf(dictionary.entries.get('Subtype')) === 'Type0' ? composite(file, dictionary) : simple(file, dictionary)
  if (number !== undefined) known.set(number, setting)
  return setting
}

function simple(file: PdfFile, { entries }: PdfDictionary): Setting {
  const widths = file.list(entries.get('Widths'))?.map((width) => file.resolve(width))
  const first = file.resolve(entries.get('FirstChar'))
  if (!widths || typeof first !== 'number' || nameOf(entries.get('Subtype')) === 'Type3') return fault('A font has no widths.')
  const missing = file.resolve(file.dictionary(entries.get('FontDescriptor'))?.entries.get('MissingWidth'))
  const otherwise = typeof missing === 'number' ? missing : 0
  return ({ bytes }) =>
    Array.from(bytes, (code) => {
      const width = widths[code - first]
      return { width: (typeof width === 'number' ? width : otherwise) / 1000, isSpace: code === 32 }
    })
}

/** Fonts whose codes are two bytes, the number of the glyph's width. */
function composite(file: PdfFile, { entries }: PdfDictionary): Setting {
  if (nameOf(entries.get('Encoding')) !== 'Identity-H') fault('A font’s codes are of unknown length.')
  const font = file.dictionary(file.list(entries.get('DescendantFonts'))?.[0]) ?? fault('A font is incomplete.')
  const usual = file.resolve(font.entries.get('DW'))
  const otherwise = typeof usual === 'number' ? usual : 1000
  const widths = widthsOf(file, file.list(font.entries.get('W')) ?? [])
  return ({ bytes }) =>
    Array.from({ length: Math.floor(bytes.length / 2) }, (_, at) => {
      const code = ((bytes[2 * at] ?? 0) << 8) | (bytes[2 * at + 1] ?? 0)
      return { width: (widths.get(code) ?? otherwise) / 1000, isSpace: false }
    })
}

/** `first [w w w]` gives each its width, `first last w` all the same (ISO 32000-2, 9.7.4.3). */
function widthsOf(file: PdfFile, list: readonly PdfValue[]): Map<number, number> {
  const widths = new Map<number, number>()
  for (let at = 0; at < list.length;) {
    const first = file.resolve(list[at])
    const second = file.resolve(list[at + 1])
    if (typeof first !== 'number') return fault('A font’s widths are not well formed.')
    if (Array.isArray(second)) {
      second.forEach((width, index) => {
        const value = file.resolve(width)
        if (typeof value === 'number') widths.set(first + index, value)
      })
      at += 2
    } else {
      const width = file.resolve(list[at + 2])
      if (typeof second !== 'number' || typeof width !== 'number' || second > 0xffff) return fault('A font’s widths are not well formed.')
      for (let code = first; code <= second; code++) widths.set(code, width)
      at += 3
    }
  }
  return widths
}
