import type { Worker } from 'node:worker_threads'
import { TroupeError, type ErrorCode } from '#src/shared/contract/errors.ts'
import type { PdfContent, ReadPdf, Wanted } from './documents/reading/content.ts'
import { endWorker } from './end-worker.ts'
import type { EnginePorts } from './ports.ts'

export type ToPdfWorker = { kind: 'read'; bytes: Uint8Array; wanted: Wanted } | { kind: 'end' }
export type FromPdfWorker = { kind: 'read'; content: PdfContent } | { kind: 'failed'; code: ErrorCode }

export interface Limits {
  /** For one file, starting the worker included. A contract takes a tenth of a second. */
  milliseconds: number
  /** Outside the worker's heap, whose limit is its own: what is unpacked lies there. */
  bytes: number
}

const usual: Limits = { milliseconds: 30_000, bytes: 768 * 1024 * 1024 }
const lookEveryMs = 200
/** A worker that nobody asks anything holds 60 MB. */
const idleMs = 20_000

export interface PdfReader {
  read: ReadPdf
  close(): Promise<void>
}

/** Reads PDFs, whoever they come from, in a worker, one after the other. One that takes longer than `limits` allow is given up with its
 *  worker, and the next gets a new one. The worker ends by itself when there was nothing to read for a while. */
export function openPdfReader({ startWorker }: Pick<EnginePorts, 'startWorker'>, limits: Limits = usual): PdfReader {
  let worker: Worker | undefined
  let last: Promise<unknown> = Promise.resolve()
  let idle: NodeJS.Timeout | undefined

  const start = (): Worker => {
    const started = startWorker('read-pdf', null)
    // While something is read the look at the clock keeps the process alive.
    started.unref()
    const forget = (): void => {
      if (worker === started) worker = undefined
    }
    return started.on('error', forget).on('exit', forget)
  }
  const letGo = (): Worker | undefined => {
    clearTimeout(idle)
    const gone = worker
    worker = undefined
    gone?.postMessage({ kind: 'end' } satisfies ToPdfWorker)
    return gone
  }
  const read: ReadPdf = async (bytes, wanted) => {
    clearTimeout(idle)
    worker ??= start()
    const asked = worker
    try {
      return await answerOf(asked, bytes, wanted, limits)
    } catch (error) {
      // Whatever else went wrong, it answered, and can go on.
      if (!(error instanceof TroupeError) || error.code === 'PDF_TOO_HEAVY') {
        worker = undefined
        if (asked.threadId !== -1) await asked.terminate()
      }
      throw error
    } finally {
      idle = setTimeout(letGo, idleMs).unref()
    }
  }
  return {
    read(bytes, wanted) {
      const turn = last.then(() => read(bytes, wanted))
      last = turn.catch(() => undefined)
      return turn
    },
    async close() {
      await last
      const gone = letGo()
      if (gone) await endWorker(gone)
    },
  }
}

async function answerOf(worker: Worker, bytes: Uint8Array, wanted: Wanted, { milliseconds, bytes: most }: Limits): Promise<PdfContent> {
  const { promise, resolve, reject } = Promise.withResolvers<PdfContent>()
  const onMessage = (message: FromPdfWorker): void =>
    message.kind === 'read' ? resolve(message.content) : reject(new TroupeError(message.code))
  const onError = (error: Error & { code?: string }): void =>
    reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new TroupeError('PDF_TOO_HEAVY') : error)
  const onExit = (code: number): void => reject(new Error(`The reading of a PDF ended early (${code}).`))
  const end = performance.now() + milliseconds
  const look = async (): Promise<void> => {
    const isLate = performance.now() > end
    if (isLate || (await worker.getHeapStatistics()).external_memory > most) reject(new TroupeError('PDF_TOO_HEAVY'))
  }
  // A worker that has ended cannot be looked at, and has said so.
  const timer = setInterval(() => void look().catch(() => undefined), lookEveryMs)
  worker.on('message', onMessage).on('error', onError).on('exit', onExit)
  try {
    // Its own bytes, handed over: the caller's may be a part of something larger.
    const own = Uint8Array.from(bytes)
    worker.postMessage({ kind: 'read', bytes: own, wanted } satisfies ToPdfWorker, [own.buffer])
    return await promise
  } finally {
    clearInterval(timer)
    worker.off('message', onMessage).off('error', onError).off('exit', onExit)
  }
}
