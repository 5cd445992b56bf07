import { randomBytes } from 'node:crypto'
import { statSync, type Stats } from 'node:fs'
import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { raise } from '#src/shared/contract/errors.ts'
import { unreadable, unwritable } from './file-errors.ts'

/** Opaque permissions to read or write one file, or to open one workspace. Only a trusted side (shell, loopback server, command line) makes them; the window only passes them on. */
export interface Grants {
  toRead(path: string): string
  toWrite(path: string): string
  /** For a folder with a workspace in it. */
  toOpen(folder: string): string
  /** The folder behind such a grant. */
  openable(grant: string): string
  /** The file behind a read grant, checked to be a readable file that is not empty. */
  readable(grant: string): Promise<GrantedFile>
  /** Raises FILE_TOO_LARGE above `limit` bytes before reading anything. */
  readBytes(grant: string, limit: number): Promise<{ name: string; bytes: Buffer }>
  /** Writes beside the place; `finish` puts it there, once all else has succeeded. */
  stage(grant: string, bytes: Uint8Array | string): Promise<Writable>
  /** Both at once: a failure leaves what was there. */
  writeBytes(grant: string, bytes: Uint8Array | string): Promise<string>
  /** For writers that stream: where to write, and what to call when the file is whole. */
  writable(grant: string): Writable
  revoke(grant: string): void
}

export interface GrantedFile {
  path: string
  name: string
  size: number
}
export interface Writable {
  name: string
  partPath: string
  finish(): Promise<string>
  abandon(): Promise<void>
}

type Mode = 'read' | 'write' | 'open'

export function openGrants(): Grants {
  const grants = new Map<string, { path: string; mode: Mode }>()
  const add = (path: string, mode: Mode) => {
    const grant = randomBytes(24).toString('base64url')
    grants.set(grant, { path, mode })
    return grant
  }
  const pathOf = (grant: string, mode: Mode) => {
    const found = grants.get(grant)
    return found?.mode === mode ? found.path : raise('GRANT_UNKNOWN', 'That file was not chosen in this session. Choose the file again.')
  }
  const readable = async (grant: string) => checkReadable(pathOf(grant, 'read'))
  const writable = (grant: string) => partOf(pathOf(grant, 'write'))
  const stage: Grants['stage'] = async (grant, bytes) => {
    const file = writable(grant)
    await writeFile(file.partPath, bytes).catch(async (error: unknown) => {
      await file.abandon()
      throw unwritable(file.name, error)
    })
    return file
  }
  return {
    toRead: (path) => add(path, 'read'),
    toWrite: (path) => add(path, 'write'),
    toOpen: (folder) => add(folder, 'open'),
    openable: (grant) => pathOf(grant, 'open'),
    readable,
    async readBytes(grant, limit) {
      const { path, name, size } = await readable(grant)
      if (size > limit)
        raise('FILE_TOO_LARGE', `${name} has ${Math.ceil(size / 1e6)} MB; at most ${Math.floor(limit / 1e6)} MB can be read here.`)
      return {
        name,
        bytes: await readFile(path).catch((error: unknown) => {
          throw unreadable(name, error)
        }),
      }
    },
    stage,
    writeBytes: async (grant, bytes) => (await stage(grant, bytes)).finish(),
    writable,
    revoke: (grant) => void grants.delete(grant),
  }
}

async function checkReadable(path: string): Promise<GrantedFile> {
  const name = basename(path)
  const found = await stat(path).catch((error: unknown) => {
    throw unreadable(name, error)
  })
  if (found.isDirectory()) raise('FILE_IS_DIRECTORY', `${name} is a folder; choose a file.`)
  if (!found.isFile()) raise('FILE_UNREADABLE', `${name} is not an ordinary file.`)
  if (found.size === 0) raise('FILE_EMPTY', `${name} is empty.`)
  return { path, name, size: found.size }
}

/** Refuses what is not a plain file: renaming onto a device or a folder would replace it. */
function partOf(path: string): Writable {
  const name = basename(path)
  const there = placeAt(path, name)
  if (there && !there.isFile()) raise('FILE_UNWRITABLE', `${name} is not an ordinary file, so nothing was written. Name another place.`)
  // A name of its own: never that of a file which is there, and short enough wherever the chosen one is.
  const partPath = join(dirname(path), `.troupe-${randomBytes(6).toString('hex')}.part`)
  return {
    name,
    partPath,
    async finish() {
      await rename(partPath, path).catch(async (error: unknown) => {
        await rm(partPath, { force: true })
        throw unwritable(name, error)
      })
      return name
    },
    abandon: () => rm(partPath, { force: true }),
  }
}

function placeAt(path: string, name: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false })
  } catch (error) {
    throw unwritable(name, error)
  }
}
