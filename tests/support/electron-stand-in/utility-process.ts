import { fork, type ChildProcess } from 'node:child_process'
import { EventEmitter } from 'node:events'
import type { Readable } from 'node:stream'
import { app } from './app.ts'
import { HandedPorts, type StandInPort } from './message-port.ts'

/** What goes over the line to the forked process, both ways. */
export type UtilityMessage =
  | { kind: 'message'; message: unknown; ports: number[] }
  | { kind: 'port'; id: number; data: unknown }
  | { kind: 'port closed'; id: number }

interface ForkOptions {
  serviceName?: string
  env?: NodeJS.ProcessEnv
  cwd?: string
  stdio?: 'pipe' | 'inherit'
  execArgv?: readonly string[]
}

class UtilityProcess extends EventEmitter {
  readonly #child: ChildProcess
  readonly #ports = new HandedPorts()

  constructor(child: ChildProcess) {
    super()
    this.#child = child
    child.once('spawn', () => this.emit('spawn'))
    child.on('message', (message: UtilityMessage) => this.#receive(message))
    child.once('exit', (code) => {
      this.#ports.closeAll()
      this.emit('exit', code ?? 1)
    })
  }

  get stdout(): Readable | null {
    return this.#child.stdout
  }

  get stderr(): Readable | null {
    return this.#child.stderr
  }

  get pid(): number | undefined {
    return this.#child.exitCode === null && this.#child.signalCode === null ? this.#child.pid : undefined
  }

  postMessage(message: unknown, transfer: readonly StandInPort[] = []): void {
    const ports = transfer.map((port) =>
      this.#ports.add(port, (id) => ({
        message: (data) => this.#send({ kind: 'port', id, data }),
        closed: () => this.#send({ kind: 'port closed', id }),
      })),
    )
    this.#send({ kind: 'message', message, ports })
  }

  kill(): boolean {
    return this.#child.kill()
  }

  #send(message: UtilityMessage): void {
    if (this.#child.connected) this.#child.send(message)
  }

  #receive(message: UtilityMessage): void {
    if (message.kind === 'message') this.emit('message', message.message)
    else if (message.kind === 'port') this.#ports.send(message.id, message.data)
    else this.#ports.close(message.id)
  }
}

export const utilityProcess = {
  fork(modulePath: string, args: readonly string[] = [], options: ForkOptions = {}): UtilityProcess {
    const { serviceName = 'Node Utility Process', env = process.env, cwd, stdio = 'inherit', execArgv: switches = [] } = options
    app.mustBeReady('utilityProcess.fork')
    const execArgv = [...switches.flatMap(flagsForV8), '--import', import.meta.resolve('./parent-port.ts')]
    const child = fork(modulePath, args, { execArgv, env, cwd, serialization: 'advanced', stdio: ['ignore', stdio, stdio, 'ipc'] })
    app.addProcess(child, serviceName)
    return new UtilityProcess(child)
  },
}

/** Electron takes these words as switches of a process of Chromium's, which hands V8 what stands in `--js-flags`. */
function flagsForV8(flag: string): string[] {
  const given = /^--js-flags=(.*)$/.exec(flag)?.[1]
  return given === undefined ? [] : given.split(' ')
}
