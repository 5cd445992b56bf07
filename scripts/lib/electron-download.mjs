import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { start } from './children.mjs'
import { environment, newEnoughNode } from './node.mjs'
import { cacheFolder } from './places.mjs'

const downloads = join(cacheFolder, 'electron-download')
/** A download that brings nothing for so long has stalled. */
const usualStallMs = 15_000
const limitMs = 15 * 60_000

/** Runs the package's own installer until it is done or nothing has come for a while.
 *  @param {string} packageFolder @param {number} [stallMs] @returns {Promise<string | null>} what went wrong */
export function download(packageFolder, stallMs = usualStallMs) {
  rmSync(downloads, { recursive: true, force: true })
  mkdirSync(downloads, { recursive: true })
  const child = start(newEnoughNode(), [join(packageFolder, 'install.js')], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: environment({ TMPDIR: downloads, TEMP: downloads, TMP: downloads }),
  })
  const errors = []
  child.stderr.on('data', (part) => errors.push(part))
  return new Promise((resolve) => {
    let bytes = 0
    let lastProgress = Date.now()
    const began = Date.now()
    const watch = setInterval(
      () => {
        const now = sizeOf(downloads) + sizeOf(join(packageFolder, 'dist'))
        if (now !== bytes) [bytes, lastProgress] = [now, Date.now()]
        if (Date.now() - lastProgress > stallMs) finish(`the download host did not answer for ${stallMs / 1000} s`)
        else if (Date.now() - began > limitMs) finish(`it took longer than ${limitMs / 60_000} minutes`)
      },
      Math.min(500, stallMs / 4),
    )
    const finish = (problem) => {
      clearInterval(watch)
      child.kill('SIGKILL')
      rmSync(downloads, { recursive: true, force: true })
      resolve(problem)
    }
    child.once('error', (error) => finish(error.message))
    child.once('close', (code) => finish(code === 0 ? null : firstReason(Buffer.concat(errors).toString())))
  })
}

/** The line of a stack trace or a loader's complaint that names the cause. */
export function firstReason(text) {
  if (text.includes('fetch failed')) return 'the download host cannot be reached'
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  const cause = text.match(
    /(?:getaddrinfo|connect|self-signed|certificate|status code|ENOTFOUND|ECONNREFUSED|ETIMEDOUT|EAI_AGAIN|HTTPError)[^\n}]*/,
  )?.[0]
  return (cause ?? lines.find((line) => /error|cannot/i.test(line)) ?? lines[0] ?? 'no reason given')
    .replace(/^.*?error while loading/, 'error while loading')
    .slice(0, 160)
}

function sizeOf(place) {
  const found = statSync(place, { throwIfNoEntry: false })
  if (!found?.isDirectory()) return found?.size ?? 0
  return readdirSync(place).reduce((sum, name) => sum + sizeOf(join(place, name)), 0)
}
