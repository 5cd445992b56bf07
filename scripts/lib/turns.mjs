import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { cacheFolder } from './places.mjs'

/** Runs `work` while no other process of this project does work of the same name. A holder that died does not hold.
 *  @template Result @param {string} name @param {() => Promise<Result>} work @returns {Promise<Result>} */
export async function inTurn(name, work) {
  mkdirSync(cacheFolder, { recursive: true })
  const file = join(cacheFolder, `${name}.turn`)
  while (!take(file)) {
    if (!isAlive(holderOf(file))) clearAway(file)
    else await wait(100)
  }
  const release = () => rmSync(file, { force: true })
  process.once('exit', release)
  try {
    return await work()
  } finally {
    release()
    process.off('exit', release)
  }
}

/** The file appears with its content or not at all, so nobody reads it half written. */
function take(file) {
  const own = `${file}.${process.pid}`
  writeFileSync(own, String(process.pid))
  try {
    linkSync(own, file)
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  } finally {
    rmSync(own, { force: true })
  }
}

/** Takes a dead holder's file away; another process may have taken its turn in the meantime, and then gets it back. */
function clearAway(file) {
  const aside = `${file}.${process.pid}.dead`
  try {
    renameSync(file, aside)
    if (isAlive(holderOf(aside))) linkSync(aside, file)
  } catch (error) {
    if (error.code !== 'ENOENT' && error.code !== 'EEXIST') throw error
  }
  rmSync(aside, { force: true })
}

function holderOf(file) {
  try {
    return Number(readFileSync(file, 'utf8'))
  } catch (error) {
    if (error.code === 'ENOENT') return 0
    throw error
  }
}

function isAlive(pid) {
  if (!pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}
