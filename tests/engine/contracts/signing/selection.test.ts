import { expect, onTestFinished, test, vi } from 'vitest'
import type { Job } from '#src/main/engine/jobs.ts'
import { addRoster } from '../../campaigns/setup.ts'
import { expectValid, signingDesk, signingRows } from '../signing-desk.ts'

/** A desk with as many drafts more. */
async function deskOfMany(count: number) {
  const desk = await signingDesk()
  const names = Array.from({ length: count }, (_, at) => `Creator ${at + 1}`)
  const { added } = await desk.call.campaigns.addCreators({ id: desk.campaignId, creatorIds: await addRoster(desk, names) })
  const { ids } = await desk.call.contracts.create({ collaborationIds: added })
  const watch = (look: (job: Job) => void) => {
    const end = new AbortController()
    onTestFinished(() => end.abort())
    const events = desk.engine.contextFor('test').bus.subscribe(end.signal)
    void (async () => {
      for await (const event of events) if (event.type === 'job') look(event.job)
    })()
  }
  return { ...desk, ids, watch }
}

test('a selection is signed with one identity in one job with progress, and is one step of the history', async () => {
  const desk = await deskOfMany(6)
  const { call, ids, mira } = desk
  const passphrase = 'ein Satz für sechs Verträge'
  await call.identities.create({ name: 'Mira Sommer', passphrase })
  const jobs: Job[] = []
  desk.watch((job) => jobs.push(job))
  const signed = await call.contracts.signMany({ ids: [...ids, ids[0] ?? ''], ...mira, passphrase, reason: 'Agreed' })
  expect(signed.documentIds).toHaveLength(6)
  await vi.waitFor(() => expect(jobs.at(-1)).toMatchObject({ state: 'done', progress: 1 }))
  expect(new Set(jobs.map(({ id }) => id)).size).toBe(1)
  expect(jobs[0]?.label).toBe('Signing 6 contracts')
  for (const documentId of signed.documentIds) await expectValid(desk, documentId, ['agency'])
  const fingerprints = await Promise.all(
    signed.documentIds.map(
      async (documentId) => (await call.contracts.verifyDocument({ documentId })).signatures[0]?.certificate?.fingerprint,
    ),
  )
  expect(new Set(fingerprints).size).toBe(1)
  expect((await call.workspace.history({ limit: 1 }))[0]?.summary).toBe('Mira Sommer signed 6 contracts for the agency')
  await call.workspace.undo({ entryId: signed.entryId ?? undefined })
  expect(new Set((await call.contracts.list({})).map(({ status }) => status))).toEqual(new Set(['draft']))
})

test('the workspace answers while a selection is signed', async () => {
  const desk = await deskOfMany(8)
  const { call, ids, mira } = desk
  let isDone = false
  const signing = call.contracts.signMany({ ids, ...mira }).finally(() => {
    isDone = true
  })
  let answers = 0
  while (!isDone && answers < 5) {
    await call.contracts.list({})
    answers++
  }
  expect([answers, isDone]).toEqual([5, false])
  expect((await signing).documentIds).toHaveLength(8)
})

test('cancelled in the middle, nothing is signed', async () => {
  const desk = await deskOfMany(12)
  const { call, ids, mira, engine } = desk
  const before = signingRows(desk)
  desk.watch(({ id, progress }) => {
    if ((progress ?? 0) > 0) engine.contextFor('test').jobs.cancel(id)
  })
  await expect(call.contracts.signMany({ ids, ...mira })).rejects.toMatchObject({ code: 'CANCELLED' })
  expect(signingRows(desk)).toEqual(before)
})

test('all or none: one that is signed already, or gone, keeps the others unsigned, and is named', async () => {
  const desk = await deskOfMany(4)
  const { call, ids, mira, ports } = desk
  await call.contracts.sign({ id: ids[2] ?? '', ...mira })
  const before = signingRows(desk)
  await expect(call.contracts.signMany({ ids, ...mira })).rejects.toMatchObject({
    code: 'CONFLICT',
    message: expect.stringContaining('Mira Sommer has signed contract 2026-0005 for the agency already.'),
  })
  await expect(call.contracts.signMany({ ids: [ids[0] ?? '', ports.newId()], ...mira })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect(signingRows(desk)).toEqual(before)
})
