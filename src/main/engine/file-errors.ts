import { TroupeError, type ErrorCode } from '#src/shared/contract/errors.ts'
import { asTroupeError } from './db/sqlite-errors.ts'

type Problem = readonly [code: ErrorCode, because: string]

const reading: Readonly<Record<string, Problem>> = {
  ENOENT: ['FILE_MISSING', 'there is no such file'],
  ENOTDIR: ['FILE_MISSING', 'there is no such file'],
  EISDIR: ['FILE_IS_DIRECTORY', 'it is a folder; choose a file'],
  EACCES: ['FILE_UNREADABLE', 'this user may not read it'],
  EPERM: ['FILE_UNREADABLE', 'this user may not read it'],
  ENAMETOOLONG: ['FILE_MISSING', 'no file has so long a name'],
  ELOOP: ['FILE_UNREADABLE', 'it is a link that leads back to itself'],
  EBUSY: ['FILE_UNREADABLE', 'another program holds it'],
  EIO: ['FILE_UNREADABLE', 'its disk is failing or no longer there'],
}

const writing: Readonly<Record<string, Problem>> = {
  ENOSPC: ['DISK_FULL', 'the disk is full'],
  EDQUOT: ['DISK_FULL', 'the room that this user has on the disk is full'],
  SQLITE_FULL: ['DISK_FULL', 'the disk is full'],
  EROFS: ['READ_ONLY', 'the disk there can only be read'],
  EACCES: ['READ_ONLY', 'this user may not write there'],
  EPERM: ['READ_ONLY', 'this user may not write there'],
  ENOENT: ['FILE_UNWRITABLE', 'there is no such folder'],
  ENOTDIR: ['FILE_UNWRITABLE', 'there is no such folder'],
  EISDIR: ['FILE_UNWRITABLE', 'there is a folder of that name'],
  ENAMETOOLONG: ['FILE_UNWRITABLE', 'its name is too long'],
  ELOOP: ['FILE_UNWRITABLE', 'a link there leads back to itself'],
  EFBIG: ['FILE_UNWRITABLE', 'it would be too large for the disk there'],
  EBUSY: ['FILE_UNWRITABLE', 'another program holds it'],
  EIO: ['FILE_UNWRITABLE', 'the disk there is failing or no longer there'],
}

/** Why the file called `name` was not read, with our own code: FILE_MISSING, FILE_IS_DIRECTORY or FILE_UNREADABLE. What is no failure of
 *  the file comes back as it is. */
export function unreadable(name: string, error: unknown): unknown {
  return told(error, (code) => {
    const [ours, because] = reading[code] ?? ['FILE_UNREADABLE', 'the system does not give it out']
    return [ours, `${name} cannot be read: ${because}.`]
  })
}

/** Why the file called `name` was not written: DISK_FULL, READ_ONLY or FILE_UNWRITABLE. What is no failure of the file comes back as it is. */
export function unwritable(name: string, error: unknown): unknown {
  return told(error, (code) => {
    const [ours, because] = writing[code] ?? ['FILE_UNWRITABLE', 'the system does not take it']
    return [ours, `${name} cannot be written: ${because}. Nothing was written.`]
  })
}

function told(error: unknown, sentence: (code: string) => readonly [code: ErrorCode, message: string]): unknown {
  const code = (error as { code?: unknown } | null)?.code
  if (error instanceof TroupeError || typeof code !== 'string') return error
  // Node's own codes are longer than the system's, such as ERR_STREAM_PREMATURE_CLOSE.
  if (!/^E[A-Z0-9]{2,14}$/.test(code) && code !== 'SQLITE_FULL') return asTroupeError(error)
  const [ours, message] = sentence(code)
  return new TroupeError(ours, message, { cause: code }, { cause: error })
}
