import { join } from 'node:path'
import { handOver } from './lib/children.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { environment, newEnoughNode } from './lib/node.mjs'
import { root } from './lib/places.mjs'

// npm run bench [-- NAME … --OPTION …]: every bench, or those whose file name has one of the words in it; options go to each of them.
await ensureInstalled(console.error)
await handOver(newEnoughNode(), [join(root, 'scripts', 'run-benches.mjs'), ...process.argv.slice(2)], { cwd: root, env: environment() })
