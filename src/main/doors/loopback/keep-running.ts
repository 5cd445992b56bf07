import type { Socket } from 'node:net'
import { codeOf, raise } from '#src/shared/contract/errors.ts'
import type { EngineProcess } from './engine-process.ts'

/** An engine process that is replaced when it dies. */
export interface KeptEngine {
  /** Hands a connection to the engine, as soon as there is one. */
  take(socket: Socket): void
  /** Rejects when the engine cannot be kept running; never settles otherwise. */
  failed: Promise<never>
  close(): Promise<void>
}

/** An engine that dies this often within the time would only die again. */
const patience = { ends: 5, withinMs: 30_000 }

/** Starts an engine and keeps one running until `close`. `restarted` is told how the last one ended. Raises what the first start raises. */
export async function keepRunning(start: () => Promise<EngineProcess>, restarted: (how: string) => void): Promise<KeptEngine> {
  let engine: EngineProcess | undefined = await start()
  let closing = false
  const waiting: Socket[] = []
  const failed = Promise.withResolvers<never>()
  const ends: number[] = []

  function expectPatience(how: string): void {
    ends.push(Date.now())
    if (ends.filter((at) => at > Date.now() - patience.withinMs).length >= patience.ends)
      raise('ENGINE_STOPPED', `The engine stopped again and again (${how}).`)
  }

  async function replacement(how: string): Promise<EngineProcess> {
    expectPatience(how)
    restarted(how)
    try {
      return await start()
    } catch (error) {
      // Dying while it starts is dying; a workspace that will not open is not mended by opening it again.
      if (codeOf(error) !== 'ENGINE_STOPPED' || closing) throw error
      return replacement((error as Error).message)
    }
  }

  async function follow(followed: EngineProcess): Promise<void> {
    const { how, left } = await followed.ended
    engine = undefined
    waiting.unshift(...left)
    if (closing) return
    const next = await replacement(how)
    if (closing) return next.close()
    engine = next
    for (const socket of waiting.splice(0)) next.take(socket)
    return follow(next)
  }

  follow(engine).catch(failed.reject)
  return {
    take: (socket) => void (engine ? engine.take(socket) : waiting.push(socket)),
    failed: failed.promise,
    async close() {
      closing = true
      await engine?.close()
      for (const socket of waiting.splice(0)) socket.destroy()
    },
  }
}
