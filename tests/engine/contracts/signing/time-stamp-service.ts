import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import { openssl } from '#tests/engine/documents/support/openssl.ts'

/** What a service does instead of answering as it should. */
export type Fault = 'refuses' | 'page' | 'status' | 'replay' | 'huge' | 'silent' | 'hangs' | 'revoked' | 'alone'

/** A time stamp service on this machine, with its own authority, the list of what that took back, and somebody who answers questions. */
export async function timeStampService({ names = 'list' }: { names?: 'list' | 'responder' | 'nothing' } = {}) {
  const made = openssl()
  const asked: string[] = []
  let fault: Fault | null = null
  let earlier: Uint8Array | undefined
  const answer = (path: string, body: Uint8Array): Uint8Array => {
    if (path === '/list') return made.revocationList('stamps', fault === 'revoked' ? 'service' : undefined)
    if (path === '/status') return made.statusAnswer('stamps', 'service', body, fault === 'revoked')
    if (fault === 'page') return new TextEncoder().encode('<html>Please log in</html>')
    if (fault === 'huge') return new Uint8Array(2_000_000)
    if (fault === 'replay' && earlier) return earlier
    return (earlier = made.stampAnswer('service', body, {
      ...(fault === 'refuses' ? { digests: 'sha512' } : {}),
      ...(fault === 'alone' ? {} : { certificates: 'stamps' }),
    }))
  }
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`)
    void bodyOf(request).then((body) => {
      if (fault === 'silent') return request.socket.destroy()
      if (fault === 'hangs') return undefined
      response.statusCode = fault === 'status' ? 503 : 200
      return response.end(answer(request.url ?? '', body))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const place = {
    list: `crlDistributionPoints=URI:${address}/list`,
    responder: `authorityInfoAccess=OCSP;URI:${address}/status`,
    nothing: '',
  }
  made.authority('stamps', '/CN=Stamps of Lisboa')
  made.certificate('service', 'stamps', '/CN=Stamp service', {
    extensions: `basicConstraints=critical,CA:false\nkeyUsage=critical,digitalSignature\nextendedKeyUsage=critical,timeStamping\n${place[names]}`,
  })
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
    made.close()
  })
  return {
    url: `${address}/stamp`,
    /** What it was asked, in order. */
    asked,
    answerWith(next: Fault | null) {
      fault = next
    },
  }
}

async function bodyOf(request: IncomingMessage): Promise<Uint8Array> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return new Uint8Array(Buffer.concat(parts))
}
