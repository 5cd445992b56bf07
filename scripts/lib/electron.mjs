import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { run } from './children.mjs'
import { download, firstReason } from './electron-download.mjs'
import { cacheFolder, modules } from './places.mjs'

const packageFolder = join(modules, 'electron')
const record = join(cacheFolder, 'electron.json')
const tryOutMs = 15_000
const rememberMs = 24 * 3_600_000

/** @typedef {{ path: string, reason?: undefined } | { path?: undefined, reason: string }} Found */

/** Electron's program, fetched where it is missing; otherwise one line that says why there is none. A failure is remembered for a day, so that
 *  the next start does not wait for it; `again` asks at once.
 *  @param {{ say: (line: string) => void, again?: boolean, stallMs?: number }} options @returns {Promise<Found>} */
export async function findElectron({ say, again = false, stallMs }) {
  const wanted = installedElectron() ?? versionOf(packageFolder)
  if (!wanted) return { reason: 'the package "electron" is not installed' }
  const known = readRecord()
  if (!again && known?.wanted === wanted && Date.now() - known.at < rememberMs)
    return known.reason ? { reason: known.reason } : { path: wanted }
  const found = await fetchAndTry(say, stallMs)
  mkdirSync(cacheFolder, { recursive: true })
  writeFileSync(record, JSON.stringify({ wanted: found.path ?? wanted, reason: found.reason, at: Date.now() }))
  return found
}

async function fetchAndTry(say, stallMs) {
  if (!installedElectron()) {
    say('Fetching Electron …')
    const problem = await download(packageFolder, stallMs)
    if (problem) return { reason: `Electron could not be fetched (${problem})` }
  }
  const path = installedElectron()
  if (!path) return { reason: 'Electron could not be fetched (its files are incomplete)' }
  const problem = await tryOut(path)
  return problem ? { reason: `Electron is here but does not run (${problem})` } : { path }
}

/** The program that the package would start, where it and the version it belongs to are there; null otherwise. */
function installedElectron() {
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(packageFolder, 'dist')
  const path = join(folder, textOf(join(packageFolder, 'path.txt')) ?? (process.platform === 'win32' ? 'electron.exe' : 'electron'))
  const isRightVersion = textOf(join(folder, 'version'))?.replace(/^v/, '') === versionOf(packageFolder)
  return existsSync(path) && (isRightVersion || process.env.ELECTRON_OVERRIDE_DIST_PATH) ? path : null
}

/** Starts the program as plain Node: it ends at once, and says which system library is missing where one is. */
async function tryOut(path) {
  const { code, output } = await run(path, ['-e', '0'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    timeout: tryOutMs,
  })
  return code === 0 ? null : firstReason(output)
}

function readRecord() {
  try {
    return JSON.parse(textOf(record) ?? 'null')
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

function versionOf(folder) {
  const text = textOf(join(folder, 'package.json'))
  return text && JSON.parse(text).version
}

function textOf(file) {
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : null
}
