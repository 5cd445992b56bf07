import { PdfArray, PdfNumber, PdfString } from '@libpdf/core'

/** Ten digits: room for the offsets of any file that is signed here. */
const widest = 9_999_999_999

/** A byte range to be filled in once the file has been laid out. */
export function emptyRange(): PdfArray {
  return new PdfArray([PdfNumber.of(0), PdfNumber.of(widest), PdfNumber.of(widest), PdfNumber.of(widest)])
}

/** Room for a signature of at most `size` bytes. */
export function emptyContents(size: number): PdfString {
  return PdfString.fromBytes(new Uint8Array(size))
}

/** Puts a signature into its place: finds the placeholders of the signature's object behind `from`, writes down which bytes are covered,
 *  has those signed, and fills the gap between them. Changes `file` and returns it. */
export async function writeSignature(
  file: Uint8Array,
  { from, object }: { from: number; object: number },
  sign: (parts: readonly Uint8Array[]) => Promise<Uint8Array>,
): Promise<Uint8Array> {
  const start = find(file, `\n${object} 0 obj`, from)
  const range = find(file, '/ByteRange [', start) + '/ByteRange '.length
  const gap = find(file, '/Contents <', start) + '/Contents '.length
  const gapEnd = find(file, '>', gap) + 1
  const numbers = `[0 ${gap} ${gapEnd} ${file.length - gapEnd}`
  write(file, range, `${numbers.padEnd(find(file, ']', range) - range)}]`)
  const container = await sign([file.subarray(0, gap), file.subarray(gapEnd)])
  const free = (gapEnd - gap - 2) / 2
  if (container.length > free) throw new Error(`The signature has ${container.length} bytes and room for ${free}.`)
  write(
    file,
    gap + 1,
    Array.from(container, (byte) => byte.toString(16).padStart(2, '0'))
      .join('')
      .toUpperCase(),
  )
  return file
}

function find(file: Uint8Array, text: string, from: number): number {
  const codes = Array.from(text, (character) => character.charCodeAt(0))
  for (let at = from; at <= file.length - codes.length; at++) if (codes.every((code, index) => file[at + index] === code)) return at
  throw new Error(`The signature’s place (${text.trim()}) is not in the file.`)
}

function write(file: Uint8Array, at: number, text: string): void {
  for (let index = 0; index < text.length; index++) file[at + index] = text.charCodeAt(index)
}
