import { z } from 'zod'

/** Separates the JSON head of a message from the bytes that follow it; see @orpc/standard-server-peer. */
const headEnd = 255

const id = z.string().max(40)
const call = z.object({ u: z.string().startsWith('/'), h: z.record(z.string(), z.unknown()).optional() })
const requestMessage = z.object({ i: id, t: z.literal(1).optional(), p: call })
const streamMessage = z.object({ i: id, t: z.literal(3), p: z.object({ e: z.enum(['message', 'error', 'done']) }) })
const abortMessage = z.object({ i: id, t: z.literal(4) })
const anyMessage = z.union([requestMessage, streamMessage, abortMessage])

/** Whether `data` is a message that oRPC's server side can take. It decodes without a net below it, so anything else must not reach it. */
export function isRequestMessage(data: unknown): data is string | Uint8Array {
  const head = headOf(data)
  if (head === null) return false
  try {
    return anyMessage.safeParse(JSON.parse(head)).success
  } catch {
    return false
  }
}

function headOf(data: unknown): string | null {
  if (typeof data === 'string') return data
  if (!(data instanceof Uint8Array)) return null
  const end = data.indexOf(headEnd)
  return new TextDecoder().decode(end === -1 ? data : data.subarray(0, end))
}
