import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { hasDisplay } from './browser.mjs'
import { start } from './children.mjs'
import { aptInstall, canInstall } from './debian.mjs'
import { modules } from './places.mjs'

const xvfb = '/usr/bin/Xvfb'

/** A display for the end-to-end tests on Electron, where Electron is present and there is no display: Xvfb's, which ends with this process.
 *  @param {(line: string) => void} say @returns {Promise<Record<string, string>>} the environment that names it */
export async function startDisplay(say) {
  if (hasDisplay() || process.platform !== 'linux' || !isElectronPresent()) return {}
  if (!existsSync(xvfb) && canInstall()) await aptInstall(['xvfb'])
  if (!existsSync(xvfb)) {
    say('There is no display, so the end-to-end tests do not run on Electron; install xvfb for that.')
    return {}
  }
  const server = start(xvfb, ['-displayfd', '3', '-screen', '0', '1920x1080x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  const display = await new Promise((resolve) => {
    server.stdio[3].once('data', (number) => resolve(`:${String(number).trim()}`))
    server.once('exit', () => resolve(null))
  })
  process.once('exit', () => server.kill())
  return display ? { DISPLAY: display } : {}
}

function isElectronPresent() {
  const name = join(modules, 'electron', 'path.txt')
  return (
    existsSync(name) &&
    existsSync(join(process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(modules, 'electron', 'dist'), readFileSync(name, 'utf8').trim()))
  )
}
