import { expect, test } from 'vitest'
import { testWorkspace } from '#tests/support/workspace.ts'

test('what is usual among peers is said by platform and tier, from the last six months, where there are enough of them', async () => {
  const { call } = await testWorkspace()
  const add = async (platform: string, name: string, course: Readonly<Record<string, number>>) => {
    const { id } = await call.creators.create({ name, accounts: [{ platform, handle: name }] })
    const [account] = (await call.creators.show({ id })).accounts
    for (const [takenOn, followers] of Object.entries(course))
      await call.creators.addSnapshot({ accountId: account!.id, takenOn, values: { followers } })
  }
  // 1 %, 2 %, … 5 % a month over two months; the first figure is older than six months and counts for nothing.
  for (const percent of [3, 1, 5, 2, 4]) {
    const after = (months: number) => Math.round(5000 * (1 + percent / 100) ** months)
    const months = ['2026-04', '2026-05', '2026-06', '2026-07', '2026-08', '2026-09']
    const course = Object.fromEntries(months.map((month, place) => [`${month}-28`, after(place)]))
    await add('instagram', `grows${percent}`, { '2025-01-31': 1200, ...course })
  }
  for (const one of [1, 2, 3, 4]) await add('tiktok', `few${one}`, { '2026-08-01': 2000, '2026-09-01': 2100 })
  await add('instagram', 'only-one-figure', { '2026-09-01': 3000 })

  expect(await call.creators.peerGrowth({})).toEqual([
    { platform: 'instagram', tier: 'nano', peers: 5, lowMonthlyBp: 200, highMonthlyBp: 400 },
  ])
})
