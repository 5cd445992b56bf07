import { RPCHandler } from '@orpc/server/message-port'
import type { Engine } from '../../engine/engine.ts'
import { closedErrors } from '../wire.ts'
import { isRequestMessage } from './request-message.ts'

/** What Electron's MessagePortMain and a port of node:worker_threads have in common, once `portOf` has looked at them. */
export interface ServedPort {
  postMessage(data: unknown): void
  onMessage(listener: (data: unknown) => void): void
  onClose(listener: () => void): void
  close(): void
}

/** Serves the engine's procedures over one port until either side closes it; calls are written down as made by `actor`. A peer that sends
 *  what no client of ours sends loses its port, and nothing else happens. */
export function servePort(engine: Engine, port: ServedPort, actor: string): void {
  const handler = new RPCHandler(engine.router, { interceptors: [closedErrors] })
  const guarded = {
    postMessage: (data: unknown) => port.postMessage(data),
    on(event: string, listener: (event?: { data: unknown }) => void) {
      if (event === 'close') return port.onClose(() => listener())
      port.onMessage((data) => {
        if (isRequestMessage(data)) listener({ data })
        else port.close()
      })
    },
  }
  handler.upgrade(guarded, { context: engine.contextFor(actor) })
}

interface EventPort {
  postMessage(data: unknown): void
  on(event: 'message', listener: (event: { data: unknown }) => void): unknown
  on(event: 'close', listener: () => void): unknown
  start(): void
  close(): void
}

/** A port as Electron's utility process is given it. */
export function portOf(port: EventPort): ServedPort {
  return {
    postMessage: (data) => port.postMessage(data),
    onMessage(listener) {
      port.on('message', ({ data }) => listener(data))
      port.start()
    },
    onClose: (listener) => void port.on('close', listener),
    close: () => port.close(),
  }
}
