import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { nodeNetwork } from '#src/main/doors/network.ts'

async function serviceThat(answers: (request: IncomingMessage, response: ServerResponse) => void): Promise<string> {
  const server = createServer(answers)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/here`
}

const ask = (url: string, more: { mostBytes?: number; signal?: AbortSignal } = {}) =>
  nodeNetwork.send({
    url,
    method: 'POST',
    contentType: 'application/timestamp-query',
    body: Uint8Array.of(1, 2, 3),
    mostBytes: 100,
    ...more,
  })

test('sends the body as what it is, and answers with the bytes', async () => {
  const url = await serviceThat((request, response) => {
    const { method, url: path, headers } = request
    request.on('data', (body: Buffer) =>
      response.end(`${method} ${path} ${headers['content-type']} ${headers['content-length']} ${body.toString('hex')}`),
    )
  })
  expect(Buffer.from(await ask(url)).toString()).toBe('POST /here application/timestamp-query 3 010203')
})

test('tells nobody who asks', async () => {
  const heard: string[] = []
  const url = await serviceThat((request, response) => {
    heard.push(...Object.keys(request.headers))
    response.end()
  })
  await ask(url)
  expect(heard.toSorted()).toEqual(['connection', 'content-length', 'content-type', 'host'])
})

test.each([
  ['another status', (response: ServerResponse) => response.writeHead(404).end(), 'The service answered with status 404.'],
  [
    'a way elsewhere, which is not followed',
    (response: ServerResponse) => response.writeHead(302, { location: 'http://127.0.0.1:9/' }).end(),
    'The service answered with status 302.',
  ],
  ['too much', (response: ServerResponse) => response.end(Buffer.alloc(101)), 'The answer is larger than it can be.'],
  [
    'half an answer',
    (response: ServerResponse) => response.writeHead(200, { 'content-length': '50' }).write('x', () => response.destroy()),
    '',
  ],
] as const)('%s is a fault in a sentence', async (_, answer, sentence) => {
  const url = await serviceThat((_request, response) => void answer(response))
  await expect(ask(url)).rejects.toThrow(sentence)
})

test('an address of another kind, nobody there, and a person who cancels', async () => {
  await expect(ask('ftp://127.0.0.1/')).rejects.toThrow('The address begins with neither https:// nor http://.')
  await expect(ask('http://127.0.0.1:9/')).rejects.toThrow(/ECONNREFUSED/)
  const cancel = new AbortController()
  const url = await serviceThat(() => cancel.abort())
  await expect(ask(url, { signal: cancel.signal })).rejects.toThrow(/abort/)
})
