import { createServer, STATUS_CODES, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { raise } from '#src/shared/contract/errors.ts'
import { loopback } from '#src/shared/loopback.ts'
import type { Engine } from '../../engine/engine.ts'
import { readPageFile } from '../page-files.ts'
import { pageHeaders } from '../page-headers.ts'
import { answerFailure, answerJson, httpFailureOf } from './answers.ts'
import { openGuard, type Guard } from './guard.ts'
import { openSockets, type Sockets } from './sockets.ts'
import { openTransfers, type Transfers } from './transfers.ts'

export interface DoorOptions {
  engine: Engine
  /** Who asks, for the journal. */
  actor: string
  /** Folder of the built page. */
  page: string
  /** A private folder for files on their way; the caller removes it. */
  transfers: string
  token: string
  /** The port of the address that the page was opened at. */
  port: () => number
}

interface Rooms {
  guard: Guard
  transfers: Transfers
  sockets: Sockets
  page: string
}

/** An HTTP server, not yet listening, that serves the page, the engine's procedures and files under grants to our own window and to nobody else. */
export function openDoor({ engine, actor, page, transfers, token, port }: DoorOptions): { server: Server; close(): Promise<void> } {
  const rooms: Rooms = {
    guard: openGuard(token, port),
    transfers: openTransfers(engine.grants, transfers),
    sockets: openSockets(engine, actor),
    page,
  }
  const server = createServer({ maxHeaderSize: 16 * 1024, headersTimeout: 15_000 }, (request, response) => {
    void answer(rooms, request, response).catch((error: unknown) => answerFailure(response, error))
  })
  server.on('upgrade', (request, socket, head) => upgrade(rooms, request, socket, head))
  return {
    server,
    async close() {
      rooms.sockets.close()
      const closed = server.listening ? new Promise((resolve) => server.close(resolve)) : null
      server.closeAllConnections()
      await closed
    },
  }
}

async function answer({ guard, transfers, page }: Rooms, request: IncomingMessage, response: ServerResponse): Promise<void> {
  guard.expectHost(request)
  const path = (request.url ?? '/').split(/[?#]/, 1)[0] ?? '/'
  if (path.startsWith(loopback.writtenFilePath)) {
    guard.expectOurPage(request)
    if (request.method === 'POST' && path === loopback.readGrantPath) return answerJson(response, 200, await transfers.takeUpload(request))
    if (request.method === 'POST' && path === loopback.writeGrantPath)
      return answerJson(response, 200, await transfers.preparePlace(request))
    if (request.method === 'GET') return transfers.sendWritten(path.slice(loopback.writtenFilePath.length), response)
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') raise('BAD_INPUT', 'This address can only be read.')
  await sendPage(page, path, response)
}

async function sendPage(page: string, path: string, response: ServerResponse): Promise<void> {
  const file = path === loopback.waitingPath ? waitingPage : await readPageFile(page, path)
  if (!file) raise('NOT_FOUND', 'There is no such page.')
  response.writeHead(200, { ...pageHeaders, 'content-type': file.mediaType, 'content-length': file.bytes.length })
  response.end(file.bytes)
}

const waitingPage = {
  bytes: Buffer.from('<!doctype html><meta charset="utf-8"><title>Troupe</title>'),
  mediaType: 'text/html; charset=utf-8',
}

function upgrade({ guard, sockets }: Rooms, request: IncomingMessage, socket: Duplex, head: Buffer): void {
  // Whoever hangs up before the answer is not told.
  socket.on('error', () => undefined)
  try {
    if (request.url !== loopback.socketPath) raise('NOT_FOUND', 'There is no such socket.')
    guard.expectOurSocket(request)
    sockets.take(request, socket, head)
  } catch (error) {
    const { status, message } = httpFailureOf(error)
    socket.end(
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nconnection: close\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: ${Buffer.byteLength(message)}\r\n\r\n${message}`,
    )
  }
}
