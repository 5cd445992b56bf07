import { TroupeError, type ErrorCode } from '#src/shared/contract/errors.ts'

const codes: readonly (readonly [prefix: string, code: ErrorCode])[] = [
  ['SQLITE_FULL', 'DISK_FULL'],
  ['SQLITE_READONLY', 'READ_ONLY'],
  ['SQLITE_CANTOPEN', 'READ_ONLY'],
  ['SQLITE_IOERR', 'DISK_FULL'],
  ['SQLITE_NOTADB', 'WORKSPACE_INVALID'],
  ['SQLITE_CORRUPT', 'WORKSPACE_INVALID'],
  ['SQLITE_CONSTRAINT_UNIQUE', 'CONFLICT'],
  ['SQLITE_CONSTRAINT_FOREIGNKEY', 'CONFLICT'],
  ['SQLITE_BUSY', 'WORKSPACE_IN_USE'],
  ['ENOSPC', 'DISK_FULL'],
  ['EROFS', 'READ_ONLY'],
  ['EACCES', 'READ_ONLY'],
  ['EPERM', 'READ_ONLY'],
]

/** The error a person should see for a failure of SQLite or of the disk; anything else comes back as it is. */
export function asTroupeError(error: unknown): unknown {
  if (error instanceof TroupeError) return error
  const raw = (error as { code?: unknown } | null)?.code
  if (typeof raw !== 'string') return error
  const found = codes.find(([prefix]) => raw.startsWith(prefix))
  return found ? new TroupeError(found[1], undefined, { cause: raw }, { cause: error }) : error
}
