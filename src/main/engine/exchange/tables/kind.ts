import { raise } from '#src/shared/contract/errors.ts'

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

/** Refuses text that is no table; running text only whose first lines hold no known header. Raises NOT_A_TABLE. */
export function expectRows(text: string, name: string, hasKnownHeader: boolean): void {
  const found = markup.find(([beginning]) => beginning.test(text.trimStart()))
  if (found) raise('NOT_A_TABLE', `“${name}” is ${found[1]}, not a table of rows and columns; save the list as CSV or XLSX first.`)
  if (!hasKnownHeader && isProse(text)) raise('NOT_A_TABLE', `“${name}” is running text, not a table of rows and columns.`)
}

/** Lines of many words that end like sentences, and that no delimiter parts alike. */
function isProse(text: string): boolean {
  const lines = text
    .split('\n', 200)
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const sentences = lines.filter((line) => /\p{L}[^\p{L}\p{N}]{0,2}[.!?,:;]["'»”)]*$/u.test(line) && line.split(/\s+/).length >= 4)
  const parts = lines.map((line) => Math.max(...[',', ';', '\t', '|'].map((delimiter) => line.split(delimiter).length)))
  const isEven = parts.filter((count) => count > 1 && count === parts[0]).length > lines.length * 0.8
  return !isEven && sentences.length * 2 >= lines.length
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
