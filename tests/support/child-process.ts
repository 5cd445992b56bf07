import { spawn, type ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

export interface Child {
  process: ChildProcess
  /** What it says, line by line. */
  lines: AsyncIterator<string>
  /** Ends it as a power cut would. */
  kill(): Promise<void>
}

/** Starts one of tests/support/children/ as a process of its own; it ends with the test at the latest. */
export function startChild(name: string, args: readonly string[]): Child {
  const script = fileURLToPath(new URL(`./children/${name}.ts`, import.meta.url))
  const child = spawn(process.execPath, [script, ...args], { stdio: ['pipe', 'pipe', 'inherit'] })
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
  })
  const kill = async () => {
    child.kill('SIGKILL')
    await ended
  }
  onTestFinished(kill)
  return { process: child, lines: createInterface({ input: child.stdout })[Symbol.asyncIterator](), kill }
}
