import { RPCLink } from '@orpc/client/message-port'
import { once } from 'node:events'
import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { describe, expect, onTestFinished, test } from 'vitest'
import { servePort } from '#src/main/doors/port/serve-port.ts'
import { connectedBy, nodePort } from '#tests/contract/transports.ts'
import { testWorkspace } from '#tests/support/workspace.ts'

const nonsense: readonly (readonly [what: string, message: unknown])[] = [
  ['an empty text', ''],
  ['no JSON', 'GET / HTTP/1.1'],
  ['JSON of another shape', '{"jsonrpc":"2.0"}'],
  ['a request without an address', '{"i":"1","p":{}}'],
  ['a request to another host', '{"i":"1","p":{"u":"https://example.com/"}}'],
  ['an endless id', JSON.stringify({ i: 'x'.repeat(1000), p: { u: '/clients/list' } })],
  ['a stream message without a part', '{"i":"1","t":3}'],
  ['an unknown kind', '{"i":"1","t":9,"p":{"u":"/"}}'],
  ['an object that oRPC would take undecoded', { i: '1', p: { u: '/clients/list', h: {}, b: {} } }],
  ['bytes', new Uint8Array([0, 255, 7])],
  ['nothing', null],
]

describe('a port that says what no client of ours says', () => {
  test.each(nonsense)('is closed after %s, and the other ports go on', async (_what, message) => {
    const { engine } = await testWorkspace()
    const [bad, good] = [openPort(), openPort()]
    servePort(engine, nodePort(bad.port1), 'test')
    servePort(engine, nodePort(good.port1), 'test')
    bad.port2.postMessage(message)
    await once(bad.port2, 'close')
    const { client } = connectedBy(new RPCLink({ port: started(good.port2) }))
    expect(await client.clients.list({})).toEqual([])
  })
})

test('a listener whose port is closed is forgotten', async () => {
  const { engine, call } = await testWorkspace()
  const { port1, port2 } = openPort()
  servePort(engine, nodePort(port1), 'test')
  const { client } = connectedBy(new RPCLink({ port: started(port2) }))
  const events = await client.events.subscribe({})
  await events.next()
  const ended = events.next().then(
    () => 'event',
    () => 'ended',
  )
  port2.close()
  expect(await ended).toBe('ended')
  await once(port1, 'close')
  await call.clients.create({ name: 'Nobody listens any more' })
  expect(await call.clients.list({})).toHaveLength(1)
})

test('calls are written down under the name of who asks', async () => {
  const { engine, call } = await testWorkspace()
  const { port1, port2 } = openPort()
  servePort(engine, nodePort(port1), 'ana')
  await connectedBy(new RPCLink({ port: started(port2) })).client.clients.create({ name: 'Nordlicht' })
  expect((await call.workspace.history({}))[0]).toMatchObject({ actor: 'ana', summary: 'Added the client Nordlicht' })
})

function openPort(): MessageChannel {
  const channel = new MessageChannel()
  onTestFinished(() => channel.port1.close())
  return channel
}

function started(port: MessagePort): MessagePort {
  port.start()
  return port
}
