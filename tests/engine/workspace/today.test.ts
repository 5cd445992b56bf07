import { expect, test } from 'vitest'
import { smallAgency } from '#tests/support/thread.ts'
import { testWorkspace } from '#tests/support/workspace.ts'

async function atWork() {
  const workspace = await testWorkspace({ today: '2026-11-21' })
  const agency = await smallAgency(workspace)
  await workspace.call.campaigns.setStatus({ ids: [agency.campaignId], status: 'active' })
  const kinds = async (on: string) =>
    (await workspace.call.workspace.today({ on })).items.map(({ kind, column, title }) => [kind, column, title])
  return { ...workspace, ...agency, first: agency.collaborationIds[0] as string, kinds }
}

test('a contract waits before the campaign begins, first for the agency, then for the creator, then no more', async () => {
  const { call, first, kinds } = await atWork()
  const {
    ids: [id = ''],
  } = await call.contracts.create({ collaborationIds: [first] })
  expect(await kinds('2026-11-23')).toEqual([])
  expect(await kinds('2026-11-24')).toEqual([['contract to sign', 'next seven days', 'Ana Martins']])
  await call.contracts.sign({ id, signerName: 'Mira Sommer' })
  expect(await kinds('2026-12-01')).toEqual([['contract to countersign', 'today', 'Ana Martins']])
  await call.contracts.countersign({ id, signerName: 'Ana Martins' })
  expect(await kinds('2026-12-02')).toEqual([])
})

test('a brief nobody confirms, its post and its payout come up on their days', async () => {
  const { call, first, kinds } = await atWork()
  await call.briefs.send({ collaborationIds: [first] })
  await call.payouts.plan({ collaborationIds: [first] })
  expect(await kinds('2026-11-24')).toEqual([['brief unconfirmed', 'today', 'Ana Martins']])
  await call.briefs.confirm({ collaborationIds: [first] })
  expect(await kinds('2026-11-25')).toEqual([])
  expect((await kinds('2026-12-15')).map(([kind, column]) => [kind, column])).toContainEqual(['post due', 'today'])
  const [payout] = (await call.payouts.list({})).rows
  expect(await kinds(payout?.dueOn ?? '')).toContainEqual(['payout due', 'today', 'Ana Martins'])
})

test('a creator at work of whom nothing was heard for two weeks is silent', async () => {
  const { call, first, kinds } = await atWork()
  await call.briefs.send({ collaborationIds: [first] })
  await call.briefs.confirm({ collaborationIds: [first] })
  expect(await kinds('2026-12-04')).not.toContainEqual(['silent creator', 'overdue', 'Ana Martins'])
  expect(await kinds('2026-12-06')).toContainEqual(['silent creator', 'overdue', 'Ana Martins'])
})

test('a draft is answered now, however far off its post; a campaign that is over asks for nothing more but money', async () => {
  const { call, first, campaignId, kinds } = await atWork()
  const { id } = await call.deliverables.create({
    collaborationId: first,
    platform: 'instagram',
    format: 'reel',
    title: 'Far off',
    dueOn: '2027-06-01',
  })
  expect(await kinds('2026-11-21')).toEqual([])
  await call.deliverables.update({ ids: [id], changes: { status: 'in review' } })
  expect(await kinds('2026-11-21')).toEqual([['draft to review', 'today', 'Ana Martins']])
  await call.payouts.create({
    collaborationId: first,
    description: 'Fee',
    amount: { amountMinor: 1, currency: 'EUR' },
    dueOn: '2026-11-20',
  })
  await call.campaigns.setStatus({ ids: [campaignId], status: 'cancelled' })
  expect(await kinds('2026-11-21')).toEqual([['payout due', 'overdue', 'Ana Martins']])
})

test('a word in one collaboration is a word from the creator', async () => {
  const { call, first, clientId, kinds } = await atWork()
  const { collaborations } = await call.campaigns.show({ id: (await call.campaigns.list({}))[0]?.id ?? '' })
  const creatorId = collaborations.find(({ id }) => id === first)?.creatorId ?? ''
  const { id } = await call.campaigns.create({ clientId, name: 'Second' })
  await call.campaigns.setStatus({ ids: [id], status: 'active' })
  const {
    added: [other = ''],
  } = await call.campaigns.addCreators({ id, creatorIds: [creatorId] })
  await call.campaigns.updateCollaborations({ ids: [first, other], changes: { stage: 'invited' } })
  const silent = async () => (await kinds('2026-12-20')).filter(([kind, , title]) => kind === 'silent creator' && title === 'Ana Martins')
  expect(await silent()).toHaveLength(1)
  await call.creators.update({ id: creatorId, changes: { doNotContact: true } })
  expect(await silent()).toEqual([])
})
