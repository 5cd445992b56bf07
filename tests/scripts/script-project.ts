import { spawn } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'

const root = join(import.meta.dirname, '../..')

export interface Ended {
  code: number | null
  signal: NodeJS.Signals | null
  out: string
  err: string
}

/** A project of its own with our scripts in it and stand-ins for all that they start, which write down what they were asked. */
export interface ScriptProject {
  folder: string
  write(path: string, text: string, mode?: number): void
  read(path: string): string
  /** How often the stand-in that appends to this file has run. */
  runs(path: string): number
  /** Runs a program in the project, or in one of its folders. */
  run(program: string, args: readonly string[], options?: { env?: Record<string, string>; cwd?: string }): Promise<Ended>
  node(args: readonly string[], options?: { env?: Record<string, string>; cwd?: string }): Promise<Ended>
  /** Calls a function of a script's module, and answers what it answers. */
  call(module: string, expression: string, env?: Record<string, string>): Promise<Ended>
}

/** The stand-in appends a line to `log` when it runs, then does `more`. */
export function logging(log: string, more = ''): string {
  return `require('node:fs').appendFileSync(${JSON.stringify(log)}, process.argv.slice(2).join(' ') + '\\n')\n${more}\n`
}

export function scriptProject(): ScriptProject {
  const folder = realpathSync(temporaryFolder())
  for (const path of ['scripts', 'src/main/doors/default-workspace.ts']) cpSync(join(root, path), join(folder, path), { recursive: true })
  const write = (path: string, text: string, mode?: number) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
    if (mode) chmodSync(join(folder, path), mode)
  }
  write(
    'package.json',
    JSON.stringify({ name: 'troupe', type: 'module', scripts: { start: 'node scripts/start.mjs', troupe: 'node scripts/troupe.mjs' } }),
  )
  write(
    'package-lock.json',
    JSON.stringify({
      packages: {
        '': {},
        'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
        'node_modules/other-system': { version: '1.0.0', optional: true },
      },
    }),
  )
  write('node_modules/.package-lock.json', JSON.stringify({ packages: { 'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' } } }))
  write('node_modules/package.json', '{"type":"commonjs"}')

  const run: ScriptProject['run'] = (program, args, { env, cwd = '.' } = {}) => {
    const { TROUPE_WORKSPACE: _, DISPLAY: __, WAYLAND_DISPLAY: ___, npm_execpath: ____, ...clean } = process.env
    const child = spawn(program, args, { cwd: join(folder, cwd), env: { ...clean, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
    onTestFinished(() => void child.kill('SIGKILL'))
    let [out, err] = ['', '']
    child.stdout.setEncoding('utf8').on('data', (part: string) => {
      out += part
    })
    child.stderr.setEncoding('utf8').on('data', (part: string) => {
      err += part
    })
    return new Promise((resolve, reject) => {
      child.once('error', reject)
      child.once('close', (code, signal) => resolve({ code, signal, out, err }))
    })
  }
  const node: ScriptProject['node'] = (args, options) => run(process.execPath, args, options)
  return {
    folder,
    write,
    run,
    node,
    read: (path) => readFileSync(join(folder, path), 'utf8'),
    runs: (path) => (existsSync(join(folder, path)) ? readFileSync(join(folder, path), 'utf8').split('\n').length - 1 : 0),
    call: (module, expression, env) =>
      node(
        [
          '--input-type=module',
          '-e',
          `import * as it from './scripts/${module}'; const answer = await it.${expression}; if (answer !== undefined) console.log(JSON.stringify(answer))`,
        ],
        { env },
      ),
  }
}

/** A copy of the environment in which an older Node seems to run. */
export const oldNode = ['--import', 'data:text/javascript,Object.defineProperty(process.versions, "node", { value: "20.20.0" })']
