import { createHash } from 'node:crypto'
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { raise } from '#src/shared/contract/errors.ts'
import { asTroupeError } from './db/sqlite-errors.ts'
import type { ReadDb, WriteDb } from './db/handles.ts'

/** The content-addressed store of a workspace: `files/ab/abcdef…`, named by the SHA-256 of the bytes. */
export interface FileStore {
  /** Puts bytes on disk (flushed), unless they are staged already, and their row in the transaction; the same bytes twice are one file.
   *  Returns the hash. */
  put(db: WriteDb, file: Uint8Array | StagedFile, mediaType: string, at: string): Promise<string>
  /** Puts bytes on disk (flushed), for a transaction to come. Each one staged has to be released in the end. */
  stage(bytes: Uint8Array): Promise<StagedFile>
  /** Takes staged files away again that no row names and nobody else has staged. */
  abandon(db: ReadDb, files: readonly StagedFile[]): Promise<void>
  release(files: readonly StagedFile[]): void
  /** Raises NOT_FOUND when the bytes are gone and FILE_DAMAGED when they no longer match their name. */
  read(hash: string): Promise<Buffer>
  pathOf(hash: string): string
}

/** Bytes that lie on disk, by their hash. */
export interface StagedFile {
  hash: string
  /** Bytes. */
  size: number
}

export function openFileStore(folder: string): FileStore {
  const pathOf = (hash: string) => join(folder, hash.slice(0, 2), hash)
  /** How often each file is staged at the moment. */
  const held = new Map<string, number>()
  const hold = (hash: string, change: 1 | -1) => {
    const count = (held.get(hash) ?? 0) + change
    if (count > 0) held.set(hash, count)
    else held.delete(hash)
  }
  return {
    pathOf,
    async stage(bytes) {
      const file = { hash: sha256(bytes), size: bytes.byteLength }
      hold(file.hash, 1)
      try {
        await writeOnce(pathOf(file.hash), bytes)
      } catch (error) {
        hold(file.hash, -1)
        throw error
      }
      return file
    },
    async abandon(db, files) {
      for (const { hash } of files) {
        const isKept = await db.selectFrom('file').select('id').where('id', '=', hash).executeTakeFirst()
        if (!isKept && held.get(hash) === 1) await rm(pathOf(hash), { force: true })
      }
    },
    release(files) {
      for (const { hash } of files) hold(hash, -1)
    },
    async put(db, file, mediaType, at) {
      const { hash, size } = 'hash' in file ? file : { hash: sha256(file), size: file.byteLength }
      if (!('hash' in file)) await writeOnce(pathOf(hash), file)
      const known = await db.selectFrom('file').select('id').where('id', '=', hash).executeTakeFirst()
      if (!known) await db.insertInto('file').values({ id: hash, size, media_type: mediaType, created_at: at }).execute()
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
