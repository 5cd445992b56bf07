import { GlobalWorkerOptions, getDocument, type PDFDocumentProxy } from 'pdfjs-dist'
// oxlint-disable-next-line import/default -- the bundler makes it
import workerAddress from 'pdfjs-dist/build/pdf.worker.min.mjs?url'

GlobalWorkerOptions.workerSrc = workerAddress

/** Opens a PDF for viewing, in a worker of the page's own. Close it with `loadingTask.destroy()`. */
export async function openPdf(pdf: Blob): Promise<PDFDocumentProxy> {
  const data = new Uint8Array(await pdf.arrayBuffer())
  return getDocument({ data, useWasm: false, enableXfa: false, stopAtErrors: false }).promise
}
