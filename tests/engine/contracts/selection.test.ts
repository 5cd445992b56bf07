import { randomUUID } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { Job } from '#src/main/engine/jobs.ts'
import { smallAgency } from '#tests/support/thread.ts'
import { testWorkspace } from '#tests/support/workspace.ts'
import { addRoster } from '../campaigns/setup.ts'
import { stepsOf } from './setup.ts'

/** A campaign of so many creators besides its two, with a draft for each of them. */
async function manyDrafts(count: number) {
  const workspace = await testWorkspace()
  const agency = await smallAgency(workspace)
  const names = Array.from({ length: count }, (_, i) => `Creator ${i + 1}`)
  const { added } = await workspace.call.campaigns.addCreators({
    id: agency.campaignId,
    creatorIds: await addRoster(workspace, names),
  })
  const { ids, entryId } = await workspace.call.contracts.create({ collaborationIds: added })
  const { bus, jobs } = workspace.engine.contextFor('test')
  const end = new AbortController()
  onTestFinished(() => end.abort())
  const seen: Job[] = []
  const watch = (look: (job: Job) => void) => {
    const events = bus.subscribe(end.signal)
    void (async () => {
      for await (const event of events) if (event.type === 'job') look(event.job)
    })()
  }
  watch((job) => seen.push(job))
  return {
    ...workspace,
    ids,
    entryId,
    seen,
    /** Cancels a job as soon as something of it is done. */
    cancelHalfway: (label: string) => watch((job) => job.label === label && (job.progress ?? 0) > 0 && jobs.cancel(job.id)),
    /** Names of all PDFs that lie in the workspace. */
    files: () => filesIn(join(workspace.folder, 'workspace', 'files')),
  }
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) => (entry.isFile() ? [entry.name] : []))
}

const signer = { signerName: 'Mira Sommer' }

test('a selection is drawn and signed in worker threads, with progress, and each contract has its own papers', async () => {
  const workspace = await manyDrafts(8)
  const { call, ids, seen } = workspace
  const { documentIds } = await call.contracts.render({ ids })
  const { documentIds: signed } = await call.contracts.signMany({ ids, ...signer })
  await vi.waitFor(() => expect(seen.at(-1)).toMatchObject({ label: 'Signing 8 contracts', state: 'done', progress: 1 }))
  for (const label of ['Drawing 8 contracts', 'Signing 8 contracts']) {
    const shares = seen.filter((job) => job.label === label).map(({ progress }) => progress ?? 0)
    expect(shares).toEqual(shares.toSorted((a, b) => a - b))
    expect(shares.some((share) => share > 0 && share < 1)).toBe(true)
  }
  for (const [at, id] of ids.entries()) {
    const { documents, number, status } = await call.contracts.show({ id })
    expect(status).toBe('signed by one')
    expect(new Set(documents.map((document) => document.id))).toEqual(new Set([documentIds[at], signed[at]]))
    expect(await call.contracts.verifyDocument({ documentId: signed[at] ?? '' })).toMatchObject({
      status: 'valid',
      contract: { id, number },
    })
    expect(await stepsOf(workspace, id)).toEqual(['made', 'rendered', 'signed'])
  }
})

test.each(['render', 'signMany'] as const)('cancelled halfway, %s leaves every contract and the files as they were', async (step) => {
  const workspace = await manyDrafts(30)
  const { call, ids, files, cancelHalfway } = workspace
  const before = files()
  cancelHalfway(step === 'render' ? 'Drawing 30 contracts' : 'Signing 30 contracts')
  const work = step === 'render' ? call.contracts.render({ ids }) : call.contracts.signMany({ ids, ...signer })
  await expect(work).rejects.toMatchObject({ code: 'CANCELLED' })
  for (const { status, documentCount } of await lines(workspace)) expect([status, documentCount]).toEqual(['draft', 0])
  expect(files()).toEqual(before)
  expect((await call.workspace.check({})).findings).toEqual([])
  // And nothing of it stands in the way of doing it after all.
  expect((await call.contracts.signMany({ ids: ids.slice(0, 2), ...signer })).documentIds).toHaveLength(2)
})

test('where one of a selection cannot be signed, the answer says which, and no other is', async () => {
  const workspace = await manyDrafts(6)
  const { call, ids, files } = workspace
  const fourth = ids[3] ?? ''
  await call.contracts.setStatus({ ids: [fourth], status: 'declined' })
  const { number } = await call.contracts.show({ id: fourth })
  const before = files()
  await expect(call.contracts.signMany({ ids, ...signer })).rejects.toMatchObject({
    code: 'CONFLICT',
    message: expect.stringContaining(number),
  })
  expect((await lines(workspace)).filter(({ status }) => status !== 'draft')).toHaveLength(1)
  expect(files()).toEqual(before)
})

test('where one of a selection cannot be drawn, the answer says which, and no other is', async () => {
  const workspace = await manyDrafts(6)
  const { call, ids, engine, files } = workspace
  const fifth = ids[4] ?? ''
  const { number } = await call.contracts.show({ id: fifth })
  await engine.contextFor('test').workspace.writer.transact({ procedure: 'test', actor: 'test' }, async (db) => {
    await db.updateTable('contract').set({ template_id: 'of-a-later-troupe' }).where('id', '=', fifth).execute()
  })
  const before = files()
  await expect(call.contracts.render({ ids })).rejects.toMatchObject({ message: expect.stringContaining(number) })
  expect((await lines(workspace)).every(({ documentCount }) => documentCount === 0)).toBe(true)
  expect(files()).toEqual(before)
})

test('undo takes back what was made for a selection, and what was drawn of it', async () => {
  const { call, ids, entryId } = await manyDrafts(6)
  const drawn = await call.contracts.render({ ids })
  await expect(call.workspace.undo({ entryId: entryId ?? randomUUID() })).rejects.toMatchObject({ code: 'UNDO_CONFLICT' })
  expect(await call.contracts.list({})).toHaveLength(6)
  await call.workspace.undo({ entryId: drawn.entryId ?? randomUUID() })
  await call.workspace.undo({ entryId: entryId ?? randomUUID() })
  expect(await call.contracts.list({})).toEqual([])
  expect(await call.workspace.check({})).toMatchObject({ ok: true })
})

/** State and number of documents of every contract. */
async function lines({ engine }: Pick<Awaited<ReturnType<typeof manyDrafts>>, 'engine'>) {
  const { read } = engine.contextFor('test')
  return read
    .selectFrom('contract as t')
    .leftJoin('contract_document as d', 'd.contract_id', 't.id')
    .select(({ fn }) => ['t.status', fn.count<number>('d.id').as('documentCount')])
    .groupBy('t.id')
    .execute()
}
