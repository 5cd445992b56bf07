import { join } from 'node:path'
import { ensureBuilt } from './lib/build.mjs'
import { handOver } from './lib/children.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { environment, newEnoughNode } from './lib/node.mjs'
import { root } from './lib/places.mjs'

// This file runs on whatever Node is there, before any package is; open.mjs goes on with the Node that the installation brings.
await ensureInstalled(console.log)
const node = newEnoughNode()
if (await ensureBuilt(console.log))
  await handOver(node, [join(root, 'scripts', 'open.mjs'), ...process.argv.slice(2)], { env: environment() })
else process.exitCode = 1
