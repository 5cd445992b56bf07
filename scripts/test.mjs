import { join } from 'node:path'
import { handOver } from './lib/children.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { environment, newEnoughNode } from './lib/node.mjs'
import { root } from './lib/places.mjs'

// This file runs on whatever Node is there, before any package is; run-tests.mjs goes on with the Node that the installation brings.
await ensureInstalled(console.log)
await handOver(newEnoughNode(), [join(root, 'scripts', 'run-tests.mjs'), ...process.argv.slice(2)], { cwd: root, env: environment() })
