import { RPCHandler } from '@orpc/server/ws'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer, type WebSocket } from 'ws'
import { loopback } from '#src/shared/loopback.ts'
import type { Engine } from '../../engine/engine.ts'
import { isRequestMessage } from '../port/request-message.ts'
import { closedErrors } from '../wire.ts'

export interface Sockets {
  /** Takes over a connection that has been found to be our page's. */
  take(request: IncomingMessage, socket: Duplex, head: Buffer): void
  close(): void
}

/** The largest request: 100,000 ids, or a signature of many strokes, with room to spare. */
const largestMessage = 16 * 1024 ** 2
const policyViolation = 1008
const goingAway = 1001

/** Serves the engine's procedures over WebSockets; calls are written down as made by `actor`. */
export function openSockets(engine: Engine, actor: string): Sockets {
  const handler = new RPCHandler(engine.router, { interceptors: [closedErrors] })
  const server = new WebSocketServer({ noServer: true, maxPayload: largestMessage, perMessageDeflate: false, handleProtocols })
  const serve = (websocket: WebSocket) => {
    // A broken connection closes itself after this event, and the page opens another.
    websocket.on('error', () => undefined)
    void handler.upgrade(guarded(websocket), { context: engine.contextFor(actor) })
  }
  return {
    take: (request, socket, head) => server.handleUpgrade(request, socket, head, serve),
    close() {
      for (const websocket of server.clients) websocket.close(goingAway)
      server.close()
    },
  }
}

/** The token is among the offered protocols and must not be sent back; only the plain name is chosen. */
function handleProtocols(offered: Set<string>): string | false {
  return offered.has(loopback.protocol) && loopback.protocol
}

type HandledSocket = Parameters<RPCHandler<object>['upgrade']>[0]

/** Keeps what no client of ours would send away from the decoder, which has no net below it. */
function guarded(websocket: WebSocket): HandledSocket {
  return {
    send: (data: Parameters<WebSocket['send']>[0]) => websocket.send(data),
    addEventListener(event: string, listener: (event: { data: unknown }) => unknown) {
      if (event === 'close') return void websocket.on('close', () => listener({ data: null }))
      websocket.on('message', (bytes: Buffer, isBinary: boolean) => {
        const data = isBinary ? bytes : bytes.toString()
        if (isRequestMessage(data)) listener({ data })
        else websocket.close(policyViolation, 'That is no request.')
      })
    },
  } as HandledSocket
}
