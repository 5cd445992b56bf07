import { closeSync, openSync, readSync, statSync } from 'node:fs'

/** What the first hundred bytes of a SQLite file say. */
export interface DatabaseHeader {
  applicationId: number
  version: number
  /** No table was ever made in it. */ isBlank: boolean
}

const length = 100
const magic = 'SQLite format 3\0'

/** Reads the header without SQLite, because opening a database leaves files beside it. Null where the file is no SQLite database; an empty
 *  file is a blank one. Throws the operating system's errors. */
export function readHeader(file: string): DatabaseHeader | null {
  const bytes = Buffer.alloc(length)
  const descriptor = openSync(file, 'r')
  try {
    const read = readSync(descriptor, bytes, 0, length, 0)
    if (read === 0) return { applicationId: 0, version: 0, isBlank: true }
    if (read < length || bytes.toString('latin1', 0, magic.length) !== magic) return null
  } finally {
    closeSync(descriptor)
  }
  // Offsets of the file format: schema cookie 40, user version 60, application id 68.
  return { applicationId: bytes.readInt32BE(68), version: bytes.readInt32BE(60), isBlank: bytes.readInt32BE(40) === 0 }
}

/** Whether changes lie in the write-ahead log that the file itself does not show yet. */
export function hasPendingLog(file: string): boolean {
  return (statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0
}
