import { PdfString } from '@libpdf/core'
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
