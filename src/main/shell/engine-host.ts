import { utilityProcess, type MessagePortMain, type UtilityProcess } from 'electron'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { TroupeError } from '#src/shared/contract/errors.ts'
import { engineFlags } from '../doors/engine-memory.ts'
import { openControl, type Control } from '../doors/port/control.ts'
import type { EngineQuestions, Opening, ShellQuestions } from '../doors/port/questions.ts'
import { keychain } from './keychain.ts'

/** Waits before each new start; an engine that lived for `steadyMs` begins the row again. */
const delaysMs = [100, 500, 1000, 2000, 5000]
const steadyMs = 60_000
const closingMs = 5000

type EngineControl = Control<EngineQuestions, MessagePortMain>
interface Running {
  child: UtilityProcess
  control: EngineControl
  since: number
  gone: Promise<void>
}

/** Keeps one engine process alive for one workspace. */
export interface EngineHost {
  /** Closes what is open and opens another workspace. Raises what opening raises; nothing is open then. */
  open(opening: Opening): Promise<void>
  isOpen(): boolean
  /** Waits while the engine is being started. Raises the engine's own errors, and ENGINE_STOPPED when there is none and none is coming. */
  readonly ask: EngineControl['ask']
  close(): Promise<void>
}

export interface HostEvents {
  /** The engine can be asked: after `open`, and after each new start. */
  opened(): void
  /** Starting again has failed too often; `reason` is the last failure. */
  givenUp(reason: unknown): Promise<void>
  /** What the engine process writes on its standard output and error. */
  said(text: Uint8Array): void
}

export function engineHost(events: HostEvents): EngineHost {
  let running: Running | null = null
  let wanted: Opening | null = null
  let comes = expected()
  let failures = 0

  async function launch(opening: Opening): Promise<void> {
    const program = join(import.meta.dirname, 'engine-process.js')
    const child = utilityProcess.fork(program, [], {
      serviceName: 'Troupe engine',
      stdio: 'pipe',
      execArgv: [`--js-flags=${engineFlags.join(' ')}`],
    })
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', events.said)
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
    void gone.then(() => (running?.child === child ? recover() : undefined)).catch(report)
    comes.resolve(control)
    events.opened()
  }

  async function recover(): Promise<void> {
    if (running && Date.now() - running.since > steadyMs) failures = 0
    running = null
    comes = expected()
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
    comes.reject(new TroupeError('ENGINE_STOPPED', 'The engine stopped and could not be started again.'))
    comes = expected()
    await events.givenUp(reason)
  }

  async function close(): Promise<void> {
    wanted = null
    if (!running) return
    const { child, control, gone } = running
    running = null
    comes = expected()
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
    ask: async (name, input, ports) => (await comes.promise).ask(name, input, ports),
    close,
  }
}

/** An engine that is on its way. Nobody need be waiting for it when it fails to come. */
function expected(): PromiseWithResolvers<EngineControl> {
  const comes = Promise.withResolvers<EngineControl>()
  comes.promise.catch(() => undefined)
  return comes
}

function report(error: unknown): void {
  process.stderr.write(`Troubles with the engine process: ${String(error)}\n`)
}
