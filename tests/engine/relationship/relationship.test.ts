import { expect, test } from 'vitest'
import { smallAgency } from '#tests/support/thread.ts'
import { testWorkspace } from '#tests/support/workspace.ts'

async function agency() {
  const workspace = await testWorkspace({ today: '2026-11-21' })
  const made = await smallAgency(workspace)
  const [ana = '', yulia = ''] = made.creatorIds
  const show = (creatorId = ana) => workspace.call.relationship.show({ creatorId })
  return { ...workspace, ...made, ana, yulia, show }
}

test('what happened is written down for a selection, newest first, and taken back by one undo', async () => {
  const { call, ana, yulia, show } = await agency()
  await call.relationship.log({ creatorIds: [ana, yulia], kind: 'message', channel: 'mail', words: 'Asked for spring dates' })
  const { entryId } = await call.relationship.log({
    creatorIds: [ana, yulia],
    kind: 'win',
    words: 'Sold out in a day',
    happenedOn: '2026-11-01',
  })
  const { log, wins, lastContactOn } = await show(yulia)
  expect(log.map(({ kind, words, person }) => [kind, words, person])).toEqual([
    ['message', 'Asked for spring dates', 'test'],
    ['win', 'Sold out in a day', 'test'],
  ])
  expect([wins, lastContactOn]).toEqual([1, '2026-11-21'])
  await call.workspace.undo({ entryId: entryId ?? '' })
  expect((await show(ana)).wins).toBe(0)
  expect((await show(yulia)).log).toHaveLength(1)
})

test('a day that is yet to come, words without a word, and a collaboration of somebody else are refused, and nothing is kept', async () => {
  const { call, ana, yulia, collaborationIds, show } = await agency()
  const log = (more: object) => call.relationship.log({ creatorIds: [ana, yulia], kind: 'call', words: 'Hello', ...more })
  await expect(log({ happenedOn: '2026-11-22' })).rejects.toMatchObject({ code: 'BAD_INPUT' })
  await expect(log({ words: '  ' })).rejects.toMatchObject({ code: 'BAD_INPUT' })
  await expect(log({ collaborationId: collaborationIds[0] })).rejects.toMatchObject({ code: 'CONFLICT' })
  await expect(log({ creatorIds: [ana, '01890000-0000-7000-8000-000000000000'] })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect((await show()).log).toEqual([])
})

test('a check-in moves with every word exchanged, never back, and comes up on the day', async () => {
  const { call, ana, show } = await agency()
  await call.relationship.setCheckIn({ creatorIds: [ana], everyDays: 14 })
  expect((await show()).checkIn).toMatchObject({ dueOn: '2026-11-21', everyDays: 14 })
  expect((await call.workspace.today({})).items).toContainEqual(expect.objectContaining({ kind: 'check-in due', title: 'Ana Martins' }))
  await call.relationship.log({ creatorIds: [ana], kind: 'call', words: 'Plans for spring' })
  expect((await show()).checkIn?.dueOn).toBe('2026-12-05')
  await call.relationship.log({ creatorIds: [ana], kind: 'message', words: 'Written down late', happenedOn: '2026-11-10' })
  await call.relationship.log({ creatorIds: [ana], kind: 'win', words: 'No word was exchanged' })
  expect((await show()).checkIn?.dueOn).toBe('2026-12-05')
  expect((await call.relationship.due({})).length).toBe(0)
  await call.relationship.setCheckIn({ creatorIds: [ana], everyDays: null })
  expect((await show()).checkIn).toBeNull()
})

test('reminders are due, put off and ticked off; one that comes again stays with its next day', async () => {
  const { call, ana, yulia, show } = await agency()
  await call.relationship.remind({ creatorIds: [ana, yulia], dueOn: '2026-11-24', words: 'Birthday' })
  await call.relationship.remind({ creatorIds: [ana], dueOn: '2026-11-20', everyDays: 30, words: 'Send the numbers' })
  const due = await call.relationship.due({})
  expect(due.map(({ creatorName, words }) => [creatorName, words])).toEqual([
    ['Ana Martins', 'Send the numbers'],
    ['Ana Martins', 'Birthday'],
    ['Юлия 한지민 王 سارة', 'Birthday'],
  ])
  await call.relationship.setDone({ ids: due.map(({ id }) => id), done: true })
  expect((await show()).reminders).toMatchObject([{ words: 'Send the numbers', dueOn: '2026-12-21' }])
  await call.relationship.setDone({ ids: due.slice(2).map(({ id }) => id), done: false })
  await call.relationship.postpone({ ids: due.slice(2).map(({ id }) => id), dueOn: '2027-01-15' })
  expect((await show(yulia)).reminders).toMatchObject([{ dueOn: '2027-01-15', doneOn: null }])
  await expect(call.relationship.setDone({ ids: [ana], done: true })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('somebody who is not to be contacted is in no list of what is due', async () => {
  const { call, ana } = await agency()
  await call.relationship.setCheckIn({ creatorIds: [ana], everyDays: 14 })
  await call.creators.update({ id: ana, changes: { doNotContact: true } })
  expect(await call.relationship.due({})).toEqual([])
})

test('after six months a partnership is to be reviewed with what speaks for and against it, once', async () => {
  const { call, ana, collaborationIds, show } = await agency()
  const [collaborationId = ''] = collaborationIds
  for (const [dueOn, postedAt] of [
    ['2026-04-02', '2026-04-02T09:00:00Z'],
    ['2026-07-01', '2026-07-03T09:00:00Z'],
  ] as const) {
    const { id } = await call.deliverables.create({ collaborationId, platform: 'instagram', format: 'reel', title: 'Reel', dueOn })
    await call.deliverables.update({ ids: [id], changes: { status: 'posted', postedAt } })
  }
  const results = { collaborationId, source: 'typed', currency: 'EUR' }
  for (const [recordedOn, conversions] of [
    ['2026-07-15', 10],
    ['2026-10-15', 40],
  ] as const)
    await call.measurement.addResult({ ...results, recordedOn, conversions })
  const [renewal, ...others] = await call.relationship.renewals({})
  expect(others).toEqual([])
  expect(renewal).toMatchObject({ creatorId: ana, since: '2026-04-02', reviewOn: '2026-10-02', verdict: 'renew' })
  expect(renewal?.conversions?.months).toEqual([null, 10, null, null, 40, null])
  expect(renewal?.for).toContain('Conversions grew by 300% in the later three of the last six months.')
  expect(renewal?.against).toEqual(['1 of 2 posts went out by their due date.'])
  expect((await call.workspace.today({})).items).toContainEqual(expect.objectContaining({ kind: 'renewal to review', column: 'overdue' }))

  const { entryId } = await call.relationship.decideRenewal({ creatorIds: [ana], decision: 'pause', words: 'Back in spring' })
  expect((await call.creators.show({ id: ana })).stage).toBe('paused')
  expect((await show()).log[0]).toMatchObject({ kind: 'renewal', words: 'Paused. Back in spring' })
  expect(await call.relationship.renewals({})).toEqual([])
  await call.workspace.undo({ entryId: entryId ?? '' })
  expect(await call.relationship.renewals({})).toHaveLength(1)
})
