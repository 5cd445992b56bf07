import type { Socket } from 'node:net'
import { openEngine } from '../../engine/engine.ts'
import { failureOf } from '../../engine/failure.ts'
import { nodePorts } from '../node-ports.ts'
import { userName } from '../user-name.ts'
import { openDoor } from './door.ts'
import type { FromEngine, ToEngine } from './messages.ts'

type Open = Extract<ToEngine, { type: 'open' }>

interface OpenDoor {
  take(socket: Socket): void
  close(): Promise<void>
}

/** Runs the engine behind the loopback door in this process, for the server process that started it: told what to open, given connections one
 *  by one, and ended with it. */
export function runEngineSide(): void {
  let door: OpenDoor | undefined
  const openDoorOf = async (message: Open) => {
    door = await open(message)
  }
  const takeIn = (id: number, socket: Socket | undefined) => {
    tell({ type: 'taken', id })
    if (door && socket) door.take(socket)
    else socket?.destroy()
  }
  const close = async () => {
    const closing = door
    door = undefined
    await closing?.close()
    if (process.connected) process.disconnect()
  }
  process.on('message', (message: ToEngine, socket?: Socket) => {
    if (message.type === 'open') void openDoorOf(message)
    else if (message.type === 'close') void close()
    else takeIn(message.id, socket)
  })
  // The server is gone, by whatever way; nobody can ask anything any more.
  process.on('disconnect', () => void close().then(() => process.exit()))
  // The server hears the same signal and says when to close.
  for (const signal of ['SIGINT', 'SIGHUP'] as const) process.on(signal, () => undefined)
}

async function open({ folder, create, appVersion, page, transfers, token, port }: Open): Promise<OpenDoor | undefined> {
  try {
    const engine = await openEngine({ folder, create, ports: nodePorts({ appVersion }) })
    const door = openDoor({ engine, actor: userName('browser'), page, transfers, token, port: () => port })
    tell({ type: 'ready' })
    return {
      take(socket) {
        door.server.emit('connection', socket)
        socket.resume()
      },
      async close() {
        await door.close()
        await engine.close()
      },
    }
  } catch (error) {
    const { code, message } = failureOf(error, 'opening the workspace')
    tell({ type: 'refused', code, message })
    return undefined
  }
}

function tell(message: FromEngine): void {
  process.send?.(message)
}
