import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { compiledFolder, modules } from './places.mjs'

const oldestMajor = 22
const isWindows = process.platform === 'win32'
const packaged = join(modules, `node-${isWindows ? 'win' : process.platform}-${process.arch}`, 'bin', isWindows ? 'node.exe' : 'node')

/** @returns {boolean} whether this process runs on a Node that can load the database */
function isNodeNewEnough() {
  return Number(process.versions.node.split('.')[0]) >= oldestMajor
}

/** A Node of at least version 22: the one that the installation brought, or this one. Ends the process with one sentence where there is none.
 *  @returns {string} */
export function newEnoughNode() {
  if (existsSync(packaged)) return packaged
  if (isNodeNewEnough()) return process.execPath
  console.error(
    `Troupe needs Node ${oldestMajor} or later, but this is Node ${process.versions.node} and npm has no newer one for ${process.platform}-${process.arch}: install Node 24 from nodejs.org.`,
  )
  return process.exit(1)
}

/** What a Node that holds the engine is started with; src/main/doors/engine-memory.ts says why. */
export const engineFlags = ['--max-semi-space-size=8']

/** The environment for child processes: our own Node and tools come first, and programs that were compiled before need not be again.
 *  @param {Record<string, string>} [more] */
export function environment(more = {}) {
  const path = [join(packaged, '..'), join(modules, '.bin'), process.env.PATH].filter(Boolean).join(delimiter)
  return { NODE_COMPILE_CACHE: compiledFolder, ...process.env, PATH: path, ...more }
}
