import { expect, test } from 'vitest'
import { testWorkspace } from '#tests/support/workspace.ts'

const today = '2026-11-21'

async function withCreators() {
  const workspace = await testWorkspace({ today })
  const values = { followers: 20_000, following: 300, avgLikes: 700, avgComments: 30 }
  const ids: string[] = []
  for (const name of ['Ana', 'Bo'])
    ids.push((await workspace.call.creators.create({ name, accounts: [{ platform: 'tiktok', handle: name, values }] })).id)
  const [ana = '', bo = ''] = ids
  return { ...workspace, ana, bo }
}

test('a review asks the three steps, is answered, decided and kept; what was seen stays as it stood', async () => {
  const { call, ana, bo } = await withCreators()
  expect(await call.vetting.startReviews({ creatorIds: [ana, bo, ana], reviewer: 'Mira' })).toMatchObject({ underWay: 0 })
  expect(await call.vetting.startReviews({ creatorIds: [ana, bo] })).toMatchObject({ started: [], underWay: 2, entryId: null })
  const [review] = await call.vetting.reviews({ creatorIds: [ana] })
  const id = review?.id ?? ''
  const asked = await call.vetting.review({ id })
  expect(asked).toMatchObject({ creatorName: 'Ana', reviewer: 'Mira', startedOn: today, answered: 0, decision: null, signals: null })
  expect([...new Set(asked.items.map(({ step }) => step))]).toEqual(['Audience quality', 'Content alignment', 'Engagement analysis'])

  await call.vetting.updateReview({ id, items: [{ id: 'growth', answer: 'fine', finding: ' Slow and steady. ' }] })
  await call.vetting.updateReview({
    id,
    items: [
      { id: 'growth', answer: 'look' },
      { id: 'values', answer: 'fine' },
    ],
  })
  const items = new Map((await call.vetting.review({ id })).items.map((item) => [item.id, item]))
  expect(items.get('growth')).toMatchObject({ answer: 'look', finding: 'Slow and steady.' })
  expect(await call.vetting.updateReview({ id, items: [{ id: 'growth', answer: 'look' }] })).toEqual({ entryId: null })

  const accountId = (await call.creators.show({ id: ana })).accounts[0]?.id ?? ''
  const comments = Array.from({ length: 30 }, (_, at) => `Where is lamp ${at} from?`).join('\n')
  await call.vetting.addSample({ accountId, kind: 'comments', text: comments })
  const { credibility } = await call.vetting.decide({
    id,
    decision: 'approve with conditions',
    conditions: 'No rivals.',
    recheckOn: '2026-11-25',
  })
  expect(credibility).toBe(100)
  const decided = await call.vetting.review({ id })
  expect(decided).toMatchObject({ decision: 'approve with conditions', conditions: 'No rivals.', decidedOn: today, answered: 2 })
  await call.creators.addSnapshot({ accountId, takenOn: today, values: { followers: 21_000, avgLikes: 10 } })
  expect((await call.vetting.review({ id })).signals).toEqual(decided.signals)
  expect(decided.signals?.signals.find((signal) => signal.id === 'engagement')).toMatchObject({ value: 365, verdict: 'fine' })
  await expect(call.vetting.updateReview({ id, items: [] })).rejects.toMatchObject({ code: 'CONFLICT' })
  await expect(call.vetting.decide({ id, decision: 'approve' })).rejects.toMatchObject({ code: 'CONFLICT' })

  const { id: again } = await call.vetting.reopen({ id, reviewer: 'Ruth' })
  expect(await call.vetting.review({ id: again })).toMatchObject({ reviewer: 'Ruth', answered: 2, decision: null })
  await expect(call.vetting.reopen({ id })).rejects.toMatchObject({ code: 'CONFLICT' })
  expect((await call.vetting.reviews({ creatorIds: [ana] })).map((one) => one.id)).toEqual([again, id])
})

test('a decision needs what belongs to it', async () => {
  const { call, ana } = await withCreators()
  const { started } = await call.vetting.startReviews({ creatorIds: [ana] })
  const id = started[0] ?? ''
  const refused = async (decision: Omit<Parameters<typeof call.vetting.decide>[0], 'id'>, about: string) =>
    expect(call.vetting.decide({ id, ...decision })).rejects.toMatchObject({ code: 'BAD_INPUT', message: expect.stringContaining(about) })
  await refused({ decision: 'reject' }, 'reason')
  await refused({ decision: 'reject', reason: '  ' }, 'reason')
  await refused({ decision: 'approve with conditions' }, 'conditions')
  await refused({ decision: 'approve', conditions: 'None' }, 'conditions')
  await refused({ decision: 'approve', decidedOn: '2026-11-22' }, 'day to come')
  await refused({ decision: 'approve', decidedOn: '2026-11-20' }, 'began on')
  await refused({ decision: 'approve', recheckOn: today }, 're-check')
  await expect(call.vetting.updateReview({ id, items: [{ id: 'weather', answer: 'fine' }] })).rejects.toMatchObject({ code: 'BAD_INPUT' })
  await expect(call.vetting.startReviews({ creatorIds: [ana, id] })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect(await call.vetting.reviews({ state: 'decided' })).toEqual([])
})

test('re-checks that are due stand on the page of today until somebody begins', async () => {
  const { call, ana, bo } = await withCreators()
  const { started } = await call.vetting.startReviews({ creatorIds: [ana, bo] })
  const [first = '', second = ''] = started
  await call.vetting.decide({ id: first, decision: 'approve', recheckOn: '2026-11-25' })
  await call.vetting.decide({ id: second, decision: 'reject', reason: 'Bots.', recheckOn: '2027-05-01' })
  const due = async (on: string) =>
    (await call.workspace.today({ on })).items
      .filter(({ kind }) => kind === 'vetting to re-check')
      .map(({ title, column }) => [title, column])
  expect(await due(today)).toEqual([['Ana', 'next seven days']])
  expect(await due('2026-11-26')).toEqual([['Ana', 'overdue']])
  expect((await call.vetting.reviews({ dueBy: '2027-06-01' })).map(({ creatorName }) => creatorName)).toEqual(['Ana', 'Bo'])
  await call.vetting.startReviews({ creatorIds: [ana] })
  expect(await due('2026-11-26')).toEqual([])
})

test('every step can be undone', async () => {
  const { call, ana } = await withCreators()
  const { started } = await call.vetting.startReviews({ creatorIds: [ana] })
  const id = started[0] ?? ''
  const { entryId } = await call.vetting.decide({ id, decision: 'approve' })
  await call.workspace.undo({ entryId: entryId ?? '' })
  expect(await call.vetting.review({ id })).toMatchObject({ decision: null, decidedOn: null, signals: null })
  await call.vetting.updateReview({ id, items: [{ id: 'growth', answer: 'fine' }] })
  await call.workspace.undo({})
  expect((await call.vetting.review({ id })).answered).toBe(0)
  expect((await call.workspace.history({ rowId: id })).map(({ summary }) => summary)).toContain('Began to vet Ana')
})
