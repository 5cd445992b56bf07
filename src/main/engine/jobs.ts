import type { z } from 'zod'
import { codeOf, TroupeError } from '#src/shared/contract/errors.ts'
import type { Job as JobSchema } from '#src/shared/contract/workspace.ts'
import type { Bus } from './bus.ts'
import type { NewId } from './ports.ts'

export type Job = z.infer<typeof JobSchema>

export interface JobHandle {
  /** Aborts when a person cancels; the work then raises CANCELLED and writes nothing. */
  readonly signal: AbortSignal
  /** `done` of `total` steps; both at the work's own scale. */
  progress(done: number, total: number, note?: string): void
  throwIfCancelled(): void
}

/** Long work that shows its progress and can be cancelled, by whoever looks: window, command line, tests. */
export interface Jobs {
  run<Result>(label: string, work: (job: JobHandle) => Promise<Result>): Promise<Result>
  list(): Job[]
  cancel(id: string): boolean
  /** Cancels everything and waits until it has ended. */
  stop(): Promise<void>
}

/** Between two messages about one job, so that a fast loop does not flood the window. */
const quietMs = 100

export function openJobs(bus: Bus, newId: NewId): Jobs {
  const running = new Map<string, { job: Job; controller: AbortController; ended: Promise<void> }>()
  let isStopped = false
  return {
    async run(label, work) {
      if (isStopped) throw new TroupeError('ENGINE_STOPPED', 'The workspace is being closed; nothing was begun.')
      const { promise: ended, resolve: end } = Promise.withResolvers<void>()
      const controller = new AbortController()
      const job: Job = { id: newId(), label, progress: null, note: null, state: 'running', canCancel: true }
      let lastShown = 0
      const show = () => {
        lastShown = Date.now()
        bus.publish({ type: 'job', job: { ...job } })
      }
      running.set(job.id, { job, controller, ended })
      show()
      try {
        const result = await work({
          signal: controller.signal,
          progress(done, total, note) {
            job.progress = total > 0 ? Math.min(1, done / total) : null
            job.note = note ?? job.note
            if (Date.now() - lastShown >= quietMs) show()
          },
          throwIfCancelled() {
            if (controller.signal.aborted) throw new TroupeError('CANCELLED')
          },
        })
        job.state = 'done'
        job.progress = 1
        return result
      } catch (error) {
        job.state = codeOf(error) === 'CANCELLED' ? 'cancelled' : 'failed'
        throw error
      } finally {
        job.canCancel = false
        running.delete(job.id)
        show()
        end()
      }
    },
    list: () => [...running.values()].map(({ job }) => ({ ...job })),
    cancel(id) {
      const found = running.get(id)
      found?.controller.abort()
      return found !== undefined
    },
    async stop() {
      isStopped = true
      const all = [...running.values()]
      for (const { controller } of all) controller.abort()
      await Promise.all(all.map(({ ended }) => ended))
    },
  }
}
