import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { raise } from '#src/shared/contract/errors.ts'
import { loopback } from '#src/shared/loopback.ts'

/** Who may speak to the door: only our own page at our own address, with the token that stood in the window's address. */
export interface Guard {
  /** For every request: the address asked for must be exactly ours, or a foreign name has been pointed at this machine (DNS rebinding). */
  expectHost(request: IncomingMessage): void
  /** For requests that do something: they come from our page and carry the token. */
  expectOurPage(request: IncomingMessage): void
  /** For the WebSocket, which can carry the token only among its subprotocols. */
  expectOurSocket(request: IncomingMessage): void
}

/** Raises UNAUTHORISED for whoever is not our page. `port` is asked at each request, because it is known only once the server listens. */
export function openGuard(token: string, port: () => number): Guard {
  const authority = () => `127.0.0.1:${port()}`
  const expectHost = ({ headers }: IncomingMessage) => {
    if (headers.host !== authority()) raise('UNAUTHORISED', `This server answers only at http://${authority()}/.`)
  }
  const expectOrigin = ({ headers, method }: IncomingMessage) => {
    // Browsers leave the origin out of reads of the page's own; those say so in another header.
    const isOwnRead = headers.origin === undefined && method === 'GET' && headers['sec-fetch-site'] === 'same-origin'
    if (headers.origin !== `http://${authority()}` && !isOwnRead)
      raise('UNAUTHORISED', 'Requests are taken only from the page of this server.')
  }
  const expectToken = (given: string | undefined) => {
    if (!given || !isSame(given, token))
      raise('UNAUTHORISED', 'The token is not the one of this session. Open the address that Troupe printed last.')
  }
  return {
    expectHost,
    expectOurPage(request) {
      expectHost(request)
      expectOrigin(request)
      expectToken(/^Bearer ([\w-]+)$/.exec(request.headers.authorization ?? '')?.[1])
    },
    expectOurSocket(request) {
      expectHost(request)
      if (request.headers.origin !== `http://${authority()}`)
        raise('UNAUTHORISED', 'The engine is reached only from the page of this server.')
      const offered = (request.headers['sec-websocket-protocol'] ?? '').split(',').map((protocol) => protocol.trim())
      expectToken(offered.find((protocol) => protocol.startsWith(loopback.tokenPrefix))?.slice(loopback.tokenPrefix.length))
    },
  }
}

/** Compares in a time that says nothing about where two texts differ. */
function isSame(given: string, wanted: string): boolean {
  return timingSafeEqual(digestOf(given), digestOf(wanted))
}

function digestOf(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
