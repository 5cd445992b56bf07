import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type * as ElectronModule from 'electron'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import type { Evaluation, FromMain } from './run-main.ts'

type Electron = typeof ElectronModule

/** The part of Playwright's ElectronApplication that our tests use; both this stand-in and Electron have it. */
export interface RunningApp {
  evaluate<Result, Arg>(work: (electron: Electron, arg: Arg) => Result | Promise<Result>, arg: Arg): Promise<Result>
  evaluate<Result>(work: (electron: Electron) => Result | Promise<Result>): Promise<Result>
  firstWindow(): Promise<Page>
  windows(): Page[]
  context(): BrowserContext
  process(): ChildProcess
  close(): Promise<void>
}

export interface LaunchOptions {
  /** The main file, then the application's arguments. */
  args: readonly [mainFile: string, ...string[]]
  env?: NodeJS.ProcessEnv
  cwd?: string
}

/** Starts an application's built main file on the stand-in, as `_electron.launch` would start it on Electron. Rejects with the reason when
 *  the main module fails or never runs to its end. */
export async function launchStandIn({ args, env = process.env, cwd }: LaunchOptions): Promise<RunningApp> {
  const program = fileURLToPath(import.meta.resolve('./run-main.ts'))
  const child = fork(program, args, { env, cwd, serialization: 'advanced', stdio: ['ignore', 'pipe', 'pipe', 'ipc'] })
  const said: string[] = []
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text: Buffer) => said.push(text.toString()))
  if (env.TROUPE_SHOW_LOG) child.stderr?.pipe(process.stderr)
  const endpoint = await new Promise<string>((resolve, reject) => {
    child.on('message', (message: FromMain) => {
      if (message.kind === 'browser') resolve(message.endpoint)
      if (message.kind === 'failed') reject(new Error(message.message))
    })
    child.once('exit', (code) => reject(new Error(`The application ended (${code}) before it was ready. It said:\n${said.join('')}`)))
  })
  return new StandInApplication(child, await chromium.connectOverCDP(endpoint, { isLocal: true }))
}

class StandInApplication implements RunningApp {
  readonly #child: ChildProcess
  readonly #browser: Browser
  #lastId = 0

  constructor(child: ChildProcess, browser: Browser) {
    this.#child = child
    this.#browser = browser
  }

  evaluate<Result, Arg>(work: (electron: Electron, arg: Arg) => Result | Promise<Result>, arg?: Arg): Promise<Result> {
    this.#lastId += 1
    const evaluation: Evaluation = { id: this.#lastId, source: work.toString(), arg }
    return new Promise((resolve, reject) => {
      const ended = () => reject(new Error('The application has ended.'))
      const listener = (message: FromMain) => {
        if (message.kind !== 'result' || message.id !== evaluation.id) return
        this.#child.off('message', listener).off('exit', ended)
        if (message.error === undefined) resolve(message.value as Result)
        else reject(new Error(message.error))
      }
      if (!this.#child.connected) return ended()
      this.#child.on('message', listener).once('exit', ended)
      this.#child.send(evaluation)
    })
  }

  async firstWindow(): Promise<Page> {
    return this.windows()[0] ?? (await this.context().waitForEvent('page'))
  }

  windows(): Page[] {
    return this.context().pages()
  }

  context(): BrowserContext {
    const [context] = this.#browser.contexts()
    if (!context) throw new Error('The browser has no context.')
    return context
  }

  process(): ChildProcess {
    return this.#child
  }

  async close(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return
    const gone = once(this.#child, 'exit')
    await this.evaluate(({ app }) => setImmediate(() => app.quit())).catch(() => undefined)
    // Without its line to us it ends, and takes its browser along, which a killed process could not.
    const late = setTimeout(() => this.#child.disconnect(), 15_000)
    await gone
    clearTimeout(late)
    await this.#browser.close().catch(() => undefined)
  }
}
