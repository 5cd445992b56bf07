import { parentPort, workerData } from 'node:worker_threads'
import { failureOf } from '../failure.ts'
import { checkWorkspace } from '../workspace/check.ts'
import type { CheckMessage, CheckTask } from '../workspace/checking/worker-messages.ts'

const { folder } = workerData as CheckTask
const post = (message: CheckMessage) => parentPort?.postMessage(message)

/** Between two messages, in milliseconds. */
const quiet = 100
let lastShown = 0

try {
  const report = await checkWorkspace(folder, (share, note) => {
    if (performance.now() - lastShown < quiet) return
    lastShown = performance.now()
    post({ kind: 'progress', share, note })
  })
  post({ kind: 'done', report })
} catch (error) {
  const { code, message } = failureOf(error, 'check-workspace')
  post({ kind: 'failed', code, message })
}
