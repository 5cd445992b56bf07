#!/usr/bin/env node
import { join, resolve } from 'node:path'
import { ensureBuilt } from './lib/build.mjs'
import { handOver } from './lib/children.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { engineFlags, environment, newEnoughNode } from './lib/node.mjs'
import { builtFolder, root } from './lib/places.mjs'

// npm runs scripts in the project's folder; files are meant relative to where the person is.
const isNpmScript = process.env.npm_lifecycle_event === 'troupe' && resolve(process.cwd()) === resolve(root)
const cwd = isNpmScript ? (process.env.INIT_CWD ?? process.cwd()) : process.cwd()

await ensureInstalled(console.error)
const node = newEnoughNode()
if (await ensureBuilt(console.error))
  await handOver(node, [...engineFlags, join(builtFolder, 'main', 'cli.js'), ...process.argv.slice(2)], { cwd, env: environment() })
else process.exitCode = 1
