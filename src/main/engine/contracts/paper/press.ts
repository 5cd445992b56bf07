import { availableParallelism } from 'node:os'
import type { Worker } from 'node:worker_threads'
import { TroupeError } from '#src/shared/contract/errors.ts'
import { drawAndSign, type Paper, type PaperJob } from '../../documents/contract/drawAndSign.ts'
import type { JobHandle } from '../../jobs.ts'
import type { EnginePorts } from '../../ports.ts'
import type { FromPaperWorker, ToPaperWorker } from './messages.ts'

/** One PDF to be made. */
export interface Sheet<Taken> {
  /** The contract's, to say of which one something went wrong. */
  number: string
  job: PaperJob
  /** Gives time stamps on its signature; without it the signature has none. */
  stamp?: ((signature: Uint8Array) => Promise<Uint8Array>) | undefined
  /** What is remembered of it once it is made. */
  take(paper: Paper): Promise<Taken>
}

/** One processor stays with the engine and the window. Each worker holds its own fonts, so that more would cost more memory than they save
 *  time. */
const mostWorkers = Math.max(1, Math.min(2, availableParallelism() - 1))
/** So few contracts are drawn sooner than a worker starts. */
const fewRows = 3
/** While one sheet is in the worker the next is got ready. */
const sheetsAtOnce = 2
/** A worker is replaced after so many PDFs, and what they leave behind in its memory goes with it: 10 kB each. Starting one takes as long as
 *  a dozen PDFs. */
const sheetsPerWorker = 500

/** Makes PDFs of a selection in worker threads, so that the engine answers meanwhile. `prepare` is asked for a sheet at a time; the answer
 *  has what was taken of each, in the order of the selection. Raises CANCELLED, or what a sheet raises with the number of its contract;
 *  then nothing more is begun. */
export async function pressAll<Row, Taken>(
  ports: Pick<EnginePorts, 'startWorker'>,
  job: JobHandle,
  rows: readonly Row[],
  prepare: (row: Row, at: number) => Promise<Sheet<Taken>>,
): Promise<Taken[]> {
  const taken: Taken[] = []
  let [next, done] = [0, 0]
  const failure = new AbortController()
  const presses = rows.length <= fewRows ? [handPress] : Array.from({ length: Math.min(mostWorkers, rows.length) }, () => openPress(ports))
  const work = async (press: Press): Promise<void> => {
    try {
      for (let at = next++; at < rows.length && !failure.signal.aborted; at = next++) {
        job.throwIfCancelled()
        const sheet = await prepare(rows[at] as Row, at)
        taken[at] = await forContract(sheet.number, async () => sheet.take(await press.make(sheet, job.signal)))
        job.progress(++done, rows.length)
      }
    } catch (error) {
      failure.abort()
      throw error
    }
  }
  const ended = await Promise.allSettled(presses.flatMap((press) => Array.from({ length: sheetsAtOnce }, () => work(press))))
  await Promise.all(presses.map((press) => press.close()))
  const failed = ended.find((end) => end.status === 'rejected')
  if (failed) throw failed.reason
  return taken
}

/** Says of which contract of a selection something went wrong, where the sentence does not say so itself. */
export async function forContract<Result>(number: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof TroupeError) || error.code === 'CANCELLED' || error.message.includes(number)) throw error
    throw new TroupeError(error.code, `Contract ${number}: ${error.message}`, error.data, { cause: error })
  }
}

interface Press {
  make(sheet: Omit<Sheet<unknown>, 'take'>, signal: AbortSignal): Promise<Paper>
  close(): Promise<void>
}

const handPress: Press = {
  make: ({ job, stamp }) => drawAndSign(job, stamp),
  close: async () => undefined,
}

/** One worker at a time, one sheet at a time, replaced when it has made enough. */
function openPress({ startWorker }: Pick<EnginePorts, 'startWorker'>): Press {
  let worker: Worker | undefined
  let made = 0
  let last: Promise<unknown> = Promise.resolve()
  const close = async (): Promise<void> => {
    await worker?.terminate()
    worker = undefined
  }
  const make: Press['make'] = async (sheet, signal) => {
    if (signal.aborted) throw new TroupeError('CANCELLED')
    if (made > 0 && made % sheetsPerWorker === 0) await close()
    made++
    worker ??= startWorker('render-contracts', null)
    return onePaper(worker, sheet, signal)
  }
  return {
    close,
    make(sheet, signal) {
      const turn = last.then(() => make(sheet, signal))
      last = turn.catch(() => undefined)
      return turn
    },
  }
}

/** What was not expected has words of its own that mean nothing to a person; the worker has logged them. */
function wordsFor({ code, message }: Extract<FromPaperWorker, { kind: 'failed' }>): string | undefined {
  return code === 'INTERNAL' ? undefined : message
}

async function onePaper(worker: Worker, { job, stamp }: Omit<Sheet<unknown>, 'take'>, signal: AbortSignal): Promise<Paper> {
  const { promise, resolve, reject } = Promise.withResolvers<Paper>()
  const tell = (message: ToPaperWorker) => worker.postMessage(message)
  const onMessage = (message: FromPaperWorker): void => {
    if (message.kind === 'done') resolve(message.paper)
    else if (message.kind === 'failed') reject(new TroupeError(message.code, wordsFor(message)))
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
