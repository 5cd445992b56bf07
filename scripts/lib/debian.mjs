import { existsSync } from 'node:fs'
import { run } from './children.mjs'
import { findBrowser } from './browser.mjs'

/** @returns {boolean} whether packages can be installed with apt-get without asking for a password */
export function canInstall() {
  return process.platform === 'linux' && process.getuid() === 0 && existsSync('/usr/bin/apt-get')
}

/** Installs packages of Debian's. @param {readonly string[]} packages @returns {Promise<string | null>} apt-get's words where it failed */
export async function aptInstall(packages) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = (...args) => run('/usr/bin/apt-get', args, { stdio: ['ignore', 'pipe', 'pipe'], env })
  const update = await apt('update', '-q')
  const install = await apt('install', '-y', '-q', '--no-install-recommends', ...packages)
  return install.code === 0 ? null : `${update.code === 0 ? '' : update.output}${install.output}`.trimEnd()
}

/** Chromium from Debian's packages, where that is possible. @param {(line: string) => void} say @returns {Promise<string | null>} */
export async function installBrowser(say) {
  if (!canInstall()) return null
  say('Installing Chromium …')
  const problem = await aptInstall(['chromium'])
  if (problem) say(problem)
  return findBrowser()
}
