import { TroupeError, type ErrorCode } from '#src/shared/contract/errors.ts'

const failing = 'The disk could not be read or written; nothing was changed. It may be full, failing or no longer there.'

const codes: readonly (readonly [prefix: string, code: ErrorCode, message?: string])[] = [
  ['SQLITE_FULL', 'DISK_FULL'],
  ['SQLITE_IOERR', 'DISK_FULL', failing],
  ['SQLITE_READONLY', 'READ_ONLY'],
  ['SQLITE_CANTOPEN', 'READ_ONLY'],
  ['SQLITE_NOTADB', 'WORKSPACE_INVALID', 'The file workspace.sqlite there is not a Troupe workspace, or is damaged. Restore a backup.'],
  ['SQLITE_CORRUPT', 'WORKSPACE_INVALID', 'The workspace is damaged. Restore a backup; "check" says what is broken.'],
  ['SQLITE_CONSTRAINT_UNIQUE', 'CONFLICT', 'The workspace has this already; the change was not made.'],
  [
    'SQLITE_CONSTRAINT_FOREIGNKEY',
    'CONFLICT',
    'Something in the workspace still refers to this, or what this refers to is gone; the change was not made.',
  ],
  ['SQLITE_BUSY', 'WORKSPACE_IN_USE'],
  ['ENOSPC', 'DISK_FULL'],
  ['EDQUOT', 'DISK_FULL'],
  ['EIO', 'DISK_FULL', failing],
  ['EROFS', 'READ_ONLY'],
  ['EACCES', 'READ_ONLY'],
  ['EPERM', 'READ_ONLY'],
]

/** The error a person should see for a failure of SQLite or of the disk; anything else comes back as it is. */
export function asTroupeError(error: unknown): unknown {
  if (error instanceof TroupeError) return error
  if (error instanceof TypeError && error.message === 'The database connection is not open')
    return new TroupeError('ENGINE_STOPPED', 'This workspace was closed; nothing was changed.')
  const raw = (error as { code?: unknown } | null)?.code
  if (typeof raw !== 'string') return error
  const found = codes.find(([prefix]) => raw.startsWith(prefix))
  return found ? new TroupeError(found[1], found[2], { cause: raw }, { cause: error }) : error
}
