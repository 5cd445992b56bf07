import { expect, onTestFinished, test, vi } from 'vitest'
import type { Job } from '#src/main/engine/jobs.ts'
import { smallAgency } from '#tests/support/thread.ts'
import { testWorkspace, type TestWorkspace } from '#tests/support/workspace.ts'
import { addRoster } from '../campaigns/setup.ts'
import { stepsOf } from './setup.ts'

async function manyCreators(count: number) {
  const workspace = await testWorkspace()
  const agency = await smallAgency(workspace)
  const creatorIds = await addRoster(
    workspace,
    Array.from({ length: count }, (_, i) => `Creator ${i + 1}`),
  )
  const { added } = await workspace.call.campaigns.addCreators({ id: agency.campaignId, creatorIds })
  return { ...workspace, ...agency, added }
}

/** Hands every state of every job to `look`, until the test ends. */
function watchJobs({ engine }: TestWorkspace, look: (job: Job) => void): void {
  const end = new AbortController()
  onTestFinished(() => end.abort())
  const events = engine.contextFor('test').bus.subscribe(end.signal)
  void (async () => {
    for await (const event of events) if (event.type === 'job') look(event.job)
  })()
}

test('a selection is made and drawn as one job with progress, and is one step of the history', async () => {
  const workspace = await manyCreators(12)
  const { call, added } = workspace
  const jobs: Job[] = []
  watchJobs(workspace, (job) => jobs.push(job))
  const made = await call.contracts.create({ collaborationIds: added, draw: true, language: 'de' })
  expect(made.ids).toHaveLength(12)
  expect(made.documentIds).toHaveLength(12)
  expect(made.numbers).toEqual(Array.from({ length: 12 }, (_, i) => `2026-${String(i + 1).padStart(4, '0')}`))
  await vi.waitFor(() => expect(jobs.at(-1)).toMatchObject({ state: 'done', progress: 1 }))
  expect(new Set(jobs.map(({ label }) => label))).toEqual(new Set(['Making 12 contracts']))
  const last = await call.contracts.show({ id: made.ids.at(-1) as string })
  expect(last).toMatchObject({
    status: 'draft',
    language: 'de',
    documents: [{ kind: 'rendered' }],
    versions: [{ number: 1, documentId: made.documentIds.at(-1) }],
  })
  expect(await stepsOf(workspace, last.id)).toEqual(['made', 'rendered'])
  expect((await call.workspace.history({ limit: 1 }))[0]?.summary).toBe('Made 12 contracts, 2026-0001 to 2026-0012')
  await call.workspace.undo({ entryId: made.entryId ?? undefined })
  expect(await call.contracts.list({})).toEqual([])
})

test('cancelled in the middle, nothing is made', async () => {
  const workspace = await manyCreators(40)
  const { call, added, engine } = workspace
  watchJobs(workspace, ({ id, progress }) => {
    if ((progress ?? 0) > 0) engine.contextFor('test').jobs.cancel(id)
  })
  await expect(call.contracts.create({ collaborationIds: added, draw: true })).rejects.toMatchObject({ code: 'CANCELLED' })
  expect(await call.contracts.list({})).toEqual([])
})

test('one that is gone stops the whole selection', async () => {
  const { call, added, ports } = await manyCreators(2)
  await expect(call.contracts.create({ collaborationIds: [...added, ports.newId()] })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect(await call.contracts.list({})).toEqual([])
})
