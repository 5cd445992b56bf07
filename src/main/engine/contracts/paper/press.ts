import type { Worker } from 'node:worker_threads'
import { availableParallelism } from 'node:os'
import { TroupeError } from '#src/shared/contract/errors.ts'
import type { Paper, PaperJob } from '../../documents/contract/drawAndSign.ts'
import type { JobHandle } from '../../jobs.ts'
import type { EnginePorts } from '../../ports.ts'
import type { FromPaperWorker, ToPaperWorker } from './messages.ts'

/** One PDF to be made. */
export interface Sheet {
  job: PaperJob
  /** Gives time stamps on its signature; without it the signature has none. */
  stamp?: ((signature: Uint8Array) => Promise<Uint8Array>) | undefined
  /** What is done to the signed PDF in the end. */
  finish?: ((signed: Uint8Array) => Promise<Uint8Array>) | undefined
}

/** One processor stays with the engine and the window. Each worker holds its own fonts, so that more would cost more memory than they save
 *  time. */
const mostWorkers = Math.max(1, Math.min(2, availableParallelism() - 1))
/** A worker is replaced after so many PDFs: what they leave behind in its memory goes with it. */
const sheetsPerWorker = 250

/** Makes PDFs of a selection in worker threads, so that the engine answers meanwhile. `prepare` is asked for one sheet at a time, and
 *  `onPaper` gets the results in the order of the selection. Raises CANCELLED, or what a sheet raises; then nothing more is begun. */
export async function pressAll<Row>(
  ports: Pick<EnginePorts, 'startWorker'>,
  job: JobHandle,
  rows: readonly Row[],
  prepare: (row: Row) => Promise<Sheet>,
): Promise<Paper[]> {
  const papers: Paper[] = []
  let [next, done] = [0, 0]
  const failure = new AbortController()
  const work = async (): Promise<void> => {
    const press = openPress(ports)
    try {
      for (let at = next++; at < rows.length && !failure.signal.aborted; at = next++) {
        job.throwIfCancelled()
        const sheet = await prepare(rows[at] as Row)
        const paper = await press.make(sheet, job.signal)
        papers[at] = paper.signed && sheet.finish ? { ...paper, signed: await sheet.finish(paper.signed) } : paper
        job.progress(++done, rows.length)
      }
    } catch (error) {
      failure.abort()
      throw error
    } finally {
      await press.close()
    }
  }
  const count = Math.min(mostWorkers, rows.length)
  const ended = await Promise.allSettled(Array.from({ length: count }, work))
  const failed = ended.find((end) => end.status === 'rejected')
  if (failed) throw failed.reason
  return papers
}

/** One worker at a time, replaced when it has made enough. */
function openPress({ startWorker }: Pick<EnginePorts, 'startWorker'>): {
  make(sheet: Sheet, signal: AbortSignal): Promise<Paper>
  close(): Promise<void>
} {
  let worker: Worker | undefined
  let made = 0
  const close = async (): Promise<void> => {
    await worker?.terminate()
    worker = undefined
  }
  return {
    close,
    async make(sheet, signal) {
      if (made > 0 && made % sheetsPerWorker === 0) await close()
      made++
      worker ??= startWorker('render-contracts', null)
      return onePaper(worker, sheet, signal)
    },
  }
}

async function onePaper(worker: Worker, { job, stamp }: Sheet, signal: AbortSignal): Promise<Paper> {
  const { promise, resolve, reject } = Promise.withResolvers<Paper>()
  const tell = (message: ToPaperWorker) => worker.postMessage(message)
  const onMessage = (message: FromPaperWorker): void => {
    if (message.kind === 'done') resolve(message.paper)
    else if (message.kind === 'failed') reject(new TroupeError(message.code, message.message))
    else if (stamp) stamp(message.signature).then((token) => tell({ kind: 'stamp', token }), reject)
    else tell({ kind: 'no stamp' })
  }
  const onExit = (code: number): void => reject(new Error(`The making of PDFs ended early (${code}).`))
  const onAbort = (): void => reject(new TroupeError('CANCELLED'))
  worker.on('message', onMessage).on('error', reject).on('exit', onExit)
  signal.addEventListener('abort', onAbort)
  try {
    tell({ kind: 'job', job, isStamped: stamp !== undefined })
    return await promise
  } finally {
    worker.off('message', onMessage).off('error', reject).off('exit', onExit)
    signal.removeEventListener('abort', onAbort)
  }
}
