import type { ReadPdf } from '../../reading/content.ts'
import { glyphsOn, type Point } from '../page/glyphs.ts'
import type { PdfFile } from '../pdf/file.ts'
import type { PdfDictionary } from '../pdf/values.ts'
import { isReadablePage } from '../page/drawingCost.ts'
import { dictionaryAt, pagesOf } from '../roles.ts'
import type { Place } from './kinds.ts'

/** Marks those allowed changes that draw on words of the document as it was signed, which may hide or imitate them, and so are not allowed
 *  after all. */
export async function refuseCovering(places: readonly Place[], signed: PdfFile, readPdf: ReadPdf): Promise<void> {
  if (places.length === 0) return
  const glyphs = new Map<number, Point[] | undefined>()
  for (const { page } of places) if (!glyphs.has(page)) glyphs.set(page, glyphsOfPage(signed, page))
  const suspects = places.filter(({ change, page, rect }) => change.isAllowed && mayCover(rect, glyphs.get(page)))
  if (suspects.length === 0) return
  // Lines of dots to write on are glyphs as well; only reading them tells words apart. What cannot be read may be words.
  const pages = [...new Set(suspects.map(({ page }) => page))].filter((page) => isReadable(signed, page))
  const read = pages.length > 0 ? await readPdf(signed.bytes, { words: pages }).catch(() => null) : null
  for (const { change, page, rect } of suspects) {
    const words = read?.words[page]
    const isOnWords = !words || words.some((word) => /[\p{L}\p{N}]/u.test(word.text) && isInside(middleOf(word.rect), rect))
    if (isOnWords && change.isAllowed) Object.assign(change, { isAllowed: false, text: `${change.text}, over words of page ${page}` })
  }
}

function glyphsOfPage(file: PdfFile, page: number): Point[] | undefined {
  const dictionary = pageOf(file, page)
  return dictionary && glyphsOn(file, dictionary)
}

function pageOf(file: PdfFile, page: number): PdfDictionary | undefined {
  const [number] = [...pagesOf(file)].find(([, at]) => at === page) ?? []
  return number === undefined ? undefined : dictionaryAt(file, number)
}

function isReadable(file: PdfFile, page: number): boolean {
  const dictionary = pageOf(file, page)
  return dictionary !== undefined && isReadablePage(file, dictionary)
}

function mayCover(rect: Place['rect'], glyphs: readonly Point[] | undefined): boolean {
  return glyphs === undefined || glyphs.some((glyph) => isInside(glyph, rect))
}

function middleOf([left, bottom, right, top]: Place['rect']): Point {
  return [(left + right) / 2, (bottom + top) / 2]
}

function isInside([x, y]: Point, [left, bottom, right, top]: Place['rect']): boolean {
  return x > left && x < right && y > bottom && y < top
}
