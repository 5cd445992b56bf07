import type { ErrorCode } from '#src/shared/contract/errors.ts'

/** What the server process tells its engine process; the connection itself comes along with `connection`. */
export type ToEngine =
  | { type: 'open'; folder: string; create: boolean; appVersion: string; page: string; transfers: string; token: string; port: number }
  | { type: 'connection'; id: number }
  | { type: 'close' }

export type FromEngine =
  | { type: 'ready' }
  | { type: 'refused'; code: ErrorCode; message: string }
  /** The connection has arrived; until then the server keeps it for the next engine. */
  | { type: 'taken'; id: number }
