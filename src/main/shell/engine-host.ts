import { utilityProcess, type MessagePortMain, type UtilityProcess } from 'electron'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { raise } from '#src/shared/contract/errors.ts'
import { openControl, type Control } from '../doors/port/control.ts'
import type { EngineQuestions, Opening, ShellQuestions } from '../doors/port/questions.ts'
import { keychain } from './keychain.ts'

/** Waits before each new start; an engine that lived for `steadyMs` begins the row again. */
const delaysMs = [100, 500, 1000, 2000, 5000]
const steadyMs = 60_000
const closingMs = 5000

type EngineControl = Control<EngineQuestions, MessagePortMain>
interface Running { child: UtilityProcess; control: EngineControl; since: number; gone: Promise<void> }

/** Keeps one engine process alive for one workspace. */
export interface EngineHost {
  /** Closes what is open and opens another workspace. Raises what opening raises; nothing is open then. */
  open(opening: Opening): Promise<void>
  isOpen(): boolean
  /** Raises ENGINE_STOPPED while no engine is there, and the engine's own errors. */
  readonly ask: EngineControl['ask']
  close(): Promise<void>
}

export interface HostEvents {
  /** The engine can be asked: after `open`, and after each new start. */
  opened(): void
  /** Starting again has failed too often; `reason` is the last failure. */
  givenUp(reason: unknown): Promise<void>
}

export function engineHost(events: HostEvents): EngineHost {
  let running: Running | null = null
  let wanted: Opening | null = null
  let failures = 0

  async function launch(opening: Opening): Promise<void> {
    const child = utilityProcess.fork(join(import.meta.dirname, 'engine-process.js'), [], { serviceName: 'Troupe engine' })
    const post = (message: unknown, ports: readonly MessagePortMain[]) => child.postMessage(message, [...ports])
    const control = openControl<EngineQuestions, ShellQuestions, MessagePortMain>(post, {
      seal: ({ secret }) => keychain.seal(secret),
      unseal: ({ sealed }) => keychain.unseal(sealed),
    })
    child.on('message', (message) => control.receive(message))
    const gone = new Promise<void>((resolve) => {
      child.once('exit', () => {
        control.hangUp()
        resolve()
      })
    })
    try {
      await control.ask('open', opening)
    } catch (error) {
      child.kill()
      await gone
      throw error
    }
    running = { child, control, gone, since: Date.now() }
    void gone.then(() => (running?.child === child ? recover() : undefined))
    events.opened()
  }

  async function recover(): Promise<void> {
    if (running && Date.now() - running.since > steadyMs) failures = 0
    running = null
    let reason: unknown
    while (failures < delaysMs.length) {
      await wait(delaysMs[failures++])
      if (!wanted) return
      try {
        return await launch(wanted)
      } catch (error) {
        reason = error
      }
    }
    await events.givenUp(reason)
  }

  async function close(): Promise<void> {
    wanted = null
    if (!running) return
    const { child, control, gone } = running
    running = null
    await Promise.race([control.ask('close', null).catch(report), wait(closingMs)])
    child.kill()
    await gone
  }

  return {
    async open(opening) {
      await close()
      failures = 0
      await launch(opening)
      wanted = opening
    },
    isOpen: () => running !== null,
    ask: (name, input, ports) => (running ? running.control.ask(name, input, ports) : raise('ENGINE_STOPPED')),
    close,
  }
}

function report(error: unknown): void {
  process.stderr.write(`The engine did not close cleanly: ${String(error)}\n`)
}
