import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { run } from './children.mjs'
import { modules, root } from './places.mjs'
import { inTurn } from './turns.mjs'

/** Installs the packages of package-lock.json where node_modules has others. Says so through `say`; ends the process with npm's words when it fails.
 *  @param {(line: string) => void} say */
export async function ensureInstalled(say) {
  if (isInstalled()) return
  await inTurn('install', async () => {
    if (isInstalled()) return
    say('Installing packages …')
    const { code, output } = await npm(['ci', '--no-audit', '--no-fund', '--loglevel=error'])
    if (code === 0 && isInstalled()) return
    console.error(
      `${output.trimEnd()}\nThe packages could not be installed (npm ci ended with ${code}). Check that the npm registry can be reached, then try again.`,
    )
    process.exit(1)
  })
}

/** Compares npm's own record of what lies in node_modules with the lock file; packages for other systems may be missing. */
function isInstalled() {
  const wanted = packagesIn(join(root, 'package-lock.json'))
  const present = packagesIn(join(modules, '.package-lock.json'))
  if (!wanted || !present) return false
  const isRight = ([path, { version, integrity, optional }]) =>
    path === '' || (present[path] ? present[path].version === version && present[path].integrity === integrity : optional === true)
  return Object.entries(wanted).every(isRight) && Object.keys(present).every((path) => wanted[path])
}

function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages
  } catch (error) {
    if (error.code === 'ENOENT' || error instanceof SyntaxError) return null
    throw error
  }
}

/** npm as it started us, with the Node that it runs on; otherwise the one on the PATH. */
function npm(args) {
  const { npm_execpath: script, npm_node_execpath: node } = process.env
  const isOwnNode = !node || node.startsWith(modules) || !existsSync(node)
  const options = { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] }
  if (script?.endsWith('npm-cli.js')) return run(isOwnNode ? process.execPath : node, [script, ...args], options)
  return run('npm', args, { ...options, shell: process.platform === 'win32' })
}
