import { inflateSync } from 'node:zlib'
import { paeth } from '../../page/png.ts'
import { fault, isDictionary, nameOf, type PdfDictionary, type PdfStream, type PdfValue } from './values.ts'

/** More than any table of objects needs; a small stream must not unpack into all of memory. */
const mostUnpacked = 128 * 1024 * 1024

/** The data of a stream of objects or cross-references, unpacked. Only what such streams use is known: none or Flate, with PNG
 *  predictors. */
export function unpackedData({ dictionary, data }: PdfStream): Uint8Array {
  const filter = single(dictionary.entries.get('Filter'))
  if (filter === undefined || filter === null) return data
  const name = nameOf(filter)
  if (name !== 'FlateDecode' && name !== 'Fl') fault(`Objects are packed with ${name ?? 'an unknown filter'}.`)
  const parameters = single(dictionary.entries.get('DecodeParms'))
  const unpacked = inflate(data)
  return isDictionary(parameters) ? withoutPredictor(unpacked, parameters) : unpacked
}

function inflate(data: Uint8Array): Uint8Array {
  try {
    return inflateSync(data, { maxOutputLength: mostUnpacked })
  } catch {
    return fault('A packed stream cannot be unpacked.')
  }
}

function withoutPredictor(data: Uint8Array, parameters: PdfDictionary): Uint8Array {
  const number = (key: string, otherwise: number): number => {
    const value = parameters.entries.get(key)
    return typeof value === 'number' ? value : otherwise
  }
  const predictor = number('Predictor', 1)
  if (predictor === 1) return data
  const bits = number('Colors', 1) * number('BitsPerComponent', 8)
  const columns = Math.ceil((bits * number('Columns', 1)) / 8)
  if (predictor < 10 || bits !== 8 || columns < 1 || columns > 1_000_000) fault('Objects are packed with an unknown predictor.')
  const rows = Math.floor(data.length / (columns + 1))
  const out = new Uint8Array(rows * columns)
  for (let row = 0; row < rows; row++) undoRow(data, out, row, columns)
  return out
}

/** Undoes one row of PNG prediction with one byte a pixel: none, left, above, average, Paeth. */
function undoRow(data: Uint8Array, out: Uint8Array, row: number, columns: number): void {
  const kind = data[row * (columns + 1)] ?? 0
  for (let column = 0; column < columns; column++) {
    const at = row * columns + column
    const left = column > 0 ? (out[at - 1] ?? 0) : 0
    const above = row > 0 ? (out[at - columns] ?? 0) : 0
    const corner = column > 0 && row > 0 ? (out[at - columns - 1] ?? 0) : 0
    out[at] = (data[row * (columns + 1) + column + 1] ?? 0) + predicted(kind, left, above, corner)
  }
}

function predicted(kind: number, left: number, above: number, corner: number): number {
  switch (kind) {
    case 0:
      return 0
    case 1:
      return left
    case 2:
      return above
    case 3:
      return (left + above) >> 1
    case 4:
      return paeth(left, above, corner)
    default:
      return fault('Objects are packed with an unknown predictor.')
  }
}

function single(value: PdfValue | undefined): PdfValue | undefined {
  if (!Array.isArray(value)) return value
  return value.length <= 1 ? value[0] : fault('Objects are packed more than once.')
}
