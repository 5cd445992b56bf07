import type { ChildProcess } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { mkdirSync, readFileSync, readdirSync, rmSync, watch, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'

interface Closable {
  close(): void
  isDestroyed(): boolean
}
interface Preventable {
  preventDefault(): void
  readonly defaultPrevented: boolean
}

/** An event that a listener can stop. */
export function preventable<Details extends object>(details: Details): Preventable & Details {
  let isPrevented = false
  return {
    ...details,
    preventDefault() {
      isPrevented = true
    },
    get defaultPrevented() {
      return isPrevented
    },
  }
}

class StandInApp extends EventEmitter {
  readonly isPackaged = false
  readonly windows = new Set<Closable>()
  readonly commandLine = { appendSwitch: () => this.mustNotBeReady('app.commandLine.appendSwitch'), appendArgument: () => undefined }
  readonly #ready = Promise.withResolvers<void>()
  readonly #processes: { child: ChildProcess; name: string }[] = []
  readonly #paths: Record<string, string> = {
    userData: join(homedir(), '.config', 'stand-in'),
    home: homedir(),
    temp: tmpdir(),
  }
  readonly #lastWords: (() => void)[] = []
  #isReady = false
  #isQuitting = false
  #name = 'stand-in'

  whenReady(): Promise<void> {
    return this.#ready.promise
  }

  isReady(): boolean {
    return this.#isReady
  }

  /** Called once the main module has run to its end. */
  becomeReady(): void {
    this.#isReady = true
    this.emit('ready', {}, {})
    this.#ready.resolve()
  }

  mustBeReady(what: string): void {
    if (!this.#isReady) throw new Error(`${what} can only be used after the application is ready.`)
  }

  mustNotBeReady(what: string): void {
    if (this.#isReady) throw new Error(`${what} can only be used before the application is ready.`)
  }

  enableSandbox(): void {
    this.mustNotBeReady('app.enableSandbox')
  }

  getName(): string {
    return this.#name
  }

  setName(name: string): void {
    this.#name = name
  }

  getVersion(): string {
    return '0.0.0-stand-in'
  }

  getPath(name: string): string {
    return this.#paths[name] ?? join(tmpdir(), name)
  }

  setPath(name: string, path: string): void {
    mkdirSync(path, { recursive: true })
    this.#paths[name] = path
  }

  /** One application for each user-data folder; a later one leaves a note there for the first and is told to go. */
  requestSingleInstanceLock(): boolean {
    const folder = join(this.getPath('userData'), 'stand-in-instances')
    mkdirSync(folder, { recursive: true })
    const isFirst = !readdirSync(folder).some((name) => name.startsWith('first-') && isAlive(Number(name.slice('first-'.length))))
    if (!isFirst) {
      writeFileSync(join(folder, `later-${process.pid}`), JSON.stringify({ argv: process.argv, folder: process.cwd() }))
      return false
    }
    const own = join(folder, `first-${process.pid}`)
    writeFileSync(own, '')
    this.beforeEnd(() => rmSync(own, { force: true }))
    watch(folder, (_kind, name) => this.#meet(join(folder, name ?? '')))
    return true
  }

  #meet(note: string): void {
    if (!note.includes('later-')) return
    try {
      const { argv, folder } = JSON.parse(readFileSync(note, 'utf8')) as { argv: string[]; folder: string }
      rmSync(note)
      this.emit('second-instance', {}, argv, folder, {})
    } catch {
      // Not written to its end yet, or met already.
    }
  }

  addProcess(child: ChildProcess, name: string): void {
    this.#processes.push({ child, name })
    this.beforeEnd(() => child.kill('SIGKILL'))
  }

  getAppMetrics(): { pid: number; type: string; name?: string }[] {
    const living = this.#processes.filter(({ child }) => child.exitCode === null && child.signalCode === null)
    return [{ pid: process.pid, type: 'Browser' }, ...living.map(({ child, name }) => ({ pid: child.pid ?? 0, type: 'Utility', name }))]
  }

  beforeEnd(words: () => void): void {
    this.#lastWords.push(words)
  }

  /** Called when a window has gone. */
  windowClosed(window: Closable): void {
    this.windows.delete(window)
    if (this.windows.size > 0) return
    if (this.#isQuitting) this.#finish()
    else if (this.listenerCount('window-all-closed') > 0) this.emit('window-all-closed')
    else this.quit()
  }

  quit(): void {
    const event = preventable({})
    this.emit('before-quit', event)
    if (event.defaultPrevented) return
    this.#isQuitting = true
    if (this.windows.size === 0) this.#finish()
    else for (const window of this.windows) window.close()
  }

  exit(code = 0): void {
    process.exit(code)
  }

  /** However this process ends, short of being killed: nothing that it started outlives it. */
  end(): void {
    for (const words of this.#lastWords.splice(0).toReversed()) words()
  }

  #finish(): void {
    const event = preventable({})
    this.emit('will-quit', event)
    if (event.defaultPrevented) return
    this.emit('quit', {}, 0)
    this.exit(0)
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

export const app = new StandInApp()
process.on('exit', () => app.end())
