import type { z } from 'zod'
import type { EngineEvent } from '#src/shared/contract/workspace.ts'

export type Event = z.infer<typeof EngineEvent>

/** Carries what happens in the engine to whoever listens. */
export interface Bus {
  publish(event: Event): void
  /** Every event from now on, until `signal` aborts. */
  subscribe(signal?: AbortSignal): AsyncGenerator<Event, void, void>
}

export function openBus(): Bus {
  const listeners = new Set<(event: Event) => void>()
  return {
    publish(event) {
      for (const listener of listeners) listener(event)
    },
    async *subscribe(signal) {
      const queue: Event[] = []
      let wake = Promise.withResolvers<void>()
      const listener = (event: Event) => {
        queue.push(event)
        wake.resolve()
      }
      const stop = () => wake.resolve()
      listeners.add(listener)
      signal?.addEventListener('abort', stop)
      try {
        while (!signal?.aborted) {
          while (queue.length > 0) yield queue.shift() as Event
          await wake.promise
          wake = Promise.withResolvers<void>()
        }
      } finally {
        listeners.delete(listener)
        signal?.removeEventListener('abort', stop)
      }
    },
  }
}
