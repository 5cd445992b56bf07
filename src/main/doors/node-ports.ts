import { fileURLToPath } from 'node:url'
import { Worker, type ResourceLimits } from 'node:worker_threads'
import { uuidv7 } from 'uuidv7'
import type { Clock, EnginePorts, Secrets, StartWorker, WorkerName } from '../engine/ports.ts'
import { keyFileSecrets } from './key-file-secrets.ts'
import { nodeNetwork } from './network.ts'

export const systemClock: Clock = {
  now: () => new Date().toISOString(),
  today: () => {
    const now = new Date()
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
  },
}

// Built bundles lie in out/main beside their workers; sources run as they are.
const isBuilt = !import.meta.url.endsWith('.ts')
/** The folder that holds resources/ and the built page, with a slash at the end. */
export const applicationFolder = fileURLToPath(new URL(isBuilt ? '../../' : '../../../', import.meta.url))

// Jobs make much that is soon forgotten; with the usual space for it they take twice the memory and no less time. What a worker for PDFs
// really holds, its fonts, is about 50 MB, with Chinese and Korean ones too.
const limits: Record<WorkerName, ResourceLimits> = {
  'import-creators': { maxYoungGenerationSizeMb: 48 },
  'check-workspace': { maxYoungGenerationSizeMb: 24 },
  // A contract of ten pages takes 30 MB to read.
  'read-pdf': { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 512 },
  'render-contracts': { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 96 },
}

const startWorker: StartWorker = (name, data) => {
  const built = new URL(`./worker-${name}.js`, import.meta.url)
  const source = new URL(`../engine/workers/${name}.ts`, import.meta.url)
  return new Worker(isBuilt ? built : source, { workerData: data, resourceLimits: limits[name] })
}

/** The ports of an engine that runs in plain Node, or in Electron's utility process with its own `secrets`. */
export function nodePorts(given: { secrets?: Secrets; resources?: string; appVersion: string }): EnginePorts {
  return {
    clock: systemClock,
    network: nodeNetwork,
    newId: uuidv7,
    secrets: given.secrets ?? keyFileSecrets(),
    startWorker,
    resources: given.resources ?? `${applicationFolder}resources`,
    signingPage: fileURLToPath(
      new URL(isBuilt ? '../signing-page/template.html' : '../../../out/signing-page/template.html', import.meta.url),
    ),
    appVersion: given.appVersion,
  }
}
