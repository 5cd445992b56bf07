import type { z } from 'zod'
import type { Job as JobSchema } from '#src/shared/contract/workspace.ts'
import { createListeners } from './listeners.ts'

export type Job = z.infer<typeof JobSchema>

/** Work that ends sooner is never shown; the button that began it says enough. */
const patienceMs = 400
/** How long the end of work stays, by how it ended. */
const staysMs: Readonly<Record<Job['state'], number>> = { running: 0, done: 1500, cancelled: 2500, failed: 8000 }

/** Long work for the foot of the sidebar, in the order in which it began. */
export function createJobList() {
  const { tell, subscribe } = createListeners()
  const waiting = new Map<string, { job: Job; timer: ReturnType<typeof setTimeout> }>()
  let shown: readonly Job[] = []
  const show = (next: readonly Job[]) => {
    shown = next
    tell()
  }
  const wait = (job: Job) => {
    const timer = setTimeout(() => {
      const latest = waiting.get(job.id)?.job ?? job
      waiting.delete(job.id)
      show([...shown, latest])
    }, patienceMs)
    waiting.set(job.id, { job, timer })
  }
  return {
    subscribe,
    shown: () => shown,
    take(job: Job) {
      const held = waiting.get(job.id)
      if (shown.some(({ id }) => id === job.id)) {
        show(shown.map((known) => (known.id === job.id ? job : known)))
        if (job.state !== 'running') setTimeout(() => show(shown.filter(({ id }) => id !== job.id)), staysMs[job.state])
      } else if (held && job.state === 'running') held.job = job
      else if (held) {
        clearTimeout(held.timer)
        waiting.delete(job.id)
      } else if (job.state === 'running') wait(job)
    },
    /** The engine is another one; whatever it was doing is over. */
    clear() {
      for (const { timer } of waiting.values()) clearTimeout(timer)
      waiting.clear()
      show([])
    },
  }
}
