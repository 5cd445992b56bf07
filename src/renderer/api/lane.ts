import type { ClientLink } from '@orpc/client'
import { TroupeError } from '#src/shared/contract/errors.ts'
import { createListeners } from './listeners.ts'

type Link = ClientLink<Record<PropertyKey, unknown>>

/** The one way to the engine, whatever carries it: calls wait until a carrier is there, and a new carrier replaces the old. */
export interface Lane extends Link {
  /** Takes a working carrier into use; calls that were under way on the one before fail with ENGINE_STOPPED. */
  open(link: Link): void
  /** The carrier is gone; calls under way fail with ENGINE_STOPPED, later ones wait for the next. */
  lose(): void
  readonly state: LaneState
  subscribe(listener: () => void): () => void
}

export type LaneState = 'connecting' | 'open' | 'lost'

interface Carrier {
  link: Link
  gone: Promise<never>
  end: (reason: TroupeError) => void
}

export function createLane(): Lane {
  const { tell, subscribe } = createListeners()
  let state: LaneState = 'connecting'
  let carrier: Carrier | null = null
  let waiting = Promise.withResolvers<Carrier>()

  const become = (next: LaneState) => {
    if (state === next) return
    state = next
    tell()
  }
  const drop = () => {
    carrier?.end(new TroupeError('ENGINE_STOPPED'))
    carrier = null
  }
  return {
    async call(path, input, options) {
      const current = carrier ?? (await aborting(waiting.promise, options.signal))
      return Promise.race([current.link.call(path, input, options), current.gone])
    },
    open(link) {
      drop()
      const { promise: gone, reject: end } = Promise.withResolvers<never>()
      gone.catch(() => undefined)
      carrier = { link, gone, end }
      waiting.resolve(carrier)
      waiting = Promise.withResolvers()
      become('open')
    },
    lose() {
      drop()
      become(state === 'connecting' ? 'connecting' : 'lost')
    },
    get state() {
      return state
    },
    subscribe,
  }
}

async function aborting<Value>(promise: Promise<Value>, signal: AbortSignal | undefined): Promise<Value> {
  if (!signal) return promise
  signal.throwIfAborted()
  const { promise: aborted, reject } = Promise.withResolvers<never>()
  const stop = () => reject(signal.reason as Error)
  signal.addEventListener('abort', stop, { once: true })
  return Promise.race([promise, aborted]).finally(() => signal.removeEventListener('abort', stop))
}
