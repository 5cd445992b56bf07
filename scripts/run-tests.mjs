import { endTogether } from './lib/children.mjs'
import { startDisplay } from './lib/display.mjs'
import { ensureTools } from './lib/tools.mjs'
import { runChecks } from './test/checks.mjs'
import { Tally } from './test/tally.mjs'
import { runVitest } from './test/vitest.mjs'

const began = Date.now()
const tally = new Tally()
const patterns = process.argv.slice(2)

endTogether(() => tally.print(began))
const missing = await ensureTools(console.log)
if (missing) tally.fail('system programs', missing)
else {
  const { isBuilt } = await runChecks(tally)
  await runVitest('unit', 'unit, engine and door tests', tally, { patterns })
  if (isBuilt) await runVitest('e2e', 'end-to-end tests', tally, { patterns, env: await startDisplay(console.log) })
  else tally.fail('end-to-end tests', 'were not run, because the build failed')
}
tally.print(began)
process.exit(tally.failed === 0 ? 0 : 1)
