import { rm } from 'node:fs/promises'
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { TroupeError } from '#src/shared/contract/errors.ts'
import { addressOf, newToken, privateFolder } from './address.ts'
import { startEngine } from './engine-process.ts'
import { keepRunning } from './keep-running.ts'

export interface ServeOptions {
  folder: string
  create: boolean
  appVersion: string
  /** Folder of the built page. */
  page: string
  /** 0 for one that the system chooses. */
  port: number
  /** The program of the engine process. */
  program: string
  /** Told when the engine process has died and is started again. */
  restarted(how: string): void
}

export interface Served {
  address: string
  /** Rejects when the engine cannot be kept running; never settles otherwise. */
  failed: Promise<never>
  close(): Promise<void>
}

/** Serves a workspace over loopback from an engine process that is started again when it dies. This process holds the port and passes every
 *  connection on, so that address and token stay, and no other program can take the port in between.
 *  Raises CONFLICT for a port in use, and what opening the workspace raises. */
export async function superviseServe({ port: wanted, program, restarted, ...opening }: ServeOptions): Promise<Served> {
  const early: Socket[] = []
  let take: (socket: Socket) => void = (socket) => void early.push(socket)
  const server = createServer({ pauseOnConnect: true }, (socket) => take(socket))
  const port = await listen(server, wanted)
  const [token, transfers] = [newToken(), await privateFolder()]
  const tidy = async () => {
    server.close()
    await rm(transfers, { recursive: true, force: true })
  }
  try {
    const engine = await keepRunning(() => startEngine(program, { type: 'open', ...opening, transfers, token, port }), restarted)
    take = engine.take
    for (const socket of early) take(socket)
    return { address: addressOf(port, token), failed: engine.failed, close: () => engine.close().then(tidy) }
  } catch (error) {
    await tidy()
    throw error
  }
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: { code?: string }) => {
      reject(
        error.code === 'EADDRINUSE'
          ? new TroupeError('CONFLICT', `Port ${port} is in use by another program. Choose another, or none.`)
          : error,
      )
    })
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })
}
