import { PdfString, type PdfDict } from '@libpdf/core'
import { isolates } from '../text/clean.ts'

/** A text of a PDF in UTF-16 with its mark, high byte first, written in hexadecimal. */
export function pdfText(text: string): PdfString {
  const plain = text.replaceAll(isolates, '')
  const units = Array.from({ length: plain.length }, (_, at) => plain.charCodeAt(at))
  return PdfString.fromBytes(Uint8Array.from([0xfeff, ...units].flatMap((unit) => [unit >> 8, unit & 0xff])))
}

/** An instant as PDF writes it, in UTC and whole seconds: `D:20260304101500Z`. */
export function pdfDate(at: Date): string {
  return `D:${at.toISOString().slice(0, 19).replaceAll(/[-T:]/g, '')}Z`
}

const carriageReturn = 13

/** Has the texts of an object that is about to be written anew written in hexadecimal where their bytes include a carriage return. As it
 *  is, which is how libpdf writes it, readers take it for a line feed, so that the text would change under a signature: “č” in UTF-16 has
 *  such a byte. */
export function keepTexts(object: PdfDict): void {
  for (const [key, value] of object) {
    if (value instanceof PdfString && value.bytes.includes(carriageReturn)) object.set(key, PdfString.fromBytes(value.bytes))
  }
}
