import { raise } from '#src/shared/contract/errors.ts'
import { isProse } from './prose.ts'

/** What the first bytes say a file is. */
export type FileKind = 'text' | 'zip' | 'ole'

/** First bytes of files that people pick by mistake, with the word for them. */
const strangers: readonly [signature: string, word: string][] = [
  ['25504446', 'a PDF'],
  ['89504e47', 'an image'],
  ['ffd8ff', 'an image'],
  ['47494638', 'an image'],
  ['52494646', 'a media file'],
  ['1f8b08', 'a compressed file'],
  ['377abcaf', 'a compressed file'],
  ['526172211a', 'a compressed file'],
  ['425a68', 'a compressed file'],
  ['28b52ffd', 'a compressed file'],
  ['fd377a58', 'a compressed file'],
  ['53514c69746520666f726d6174', 'a database'],
  ['7f454c46', 'a program'],
  ['cafebabe', 'a program'],
  ['4f676753', 'a media file'],
  ['494433', 'a media file'],
  ['00000018667479', 'a media file'],
  ['00000020667479', 'a media file'],
]

/** Beginnings of text that is written for programs, not as rows. */
const markup: readonly [beginning: RegExp, word: string][] = [
  [/^[[{]/, 'JSON or another data format'],
  [/^<(?:!doctype|html|head|body|table|meta|div)/i, 'a web page'],
  [/^<\?xml|^<[a-z]/i, 'XML'],
  [/^BEGIN:V/i, 'a calendar or address card'],
  [/^-----BEGIN /, 'a key or certificate'],
]

/**
 * Refuses text that is no table: what is written for programs, and running text, unless words that head lists (`header`, the cells of a
 * header with known words) stand in it as they stand in headers. Raises NOT_A_TABLE.
 */
export function expectRows(text: string, name: string, header: readonly string[] | null): void {
  const found = markup.find(([beginning]) => beginning.test(text.trimStart()))
  if (found) raise('NOT_A_TABLE', `“${name}” is ${found[1]}, not a table of rows and columns; save the list as CSV or XLSX first.`)
  const isHeader = header !== null && header.every((cell) => cell.trim().split(/\s+/).length <= 6 && !/[.!?,;]\s*$/.test(cell))
  if (!isHeader && isProse(text)) raise('NOT_A_TABLE', `“${name}” is running text, not a table of rows and columns.`)
}

/** Tells text, zipped workbooks and old Office files apart by their first bytes. Raises NOT_A_TABLE for well-known other formats. */
export function kindOf(head: Uint8Array, name: string): FileKind {
  const hex = Buffer.from(head.subarray(0, 16)).toString('hex')
  if (hex.startsWith('504b0304') || hex.startsWith('504b0506')) return 'zip'
  if (hex.startsWith('d0cf11e0a1b11ae1')) return 'ole'
  const stranger = strangers.find(([signature]) => hex.startsWith(signature))
  if (stranger) raise('NOT_A_TABLE', `“${name}” is ${stranger[1]}, not a table; save the list as CSV or XLSX first.`)
  return 'text'
}
