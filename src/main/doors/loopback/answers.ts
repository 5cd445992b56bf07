import type { ServerResponse } from 'node:http'
import { errorCodes, TroupeError, type ErrorCode } from '#src/shared/contract/errors.ts'
import { asTroupeError } from '../../engine/db/sqlite-errors.ts'
import { pageHeaders } from '../page-headers.ts'

const statuses: Partial<Record<ErrorCode, number>> = {
  UNAUTHORISED: 403,
  NOT_FOUND: 404,
  FILE_TOO_LARGE: 413,
  GRANT_UNKNOWN: 404,
  DISK_FULL: 507,
  INTERNAL: 500,
}

export function answerJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { ...pageHeaders, 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' })
  response.end(JSON.stringify(body))
}

/** What went wrong as HTTP and in the closed set. What was not expected goes to standard error. */
export function failureOf(error: unknown): { status: number; code: ErrorCode; message: string } {
  const known = asTroupeError(error)
  if (known instanceof TroupeError) return { status: statuses[known.code] ?? 400, code: known.code, message: known.message }
  process.stderr.write(`loopback: ${error instanceof Error ? error.stack : String(error)}\n`)
  return { status: 500, code: 'INTERNAL', message: errorCodes.INTERNAL }
}

/** Answers with the failure, and hangs up, because the rest of a refused upload is still on its way. */
export function answerFailure(response: ServerResponse, error: unknown): void {
  // Whoever hung up is not told.
  if (response.destroyed) return
  if (response.headersSent) return void response.destroy()
  const { status, code, message } = failureOf(error)
  response.setHeader('connection', 'close')
  answerJson(response, status, { code, message })
}
