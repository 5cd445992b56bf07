import { expect, test } from 'vitest'
import { smallAgency } from '#tests/support/thread.ts'
import { testWorkspace } from '#tests/support/workspace.ts'

test('while the spend of somebody who sold is not known, nothing is divided by the campaign’s spend', async () => {
  const workspace = await testWorkspace()
  const { call } = workspace
  const {
    campaignId,
    collaborationIds: [ana = '', yulia = ''],
  } = await smallAgency(workspace)
  await call.campaigns.updateCollaborations({ ids: [yulia], changes: { compensation: null } })
  await call.measurement.addResult({ collaborationId: ana, revenueMinor: 100_000 })
  expect(await call.measurement.roi({ campaignId })).toMatchObject({ creatorsWithoutSpend: 0, total: { roasHundredths: 200 } })
  await call.measurement.addResult({ collaborationId: yulia, revenueMinor: 900_000 })
  const roi = await call.measurement.roi({ campaignId })
  expect(roi).toMatchObject({
    creatorsWithoutSpend: 1,
    total: {
      spend: { amountMinor: 50_000 },
      revenue: { amountMinor: 1_000_000 },
      profit: null,
      roasHundredths: null,
      roasVerdict: null,
      roiBp: null,
    },
  })
})
