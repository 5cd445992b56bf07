/** A word on a page and where it stands: points from the page's bottom left corner. */
export interface PlacedWord {
  text: string
  rect: readonly [left: number, bottom: number, right: number, top: number]
}

/** What is asked of a PDF. Plain data, so that a worker can be asked. */
export interface Wanted {
  /** The text of every page. */
  text?: boolean
  /** Pages, from 1, of which each word's place is asked. */
  words?: readonly number[]
  /** The name of a file attached to it. */
  attachment?: string
}

/** What was found. Null where that part cannot be read, or was not asked for. */
export interface PdfContent {
  pageCount: number
  /** Of each page in reading order, a line each. */
  pages: string[] | null
  words: Readonly<Record<number, readonly PlacedWord[] | null>>
  attachment: Uint8Array | null
}

/** Reads a PDF leniently: what is damaged is read as far as it goes. Raises NOT_A_PDF where nothing can be read, PDF_ENCRYPTED where it
 *  wants a password, and PDF_TOO_HEAVY where it takes more time or memory than any document does. */
export type ReadPdf = (bytes: Uint8Array, wanted: Wanted) => Promise<PdfContent>
