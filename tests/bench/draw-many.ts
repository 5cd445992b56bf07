import { makeAgency, openAgency } from './agency.ts'

// A process of its own, so that its memory is told apart: makes contracts, or draws all there are.
const [what = '', folder = '', count = ''] = process.argv.slice(2)
if (what === 'make') {
  const { call, collaborationIds, close } = await makeAgency(folder, Number(count))
  await call.contracts.create({ collaborationIds })
  await close()
} else {
  const engine = await openAgency(folder)
  const call = engine.client('bench')
  const ids = (await call.contracts.list({})).map(({ id }) => id)
  const startMb = process.memoryUsage().rss / 1e6
  const { documentIds } = await call.contracts.render({ ids })
  // maxRSS is in KiB.
  console.log(JSON.stringify({ documents: documentIds.length, startMb, peakMb: (process.resourceUsage().maxRSS * 1024) / 1e6 }))
  await engine.close()
}
