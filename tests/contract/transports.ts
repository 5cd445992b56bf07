import { createORPCClient, type ClientContext, type ClientLink } from '@orpc/client'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { onTestFinished } from 'vitest'
import { servePort, type ServedPort } from '#src/main/doors/port/serve-port.ts'
import type { Contract } from '#src/shared/contract/index.ts'
import type { TestWorkspace } from '#tests/support/workspace.ts'

export type Client = ContractRouterClient<Contract>

export interface Connected {
  client: Client
  /** Any procedure by its dotted name, as this transport calls it. */
  callByName(name: string, input: unknown): Promise<unknown>
}

export type Connect = (workspace: TestWorkspace) => Promise<Connected>

const inProcess: Connect = async ({ engine }) => ({
  client: engine.client('test') as unknown as Client,
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

export const transports: readonly (readonly [name: string, connect: Connect])[] = [['in process', inProcess], ['over a message port', overMessagePort]]
