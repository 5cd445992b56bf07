import type { z } from 'zod'
import { TroupeError } from '#src/shared/contract/errors.ts'
import type { CheckReport } from '#src/shared/contract/workspace.ts'
import type { EngineContext } from '../context.ts'
import { endWorker } from '../end-worker.ts'
import type { JobHandle } from '../jobs.ts'
import type { CheckMessage, CheckTask } from './checking/worker-messages.ts'

/** Checks the open workspace beside all other work. Raises CANCELLED. */
export function checkOpenWorkspace(context: EngineContext): Promise<z.infer<typeof CheckReport>> {
  return context.jobs.run('Checking the workspace', (job) => inWorker(context, job))
}

async function inWorker({ ports, workspace }: EngineContext, job: JobHandle): Promise<z.infer<typeof CheckReport>> {
  const worker = ports.startWorker('check-workspace', { folder: workspace.folder } satisfies CheckTask)
  try {
    return await new Promise((resolve, reject) => {
      // It only reads, so it can be stopped anywhere.
      job.signal.addEventListener('abort', () => {
        void worker.terminate()
        reject(new TroupeError('CANCELLED', 'The check was cancelled.'))
      })
      job.throwIfCancelled()
      worker.on('message', (message: CheckMessage) => {
        if (message.kind === 'progress') job.progress(message.share, 1, message.note)
        else if (message.kind === 'done') resolve(message.report)
        else reject(new TroupeError(message.code, message.message))
      })
      worker.on('error', reject)
      worker.on('exit', (code) => reject(new Error(`The check ended early (${code}).`)))
    })
  } finally {
    await endWorker(worker)
  }
}
