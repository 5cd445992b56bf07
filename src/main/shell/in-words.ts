import { z } from 'zod'
import { TroupeError } from '#src/shared/contract/errors.ts'

/** What a person is told of anything thrown; what was not expected goes to the log. */
export function inWords(error: unknown): { code: string; message: string } {
  if (error instanceof TroupeError) return { code: error.code, message: error.message }
  if (error instanceof z.ZodError) return { code: 'BAD_INPUT', message: error.issues[0]?.message ?? 'The request is not valid.' }
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
  return { code: 'INTERNAL', message: 'Something in Troupe went wrong; nothing was changed. The details are in the log.' }
}
