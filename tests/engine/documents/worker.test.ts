import { Worker } from 'node:worker_threads'
import { expect, test } from 'vitest'
import { renderContract } from '#src/main/engine/documents/contract/renderContract.ts'
import type { RenderedContract } from '#src/main/engine/documents/contract/types.ts'
import { sampleContract } from './support/sample.ts'

function inWorker(contracts: unknown[]): Promise<RenderedContract[]> {
  const worker = new Worker(new URL('support/render-worker.ts', import.meta.url), { workerData: contracts })
  return new Promise((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
  })
}

test('several workers at once draw the same bytes as one thread', async () => {
  const contracts = ['Ana Martins', 'محمد علي', '王小明 🌸', 'Bea Lind'].map((name) => sampleContract({ 'creator.name': name }))
  const [first, second] = await Promise.all([inWorker(contracts.slice(0, 2)), inWorker(contracts.slice(2))])
  for (const [at, contract] of contracts.entries()) {
    const expected = await renderContract(contract)
    const drawn = [...first, ...second][at]
    expect(Buffer.compare(drawn?.bytes ?? new Uint8Array(), expected.bytes)).toBe(0)
    expect(drawn?.signaturePlaces).toEqual(expected.signaturePlaces)
  }
})
