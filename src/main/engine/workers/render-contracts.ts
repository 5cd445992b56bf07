import { parentPort } from 'node:worker_threads'
import { codeOf } from '#src/shared/contract/errors.ts'
import { drawAndSign } from '../documents/contract/drawAndSign.ts'
import type { FromPaperWorker, ToPaperWorker } from '../contracts/paper/messages.ts'

const port = parentPort
const post = (message: FromPaperWorker) => port?.postMessage(message)
/** Time stamps that have been asked for and not come yet. Only the engine may ask the network. */
let waiting: PromiseWithResolvers<Uint8Array> | undefined

port?.on('message', (message: ToPaperWorker) => {
  if (message.kind === 'job') void run(message)
  else if (message.kind === 'stamp') waiting?.resolve(message.token)
  else waiting?.reject(new Error('There is no time stamp.'))
})

function stamp(signature: Uint8Array): Promise<Uint8Array> {
  waiting = Promise.withResolvers()
  post({ kind: 'stamp', signature })
  return waiting.promise
}

async function run({ job, isStamped }: Extract<ToPaperWorker, { kind: 'job' }>): Promise<void> {
  try {
    const paper = await drawAndSign(job, isStamped ? stamp : undefined)
    // Handed over, not copied.
    const files = [paper.drawn?.bytes, paper.signed].flatMap((bytes) => (bytes ? [bytes.buffer as ArrayBuffer] : []))
    port?.postMessage({ kind: 'done', paper } satisfies FromPaperWorker, [...new Set(files)])
  } catch (error) {
    const known = codeOf(error)
    if (known === 'INTERNAL') process.stderr.write(`render-contracts: ${error instanceof Error ? error.stack : String(error)}\n`)
    post({ kind: 'failed', code: known, message: error instanceof Error ? error.message : String(error) })
  }
}
