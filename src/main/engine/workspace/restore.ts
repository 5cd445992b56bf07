import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, open, readdir, rename, rm, rmdir, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { raise, TroupeError } from '#src/shared/contract/errors.ts'
import { readHeader } from '../db/header.ts'
import { makeFolder, removeIfEmpty } from '../db/make-folder.ts'
import { refuseForeign, schemaVersion } from '../db/migrate.ts'
import { backupsIn, databaseIn, filesIn } from '../db/workspace-folder.ts'
import { unreadable, unwritable } from '../file-errors.ts'
import { archiveVersion, databaseName, fileName, Manifest, ManifestHead, manifestName } from './archive/manifest.ts'
import { damaged, readArchive, type ArchiveReader } from './archive/read-archive.ts'

export interface Restored {
  name: string
  madeAt: string
  files: number
  /** Files that the workspace had lost before the backup. */ missingFiles: number
}

export interface RestoreRequest {
  /** The backup's path. */
  file: string
  /** Where the workspace is to be: a new or empty folder. */
  folder: string
  signal?: AbortSignal
  /** `share` of the work done, 0…1. */
  onProgress?(share: number): void
}

const largestManifest = 50_000_000

/** Makes a workspace from a backup. Everything is unpacked and compared with its hash beside the place, then moved there whole. Raises
 *  WORKSPACE_EXISTS, CONFLICT for a folder with other files, FILE_MISSING, FILE_IS_DIRECTORY, FILE_DAMAGED, NEWER_VERSION, CANCELLED,
 *  DISK_FULL or READ_ONLY; then nothing has changed. */
export async function restoreWorkspace(request: RestoreRequest): Promise<Restored> {
  const folder = resolve(request.folder)
  await expectRoom(folder)
  await expectFile(request.file)
  const making = `${folder}.restoring-${process.pid}`
  let above: string[] = []
  try {
    const archive = await readArchive(request.file).catch((error: unknown) => {
      throw unreadable(basename(request.file), error)
    })
    const manifest = await readManifest(archive)
    above = makeFolder(dirname(folder))
    await unpackAll(archive, manifest, making, request)
    const header = readHeader(databaseIn(making)) ?? damaged('its database is none')
    refuseForeign(header)
    if (existsSync(folder)) await rmdir(folder)
    await rename(making, folder)
    const { madeAt, files, missing } = manifest
    return { name: manifest.workspace.name, madeAt, files: Object.keys(files).length, missingFiles: missing.length }
  } catch (error) {
    throw unwritable('The workspace', error)
  } finally {
    await rm(making, { recursive: true, force: true })
    removeIfEmpty(above)
  }
}

async function expectRoom(folder: string): Promise<void> {
  if (existsSync(databaseIn(folder)))
    raise('WORKSPACE_EXISTS', 'There is a workspace in that folder already; it was left as it is. Name a new folder.')
  const found = await stat(folder).catch(() => null)
  if (!found) return
  if (!found.isDirectory()) raise('CONFLICT', 'At that place is a file; name a new folder.')
  if ((await readdir(folder)).length > 0) raise('CONFLICT', 'That folder holds other files; name a new or an empty one.')
}

async function expectFile(file: string): Promise<void> {
  const found = await stat(file).catch((error: unknown) => {
    throw unreadable(basename(file), error)
  })
  if (found.isDirectory()) raise('FILE_IS_DIRECTORY', 'A backup is a file; that is a folder.')
  if (!found.isFile()) raise('FILE_UNREADABLE', `${basename(file)} is not an ordinary file.`)
}

async function readManifest(archive: ArchiveReader): Promise<Manifest> {
  if (!archive.names.includes(manifestName)) damaged('it says nothing about itself')
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of archive.content(manifestName)) {
    size += chunk.length
    if (size > largestManifest) damaged('what it says about itself is too long')
    chunks.push(chunk)
  }
  const parsed = parse(Buffer.concat(chunks).toString())
  const head = ManifestHead.safeParse(parsed)
  if (!head.success) damaged('what it says about itself is broken')
  if (head.data.archiveVersion > archiveVersion || head.data.schemaVersion > schemaVersion) {
    raise(
      'NEWER_VERSION',
      `A newer Troupe made this backup (version ${head.data.schemaVersion}, here ${schemaVersion}). Update Troupe; nothing was restored.`,
    )
  }
  const manifest = Manifest.safeParse(parsed)
  return manifest.success ? manifest.data : damaged('what it says about itself is broken')
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

async function unpackAll(
  archive: ArchiveReader,
  { database, files }: Manifest,
  making: string,
  { signal, onProgress }: RestoreRequest,
): Promise<void> {
  const total = Object.values(files).reduce((sum, size) => sum + size, database.size)
  let done = 0
  const see = (bytes: number) => {
    if (signal?.aborted) throw new TroupeError('CANCELLED', 'The restore was cancelled; nothing was restored.')
    onProgress?.((done += bytes) / total)
  }
  for (const place of [making, filesIn(making), backupsIn(making)]) makeFolder(place)
  await unpack(archive, databaseName, databaseIn(making), database, see)
  for (const [hash, size] of Object.entries(files))
    await unpack(archive, fileName(hash), join(filesIn(making), hash.slice(0, 2), hash), { size, sha256: hash }, see)
}

async function unpack(
  archive: ArchiveReader,
  name: string,
  path: string,
  { size, sha256 }: { size: number; sha256: string },
  see: (bytes: number) => void,
): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const file = await open(path, 'wx')
  try {
    const hash = createHash('sha256')
    let written = 0
    for await (const chunk of archive.content(name)) {
      hash.update(chunk)
      written += chunk.length
      await file.write(chunk)
      see(chunk.length)
    }
    if (written !== size || hash.digest('hex') !== sha256) damaged(`${name} does not have its content`)
    await file.sync()
  } finally {
    await file.close()
  }
}
