import { unpackedData } from '../pdf/filters.ts'
import type { PdfFile } from '../pdf/file.ts'
import { latin1 } from '../pdf/lexer.ts'
import { isStream, nameOf, PdfFault, type PdfDictionary, type PdfStream } from '../pdf/values.ts'

/** Operators that put words or pictures on a page. */
const showing = new Set(['Tj', 'TJ', "'", '"', 'sh', 'BI'])
const filling = new Set(['f', 'F', 'f*', 'B', 'B*', 'b', 'b*'])
/** Thicker lines hide what they cross out. */
const thickestLine = 4
const deepest = 3

/** Whether a comment on words leaves them to be read: it draws lines and see-through areas, and neither words nor pictures of its own.
 *  Without a look in the file, viewers draw their own. */
export function isPlainMarkup(file: PdfFile, annotation: PdfDictionary): boolean {
  const looks = annotation.entries.get('AP')
  if (looks === undefined) return true
  const look = file.resolve(file.dictionary(looks)?.entries.get('N'))
  return isStream(look) && isPlain(file, look, false, 0)
}

function isPlain(file: PdfFile, look: PdfStream, isMultiplied: boolean, depth: number): boolean {
  const operators = operatorsIn(look)
  if (depth > deepest || !operators || operators.some((operator) => showing.has(operator))) return false
  const resources = file.dictionary(look.dictionary.entries.get('Resources'))
  const states = dictionariesIn(file, resources, 'ExtGState')
  const isSeeThrough = isMultiplied || states.some((state) => nameOf(file.resolve(state.entries.get('BM'))) === 'Multiply')
  if (!isSeeThrough && operators.some((operator) => filling.has(operator))) return false
  if (operators.some((operator, at) => operator === 'w' && Number(operators[at - 1]) > thickestLine)) return false
  if (!operators.includes('Do')) return true
  const drawn = [...(file.dictionary(resources?.entries.get('XObject'))?.entries.values() ?? [])].map((value) => file.resolve(value))
  return drawn.every(
    (one) => isStream(one) && nameOf(one.dictionary.entries.get('Subtype')) === 'Form' && isPlain(file, one, isSeeThrough, depth + 1),
  )
}

function operatorsIn(look: PdfStream): string[] | undefined {
  try {
    return latin1(unpackedData(look)).split(/[\s/[\]()<>]+/)
  } catch (error) {
    if (error instanceof PdfFault) return undefined
    throw error
  }
}

function dictionariesIn(file: PdfFile, resources: PdfDictionary | undefined, key: string): PdfDictionary[] {
  const held = file.dictionary(resources?.entries.get(key))
  return [...(held?.entries.values() ?? [])].flatMap((value) => file.dictionary(value) ?? [])
}
