import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { openAgency } from './agency.ts'
import { makeKitRoster } from './kit-roster.ts'

// A process of its own, so that its memory is told apart: makes the roster, or draws the kits of so many creators.
const [what = '', folder = '', count = '', layout = '', format = ''] = process.argv.slice(2)
if (what === 'make') await makeKitRoster(folder, Number(count))
else {
  const engine = await openAgency(folder)
  const call = engine.client('bench')
  const ids = (await call.creators.ids({})).slice(0, Number(count))
  const draw = (creatorIds: string[]) =>
    call.reports.mediaKits({
      creatorIds,
      layout: layout === 'portfolio' ? 'portfolio' : 'one-page',
      format: format === 'html' ? 'html' : 'pdf',
      file: engine.grants.toWrite(join(folder, 'kits.zip')),
    })
  // Fonts are read and parsed once in the life of the engine.
  await draw(ids.slice(0, 10))
  const [started, used] = [performance.now(), process.cpuUsage()]
  const { kits } = await draw(ids)
  const { user, system } = process.cpuUsage(used)
  // maxRSS is in KiB.
  const peakMb = (process.resourceUsage().maxRSS * 1024) / 1e6
  console.log(JSON.stringify({ kits, seconds: (performance.now() - started) / 1000, cpuSeconds: (user + system) / 1e6, peakMb }))
  await engine.close()
}
