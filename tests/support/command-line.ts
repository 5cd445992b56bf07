import { spawn, type ChildProcess } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import { runCommandLine } from '#src/main/doors/cli/main.ts'

export interface Ran {
  code: number | null
  out: string
  err: string
  /** Standard output as the one JSON document that it has to be. */
  json: unknown
}

interface RunOptions {
  cwd?: string
  input?: string
  env?: Record<string, string>
}

// "npm test" has built before it tests, and then tests what is built.
const program = fileURLToPath(new URL(process.env.TROUPE_TEST_BUILT ? '../../out/main/cli.js' : '../../src/main/cli.ts', import.meta.url))

/** Starts the real command line as a process of its own; it is ended with the test. */
export function startTroupe(
  args: readonly string[],
  { cwd, env }: RunOptions = {},
): ChildProcess & { stdout: NodeJS.ReadableStream; stderr: NodeJS.ReadableStream } {
  const { TROUPE_WORKSPACE: _, ...clean } = process.env
  const child = spawn(process.execPath, [program, ...args], {
    cwd,
    env: { TROUPE_CONFIG: join(tmpdir(), 'troupe-test-config'), ...clean, ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  return child
}

/** Runs the real command line to its end. */
export async function troupe(args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  const child = startTroupe(args, options)
  const [out, err]: [string[], string[]] = [[], []]
  child.stdout.setEncoding('utf8').on('data', (part: string) => out.push(part))
  child.stderr.setEncoding('utf8').on('data', (part: string) => err.push(part))
  child.stdin?.end(options.input ?? '')
  const code = await new Promise<number | null>((resolve, reject) => child.once('close', resolve).once('error', reject))
  const text = out.join('')
  return {
    code,
    out: text,
    err: err.join(''),
    get json(): unknown {
      return JSON.parse(text)
    },
  }
}

/** The same without a process of its own, for tables of cases in which the process is not what is tested. */
export async function troupeHere(args: readonly string[]): Promise<Ran> {
  const [out, err]: [string[], string[]] = [[], []]
  const code = await runCommandLine(args, { out: (part) => void out.push(part), err: (part) => void err.push(part) })
  const text = out.join('')
  return {
    code,
    out: text,
    err: err.join(''),
    get json(): unknown {
      return JSON.parse(text)
    },
  }
}
