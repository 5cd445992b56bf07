import type { Network, NetworkRequest } from '../engine/ports.ts'

/** A service that keeps silent for longer is taken to be down, milliseconds. */
const longestSilence = 20_000
/** One that lets its answer drip is, too. */
const longestAnswer = 60_000

/** The only door to the network. The engine asks it for time stamps and what belongs to them, and only while a person has turned them on. */
export const nodeNetwork: Network = { send }

/** Answers with the body. Throws an Error with a sentence for anything but a whole answer of status 200 within the limits. */
async function send({ url, method, contentType, body, mostBytes, signal }: NetworkRequest): Promise<Uint8Array> {
  const { protocol } = new URL(url)
  if (protocol !== 'https:' && protocol !== 'http:') throw new Error('The address begins with neither https:// nor http://.')
  // They are large, and most people never ask a service.
  const { request } = await (protocol === 'https:' ? import('node:https') : import('node:http'))
  return new Promise((resolve, reject) => {
    const headers = { ...(contentType ? { 'content-type': contentType } : {}), ...(body ? { 'content-length': body.length } : {}) }
    // The connection is closed without a reason: one given to it after the answer has come reaches nobody, and ends the program.
    const giveUp = (problem: string): void => {
      reject(new Error(problem))
      asked.destroy()
    }
    const asked = request(url, { method, headers, timeout: longestSilence, ...(signal ? { signal } : {}) }, (answer) => {
      const parts: Buffer[] = []
      let length = 0
      answer.on('data', (part: Buffer) => {
        parts.push(part)
        length += part.length
        if (length > mostBytes) giveUp('The answer is larger than it can be.')
      })
      answer.on('error', reject)
      answer.on('end', () => {
        if (answer.statusCode === 200) resolve(new Uint8Array(Buffer.concat(parts)))
        else reject(new Error(`The service answered with status ${answer.statusCode ?? 0}.`))
      })
    })
    const end = setTimeout(() => giveUp('The service takes too long to answer.'), longestAnswer)
    asked.on('close', () => clearTimeout(end))
    asked.on('timeout', () => giveUp('The service does not answer.'))
    asked.on('error', reject)
    asked.end(body)
  })
}
