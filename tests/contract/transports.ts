import { createORPCClient, type ClientContext, type ClientLink } from '@orpc/client'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import { RPCLink as SocketLink } from '@orpc/client/websocket'
import type { ContractRouterClient } from '@orpc/contract'
import { once } from 'node:events'
import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import { listenOnLoopback } from '#src/main/doors/loopback/listen.ts'
import { servePort, type ServedPort } from '#src/main/doors/port/serve-port.ts'
import type { Contract } from '#src/shared/contract/index.ts'
import { loopback } from '#src/shared/loopback.ts'
import type { TestWorkspace } from '#tests/support/workspace.ts'

export type Client = ContractRouterClient<Contract>

export interface Connected {
  client: Client
  /** Any procedure by its dotted name, as this transport calls it. */
  callByName(name: string, input: unknown): Promise<unknown>
}

export type Connect = (workspace: TestWorkspace) => Promise<Connected>

const inProcess: Connect = async ({ engine }) => ({
  client: engine.client('test'),
  callByName: (name, input) => engine.callByName(name, input, 'test'),
})

const overMessagePort: Connect = async ({ engine }) => {
  const { port1, port2 } = new MessageChannel()
  onTestFinished(() => port1.close())
  servePort(engine, nodePort(port1), 'test')
  const link = new PortLink({ port: port2 })
  port2.start()
  return connectedBy(link)
}

const overWebSocket: Connect = async ({ engine, folder }) => {
  const { port, token, close } = await listenOnLoopback({ engine, actor: 'test', page: folder })
  const protocols = [loopback.protocol, `${loopback.tokenPrefix}${token}`]
  const websocket = new WebSocket(`ws://127.0.0.1:${port}${loopback.socketPath}`, protocols, { origin: `http://127.0.0.1:${port}` })
  onTestFinished(async () => {
    websocket.terminate()
    await close()
  })
  await once(websocket, 'open')
  return connectedBy(new SocketLink({ websocket }))
}

/** A port of node:worker_threads as the door takes it. */
export function nodePort(port: MessagePort): ServedPort {
  return {
    postMessage: (data) => port.postMessage(data),
    onMessage: (listener) => void port.on('message', listener),
    onClose: (listener) => void port.on('close', listener),
    close: () => port.close(),
  }
}

export function connectedBy(link: ClientLink<ClientContext>): Connected {
  return { client: createORPCClient<Client>(link), callByName: (name, input) => link.call(name.split('.'), input, { context: {} }) }
}

export const transports: readonly (readonly [name: string, connect: Connect])[] = [
  ['in process', inProcess],
  ['over a WebSocket', overWebSocket],
  ['over a message port', overMessagePort],
]
