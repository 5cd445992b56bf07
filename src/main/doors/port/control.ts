import { z } from 'zod'
import { TroupeError, type ErrorCode } from '#src/shared/contract/errors.ts'
import { failureOf } from '../../engine/failure.ts'

/** Questions by name, each with what is asked and what is answered. */
export type Questions = Record<string, { input: unknown; answer: unknown }>
export type Answerers<Theirs extends Questions, Port> = {
  [Name in keyof Theirs]: (input: Theirs[Name]['input'], ports: readonly Port[]) => Promise<Theirs[Name]['answer']>
}

/** A line between two of our own processes on which both may ask. */
export interface Control<Mine extends Questions, Port> {
  /** Raises the other side's error with its code, and ENGINE_STOPPED when the line goes dead first. */
  ask<Name extends keyof Mine & string>(name: Name, input: Mine[Name]['input'], ports?: readonly Port[]): Promise<Mine[Name]['answer']>
  /** To be called with every message that arrives. */
  receive(message: unknown, ports?: readonly Port[]): void
  /** The other side is gone: whoever waits for an answer is told. */
  hangUp(): void
}

const wireMessage = z.union([
  z.object({ id: z.int(), ask: z.string(), input: z.unknown() }),
  z.object({ id: z.int(), error: z.object({ code: z.string(), message: z.string() }) }),
  z.object({ id: z.int(), answer: z.unknown() }),
])

interface Waiting {
  resolve(answer: unknown): void
  reject(error: unknown): void
}

/** Opens this side of the line: `post` carries a message over, `answerers` answers what the other side asks. */
export function openControl<Mine extends Questions, Theirs extends Questions, Port = never>(
  post: (message: unknown, ports: readonly Port[]) => void,
  answerers: Answerers<Theirs, Port>,
): Control<Mine, Port> {
  const waiting = new Map<number, Waiting>()
  let lastId = 0
  const answer = async (id: number, name: string, input: unknown, ports: readonly Port[]) => {
    try {
      const answerer = Object.hasOwn(answerers, name) ? answerers[name] : undefined
      if (!answerer) throw new TroupeError('INTERNAL', `Nobody answers "${name}".`)
      post({ id, answer: await answerer(input, ports) }, [])
    } catch (error) {
      const { code, message } = failureOf(error, name)
      post({ id, error: { code, message } }, [])
    }
  }
  return {
    ask: (name, input, ports = []) =>
      new Promise((resolve, reject) => {
        lastId += 1
        waiting.set(lastId, { resolve, reject })
        post({ id: lastId, ask: name, input }, ports)
      }),
    receive(data, ports = []) {
      const message = wireMessage.parse(data)
      if ('ask' in message) return void answer(message.id, message.ask, message.input, ports)
      const asker = waiting.get(message.id)
      waiting.delete(message.id)
      if ('error' in message) asker?.reject(new TroupeError(message.error.code as ErrorCode, message.error.message))
      else asker?.resolve(message.answer)
    },
    hangUp() {
      for (const asker of waiting.values()) asker.reject(new TroupeError('ENGINE_STOPPED'))
      waiting.clear()
    },
  }
}
