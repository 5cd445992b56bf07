import type { ErrorCode } from '#src/shared/contract/errors.ts'

/** What the server process tells its engine process; connections come along with `connection`. */
export type ToEngine =
  | { type: 'open'; folder: string; create: boolean; appVersion: string; page: string; transfers: string; token: string; port: number }
  | { type: 'connection' }
  | { type: 'close' }

export type FromEngine = { type: 'ready' } | { type: 'refused'; code: ErrorCode; message: string }
