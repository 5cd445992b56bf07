import { spawn } from 'node:child_process'

/** @typedef {{ code: number | null, signal: string | null, output: string }} Ended */

const graceMs = 8_000
const running = new Set()
let isEnding = false

/** @returns {boolean} whether this process was asked to end, so that what ends now does so on our word */
export function isBeingEnded() {
  return isEnding
}

/** Starts a program and remembers it, so that `endChildren` can end it.
 *  @param {string} program @param {readonly string[]} args @param {import('node:child_process').SpawnOptions} [options] */
export function start(program, args, options = {}) {
  const child = spawn(program, args, options)
  running.add(child)
  const forget = () => running.delete(child)
  child.once('exit', forget)
  child.once('error', forget)
  return child
}

/** Waits until a child has ended; a program that cannot be started ends with code 127. Output is collected where it is piped.
 *  @param {import('node:child_process').ChildProcess} child @returns {Promise<Ended>} */
export function ended(child) {
  const parts = []
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part) => parts.push(part))
  const output = () => Buffer.concat(parts).toString()
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: 127, signal: null, output: `${output()}${error.message}\n` }))
    child.once('close', (code, signal) => resolve({ code, signal, output: output() }))
  })
}

/** Runs a program to its end.
 *  @param {string} program @param {readonly string[]} args @param {import('node:child_process').SpawnOptions} [options] */
export function run(program, args, options = {}) {
  return ended(start(program, args, options))
}

/** Asks every child to end, and makes it end where it does not. */
export async function endChildren(signal = 'SIGTERM') {
  const children = [...running]
  const allGone = Promise.all(children.map((child) => new Promise((resolve) => child.once('exit', resolve))))
  for (const child of children) child.kill(signal)
  const timer = setTimeout(() => children.forEach((child) => child.kill('SIGKILL')), graceMs)
  if (children.length > 0) await allGone
  clearTimeout(timer)
}

/** Ctrl-C, an ended terminal and `kill` end this process and everything that it started.
 *  @param {() => void} [atEnd] runs just before this process ends */
export function endTogether(atEnd = () => undefined) {
  for (const [signal, number] of [
    ['SIGINT', 2],
    ['SIGTERM', 15],
    ['SIGHUP', 1],
  ]) {
    process.on(signal, () => {
      if (isEnding) return
      isEnding = true
      void endChildren(signal === 'SIGHUP' ? 'SIGTERM' : signal).then(() => {
        atEnd()
        process.exit(128 + number)
      })
    })
  }
}

/** Goes on in another program with this one's terminal, and ends as it ends.
 *  @param {string} program @param {readonly string[]} args @param {import('node:child_process').SpawnOptions} [options] */
export async function handOver(program, args, options = {}) {
  endTogether()
  const { code, signal, output } = await run(program, args, { stdio: 'inherit', ...options })
  if (output) process.stderr.write(output)
  process.exitCode = signal ? 1 : (code ?? 1)
}
