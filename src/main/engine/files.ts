import { createHash } from 'node:crypto'
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { raise } from '#src/shared/contract/errors.ts'
import { asTroupeError } from './db/sqlite-errors.ts'
import type { WriteDb } from './db/handles.ts'

/** The content-addressed store of a workspace: `files/ab/abcdef…`, named by the SHA-256 of the bytes. */
export interface FileStore {
  /** Puts bytes on disk (flushed) and their row in the transaction; the same bytes twice are one file. Returns the hash. */
  put(db: WriteDb, bytes: Uint8Array, mediaType: string, at: string): Promise<string>
  /** Raises NOT_FOUND when the bytes are gone and FILE_DAMAGED when they no longer match their name. */
  read(hash: string): Promise<Buffer>
  pathOf(hash: string): string
}

export function openFileStore(folder: string): FileStore {
  const pathOf = (hash: string) => join(folder, hash.slice(0, 2), hash)
  return {
    pathOf,
    async put(db, bytes, mediaType, at) {
      const hash = sha256(bytes)
      await writeOnce(pathOf(hash), bytes)
      const known = await db.selectFrom('file').select('id').where('id', '=', hash).executeTakeFirst()
      if (!known) await db.insertInto('file').values({ id: hash, size: bytes.byteLength, media_type: mediaType, created_at: at }).execute()
      return hash
    },
    async read(hash) {
      const bytes = await readFile(pathOf(hash)).catch((error: unknown) => {
        if ((error as { code?: string }).code === 'ENOENT')
          raise('NOT_FOUND', 'A file of this workspace is missing from its files folder. Restore it from a backup.', { hash })
        throw asTroupeError(error)
      })
      if (sha256(bytes) !== hash)
        raise('FILE_DAMAGED', 'A file of this workspace no longer has the content it was kept with. Restore it from a backup.', { hash })
      return bytes
    },
  }
}

/** SHA-256 in lower-case hexadecimal. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

async function writeOnce(path: string, bytes: Uint8Array): Promise<void> {
  if (
    await stat(path).then(
      ({ size }) => size === bytes.byteLength,
      () => false,
    )
  )
    return
  const part = `${path}.${process.pid}.part`
  try {
    await mkdir(join(path, '..'), { recursive: true })
    const file = await open(part, 'w')
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(part, path)
  } catch (error) {
    await rm(part, { force: true })
    throw asTroupeError(error)
  }
}
