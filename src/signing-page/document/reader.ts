import { GlobalWorkerOptions, getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { unpacked } from '../bytes.ts'

let isReady: Promise<void> | undefined

/** Opens a PDF for viewing. The bytes stay the caller's. */
export async function openPdf(bytes: Uint8Array<ArrayBuffer>): Promise<PDFDocumentProxy> {
  isReady ??= readyProgram()
  await isReady
  return getDocument({ data: bytes.slice(), useWasm: false, useSystemFonts: false, enableXfa: false, useWorkerFetch: false }).promise
}

/** pdf.js reads in a worker where the browser lets a page from a file start one, and on the page itself where it does not; left alone it
 *  would look for its program on a server. */
async function readyProgram(): Promise<void> {
  const program = await unpacked('packed-worker')
  const worker = await startedWorker(program)
  if (worker) GlobalWorkerOptions.workerPort = worker
  else runHere(program)
}

async function startedWorker(program: string): Promise<Worker | null> {
  const address = URL.createObjectURL(new Blob([program], { type: 'text/javascript' }))
  try {
    const worker = new Worker(address)
    const isStarted = await new Promise<boolean>((resolve) => {
      worker.addEventListener('message', () => resolve(true), { once: true })
      worker.addEventListener('error', () => resolve(false), { once: true })
    })
    return isStarted ? worker : null
  } catch {
    return null
  } finally {
    URL.revokeObjectURL(address)
  }
}

function runHere(program: string): void {
  const script = document.createElement('script')
  script.textContent = program
  document.body.append(script)
}
