import { fork } from 'node:child_process'
import type { Socket } from 'node:net'
import { raise, TroupeError } from '#src/shared/contract/errors.ts'
import type { FromEngine, ToEngine } from './messages.ts'

/** The engine in a process of its own, with its workspace open. */
export interface EngineProcess {
  /** Settles with how the process ended, and with the connections that never reached it. */
  ended: Promise<{ how: string; left: Socket[] }>
  take(socket: Socket): void
  close(): Promise<void>
}

const closingMs = 10_000

/** Starts `program` as engine process and waits until it has opened the workspace. Raises what opening raises, and ENGINE_STOPPED when the
 *  process ends before it has said anything. */
export async function startEngine(program: string, open: ToEngine): Promise<EngineProcess> {
  const child = fork(program, { stdio: ['ignore', process.stderr, 'inherit', 'ipc'] })
  const onTheWay = new Map<number, Socket>()
  let lastId = 0
  const ended = new Promise<string>((resolve) => child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`)))
  // What is sent to a process that has just ended is lost with it; its end is what counts.
  child.on('error', () => undefined)
  child.send(open)
  const answer = await Promise.race([new Promise<FromEngine>((resolve) => child.once('message', resolve)), ended])
  if (typeof answer === 'string') raise('ENGINE_STOPPED', `The engine could not be started (${answer}).`)
  if (answer.type === 'refused') {
    child.disconnect()
    await ended
    throw new TroupeError(answer.code, answer.message)
  }
  child.on('message', (message: FromEngine) => {
    if (message.type !== 'taken') return
    // This only lets go of our own hold; the connection lives on in the engine.
    onTheWay.get(message.id)?.destroy()
    onTheWay.delete(message.id)
  })
  return {
    ended: ended.then((how) => ({ how, left: [...onTheWay.values()] })),
    take(socket) {
      if (socket.destroyed) return
      lastId += 1
      onTheWay.set(lastId, socket)
      child.send({ type: 'connection', id: lastId } satisfies ToEngine, socket, { keepOpen: true }, () => undefined)
    },
    async close() {
      if (child.connected) child.send({ type: 'close' } satisfies ToEngine)
      const timer = setTimeout(() => child.kill('SIGKILL'), closingMs)
      await ended
      clearTimeout(timer)
      for (const socket of onTheWay.values()) socket.destroy()
    },
  }
}
