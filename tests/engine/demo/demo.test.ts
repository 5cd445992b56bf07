import { expect, test } from 'vitest'
import { makeDemo } from '#src/main/engine/demo/make.ts'
import { testWorkspace } from '#tests/support/workspace.ts'

test('the demo is a believable agency: clients, creators with history, campaigns in different states, contracts, payouts and orders', async () => {
  const { engine, call } = await testWorkspace()
  await makeDemo(engine, '2026-11-21')
  expect((await call.workspace.info({})).counts).toMatchObject({ creators: 60, clients: 3, campaigns: 4 })
  const { rows } = await call.creators.list({ limit: 100 })
  expect(new Set(rows.map(({ platform }) => platform)).size).toBe(5)
  expect(rows.every(({ followerTrend }) => followerTrend.length === 6)).toBe(true)
  const campaigns = await call.campaigns.list({})
  expect(campaigns.map(({ status }) => status).toSorted()).toEqual(['active', 'active', 'completed', 'draft'])
  const contracts = await call.contracts.list({})
  expect(new Set(contracts.map(({ status }) => status))).toEqual(
    new Set(['draft', 'internal approval', 'sent', 'signed by one', 'signed by all', 'amended']),
  )
  expect(new Set(contracts.map(({ language }) => language))).toEqual(new Set(['en', 'de']))
  const { items } = await call.workspace.today({ on: '2026-11-21' })
  expect(items.filter(({ kind }) => kind === 'contract ends' || kind === 'contract to approve')).toHaveLength(2)
  expect(items.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['check-in due', 'reminder due']))
  const { rows: payouts } = await call.payouts.list({})
  expect(new Set(payouts.map(({ status }) => status))).toEqual(new Set(['planned', 'paid']))
  const orders = await call.measurement.orders({})
  expect(orders.length).toBeGreaterThan(50)
  expect(orders.every(({ collaborationId }) => collaborationId !== null)).toBe(true)
})
