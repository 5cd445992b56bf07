import type { ServerResponse } from 'node:http'
import type { ErrorCode } from '#src/shared/contract/errors.ts'
import { failureOf } from '../../engine/failure.ts'
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

/** What went wrong as HTTP and in the closed set. */
export function httpFailureOf(error: unknown): { status: number; code: ErrorCode; message: string } {
  const { code, message } = failureOf(error, 'loopback')
  return { status: statuses[code] ?? 400, code, message }
}

/** Answers with the failure, and hangs up, because the rest of a refused upload is still on its way. */
export function answerFailure(response: ServerResponse, error: unknown): void {
  // Whoever hung up is not told.
  if (response.destroyed) return
  if (response.headersSent) return void response.destroy()
  const { status, code, message } = httpFailureOf(error)
  response.setHeader('connection', 'close')
  answerJson(response, status, { code, message })
}
