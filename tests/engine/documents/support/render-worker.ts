import { parentPort, workerData } from 'node:worker_threads'
import { renderContract } from '#src/main/engine/documents/contract/renderContract.ts'
import type { ContractDocument, RenderedContract } from '#src/main/engine/documents/contract/types.ts'

const rendered: RenderedContract[] = []
for (const contract of workerData as ContractDocument[]) rendered.push(await renderContract(contract))
parentPort?.postMessage(rendered, [])
