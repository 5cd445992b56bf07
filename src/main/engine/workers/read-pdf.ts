import { parentPort } from 'node:worker_threads'
import { codeOf } from '#src/shared/contract/errors.ts'
import { readPdfHere } from '../documents/reading/pdfText.ts'
import type { FromPdfWorker, ToPdfWorker } from '../pdf-reader.ts'

const port = parentPort

// Nothing else holds this thread, so that closing its door ends it.
port?.on('message', (message: ToPdfWorker) => (message.kind === 'end' ? port.close() : void read(message)))

async function read({ bytes, wanted }: Extract<ToPdfWorker, { kind: 'read' }>): Promise<void> {
  const answer: FromPdfWorker = await readPdfHere(bytes, wanted).then(
    (content) => ({ kind: 'read', content }),
    (error: unknown) => {
      const code = codeOf(error)
      if (code === 'INTERNAL') process.stderr.write(`read-pdf: ${error instanceof Error ? error.stack : String(error)}\n`)
      return { kind: 'failed', code }
    },
  )
  port?.postMessage(answer)
}
