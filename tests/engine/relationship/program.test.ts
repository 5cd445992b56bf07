import { expect, test } from 'vitest'
import { smallAgency } from '#tests/support/thread.ts'
import { testWorkspace } from '#tests/support/workspace.ts'

const euros = (amountMinor: number) => ({ amountMinor, currency: 'EUR' })
/** The ladder of facts.md §4. */
const first = {
  label: 'Tier 1',
  from: 1000,
  to: 5000,
  pricePerPost: euros(10_000),
  highestPricePerPost: null,
  productValue: euros(4000),
  discountBp: null,
}
const second = {
  label: 'Tier 2',
  from: 5000,
  to: 50_000,
  pricePerPost: euros(50_000),
  highestPricePerPost: euros(100_000),
  productValue: null,
  discountBp: 2000,
}

async function program() {
  const workspace = await testWorkspace({ today: '2026-11-21' })
  const agency = await smallAgency(workspace)
  const { call } = workspace
  await call.campaigns.update({ id: agency.campaignId, changes: { programKind: 'ambassador program' } })
  return { call, ...agency, ana: agency.creatorIds[0] ?? '', show: () => call.relationship.program({ campaignId: agency.campaignId }) }
}

test('members stand in the tier of their followers, and who has grown out of one is told', async () => {
  const { call, campaignId, ana, show } = await program()
  await call.relationship.setProgramTiers({ campaignId, tiers: [second, first] })
  const [account] = (await call.creators.show({ id: ana })).accounts
  await call.creators.addSnapshot({ accountId: account?.id ?? '', takenOn: '2026-03-01', values: { followers: 4100 } })
  const { tiers, members } = await show()
  expect(tiers).toEqual([first, second])
  expect(members.map(({ creatorName, tierName, formerTierName }) => [creatorName, tierName, formerTierName])).toEqual([
    ['Ana Martins', 'Tier 2', 'Tier 1'],
    ['Юлия 한지민 王 سارة', 'Tier 2', null],
  ])
  const { programs } = await call.relationship.show({ creatorId: ana })
  expect(programs).toMatchObject([{ campaignName: 'Spring breakfast', kind: 'ambassador program', tierName: 'Tier 2' }])
})

test('the tiers become what members are paid, and one undo takes that back', async () => {
  const { call, campaignId, collaborationIds } = await program()
  await expect(call.relationship.offerTiers({ campaignId, collaborationIds })).rejects.toMatchObject({ code: 'CONFLICT' })
  await call.relationship.setProgramTiers({ campaignId, tiers: [first, second] })
  const { entryId } = await call.relationship.offerTiers({ campaignId, collaborationIds })
  const terms = async () => (await call.campaigns.show({ id: campaignId })).collaborations.map(({ compensation }) => compensation?.model)
  expect(await terms()).toEqual(['ambassador ladder', 'ambassador ladder'])
  await call.workspace.undo({ entryId: entryId ?? '' })
  expect(await terms()).toEqual(['flat fee', 'flat fee'])
})

test('bands that overlap or are empty, one name twice and prices upside down are refused, and the tiers stay as they were', async () => {
  const { call, campaignId, show } = await program()
  const set = (tiers: (typeof first)[]) => call.relationship.setProgramTiers({ campaignId, tiers })
  await set([first])
  await expect(set([first, { ...first, label: 'Other', from: 4000, to: 9000 }])).rejects.toMatchObject({
    code: 'BAD_INPUT',
    message: 'Tier 1 and Other overlap. One has to end where the other begins.',
  })
  await expect(set([{ ...first, to: 1000 }])).rejects.toMatchObject({ code: 'BAD_INPUT' })
  await expect(set([first, { ...first, from: 5000, to: 9000 }])).rejects.toMatchObject({
    message: 'Two tiers are called Tier 1. Give each a name of its own.',
  })
  const upsideDown = { ...second, highestPricePerPost: euros(49_999) }
  await expect(call.relationship.setProgramTiers({ campaignId, tiers: [upsideDown] })).rejects.toMatchObject({
    message: 'The highest price of Tier 2 is below its lowest. Exchange the two.',
  })
  expect((await show()).tiers).toEqual([first])
})
