import type { Worker } from 'node:worker_threads'

/** How long a worker that has said its last word may take to close what it has open, in milliseconds. */
const patience = 5000

/**
 * Waits until a worker that has said its last word is gone. One that is stopped while it ends by itself can take the whole process with
 * it, because native code is then taken down twice at once; so it is stopped only when it does not end.
 */
export async function endWorker(worker: Worker): Promise<void> {
  const gone = Promise.withResolvers<unknown>()
  worker.once('exit', gone.resolve)
  if (worker.threadId === -1) return
  const timer = setTimeout(() => gone.resolve(worker.terminate()), patience)
  await gone.promise
  clearTimeout(timer)
}
