import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { testWorkspace, type TestWorkspace } from '#tests/support/workspace.ts'
import { campaignWith } from '../campaigns/setup.ts'
import { contentOf, exported, imported, rowsIn } from './setup.ts'

const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).filter((text) => text.trim() !== '' && !/["'\\]/.test(text))
const words = fc.option(fc.string({ unit: 'binary', maxLength: 60 }).filter((text) => text.isWellFormed()))
const currency = fc.constantFrom('EUR', 'USD', 'JPY', 'KWD')
const amount = fc.record({ amountMinor: fc.integer({ min: 1, max: 10_000_000 }), currency })
const count = fc.option(fc.nat(1_000_000))
const rateBp = fc.nat(10_000)
const terms = fc.option(
  fc.oneof(
    amount.map((fee) => ({ model: 'flat fee' as const, fee })),
    fc.tuple(amount, fc.nat(9)).map(([pricePerPost, posts]) => ({ model: 'per post' as const, posts, pricePerPost })),
    amount.map((productValue) => ({ model: 'gifting' as const, productValue })),
    rateBp.map((bp) => ({ model: 'commission' as const, rateBp: bp })),
    fc
      .tuple(amount, rateBp)
      .map(([retainerPerMonth, bp]) => ({ model: 'retainer plus commission' as const, retainerPerMonth, rateBp: bp })),
  ),
)
const creator = fc.record({ name, terms, notes: words, clicks: count, likes: count, revenueMinor: count, currency, posts: fc.nat(3) })
const campaign = fc.record({
  name,
  notes: words,
  creators: fc.uniqueArray(creator, { maxLength: 4, selector: (one) => one.name.toLowerCase().replaceAll(/\W/g, '.') }),
  orders: fc.uniqueArray(fc.record({ number: name, total: amount }), { maxLength: 4, selector: (order) => order.number.trim() }),
  briefed: fc.boolean(),
  goal: words,
})

async function make(workspace: TestWorkspace, plan: typeof campaign extends fc.Arbitrary<infer Plan> ? Plan : never): Promise<string> {
  const { call } = workspace
  const names = plan.creators.map((one) => one.name)
  const { campaignId, ids } = await campaignWith(workspace, names, { name: plan.name, notes: plan.notes, startsOn: '2026-11-01' })
  await call.briefs.save({
    campaignId,
    changes: { goal: plan.goal ?? 'Tea', deliverables: [{ platform: 'tiktok', format: 'video', quantity: 2, length: null, dueOn: null }] },
  })
  for (const [i, one] of plan.creators.entries()) {
    const collaborationId = ids[i] ?? ''
    await call.campaigns.updateCollaborations({ ids: [collaborationId], changes: { compensation: one.terms, notes: one.notes } })
    if (plan.briefed) await call.briefs.send({ collaborationIds: [collaborationId] })
    for (let post = 0; post < one.posts; post++)
      await call.deliverables.create({ collaborationId, platform: 'x', format: 'post', title: `Post ${post}` })
    const { clicks, likes, revenueMinor } = one
    if (clicks !== null || likes !== null || revenueMinor !== null)
      await call.measurement.addResult({ collaborationId, clicks, likes, revenueMinor, currency: one.currency })
    await call.payouts.plan({ collaborationIds: [collaborationId] })
  }
  for (const order of plan.orders) await call.measurement.addOrder({ campaignId, ...order, orderedAt: '2026-11-20T12:00:00Z' })
  return campaignId
}

test('whatever a campaign holds arrives as it is, goes on as it is, and comes home without changing anything', async () => {
  await fc.assert(
    fc.asyncProperty(campaign, async (plan) => {
      const here = await testWorkspace()
      const campaignId = await make(here, plan)
      const file = await exported(here, campaignId)
      const there = await testWorkspace()
      await imported(there, file)
      expect(await contentOf(there)).toEqual(await contentOf(here))
      const onward = await exported(there, campaignId)
      expect(rowsIn(onward)).toEqual(rowsIn(file))
      expect((await imported(here, onward)).entryId).toBeNull()
      await Promise.all([here, there].map(({ engine }) => engine.close()))
    }),
    { numRuns: 25 },
  )
})
