import { codeOf, type ErrorCode } from '#src/shared/contract/errors.ts'
import { asTroupeError } from './db/sqlite-errors.ts'

/** What a person is told of a failure. */
export interface Failure {
  code: ErrorCode
  message: string
  data?: Record<string, unknown> | undefined
}

const unexpected = 'Something in Troupe went wrong; nothing was changed. The details are in the log.'

/** A code of the closed set and a sentence for anything thrown. What was not expected is INTERNAL: its own words mean nothing to a person
 *  and go, with its stack and `where` it happened, to standard error. */
export function failureOf(error: unknown, where: string): Failure {
  const known = asTroupeError(error)
  // Also what another of our processes has told already.
  if ((known as { code?: unknown } | null)?.code === codeOf(known)) {
    const { message, data } = known as { message: string; data?: Record<string, unknown> }
    return { code: codeOf(known), message, data }
  }
  process.stderr.write(`${where}: ${error instanceof Error ? error.stack : String(error)}\n`)
  return { code: 'INTERNAL', message: unexpected }
}
