import { ensureBuilt } from './lib/build.mjs'
import { ensureInstalled } from './lib/install.mjs'

await ensureInstalled(console.log)
process.exitCode = (await ensureBuilt(console.log)) ? 0 : 1
