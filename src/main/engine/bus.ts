import type { z } from 'zod'
import type { EngineEvent } from '#src/shared/contract/workspace.ts'

export type Event = z.infer<typeof EngineEvent>

/** Carries what happens in the engine to whoever listens. */
export interface Bus {
  publish(event: Event): void
  /** Every event from this call on, after `greeting` where one is given, until `signal` aborts or the listener has enough. */
  subscribe(signal?: AbortSignal, greeting?: Event): AsyncGenerator<Event, void, void>
}

export function openBus(): Bus {
  const listeners = new Set<(event: Event) => void>()
  return {
    publish(event) {
      for (const listener of listeners) listener(event)
    },
    subscribe(signal, greeting) {
      const queue = greeting ? [greeting] : []
      let wake = Promise.withResolvers<void>()
      let isOver = false
      const listener = (event: Event) => {
        queue.push(event)
        wake.resolve()
      }
      const stop = () => {
        isOver = true
        listeners.delete(listener)
        signal?.removeEventListener('abort', stop)
        wake.resolve()
      }
      async function* drain() {
        while (!isOver) {
          while (queue.length > 0) yield queue.shift() as Event
          await wake.promise
          wake = Promise.withResolvers()
        }
      }
      // Listening begins now and not with the first `next`, or what happens in between would be lost; so it must also end without a `next`.
      listeners.add(listener)
      signal?.addEventListener('abort', stop)
      if (signal?.aborted) stop()
      const events = drain()
      const end = events.return.bind(events)
      return Object.assign(events, {
        return() {
          stop()
          return end(undefined)
        },
      })
    },
  }
}
