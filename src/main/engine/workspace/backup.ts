import { createReadStream, existsSync, statSync } from 'node:fs'
import { rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { raise } from '#src/shared/contract/errors.ts'
import type { EngineContext } from '../context.ts'
import { copyDatabase } from '../db/copy.ts'
import { schemaVersion } from '../db/migrate.ts'
import { backupsIn, databaseIn, filesIn } from '../db/workspace-folder.ts'
import { unwritable } from '../file-errors.ts'
import type { JobHandle } from '../jobs.ts'
import { archiveVersion, databaseName, fileName, manifestName, type Manifest } from './archive/manifest.ts'
import { largestArchive, writeArchive, type ArchiveWriter } from './archive/write-archive.ts'
import type { KeptFile } from './checking/files.ts'
import { undoneFiles } from './checking/undone-files.ts'
import { identityOf } from './identity.ts'

export interface BackupResult {
  fileName: string
  bytes: number
  missingFiles: number
}

/** Writes the whole workspace, as it is when this begins, into one file: the granted one, or one among the workspace's own backups.
 *  Work goes on meanwhile. Raises CANCELLED, DISK_FULL, READ_ONLY, FILE_UNWRITABLE or FILE_TOO_LARGE; then no file is left. */
export async function backUp(context: EngineContext, grant: string | undefined): Promise<BackupResult> {
  const { grants, ports, workspace } = context
  const own = join(backupsIn(workspace.folder), `backup-${ports.clock.now().replaceAll(/[:.]/g, '-')}.zip`)
  const target = grants.writable(grant ?? grants.toWrite(own))
  return context.jobs.run('Backing up the workspace', async (job) => {
    try {
      const written = await writeBackup(context, target.partPath, job)
      return { fileName: await target.finish(), ...written }
    } catch (error) {
      await target.abandon()
      throw unwritable(target.name, error)
    }
  })
}

async function writeBackup(context: EngineContext, path: string, job: JobHandle): Promise<Omit<BackupResult, 'fileName'>> {
  const { folder } = context.workspace
  // First, so that a place that cannot be written to is known before anything is copied.
  const archive = await writeArchive(path)
  const copy = `${path}.sqlite`
  let isFinished = false
  try {
    const files = await copyDatabase(
      databaseIn(folder),
      copy,
      (done, of) => {
        job.throwIfCancelled()
        job.progress(done, of * 2, 'database')
      },
      (db) => [...(db.prepare('SELECT id, size FROM file').all() as KeptFile[]), ...undoneFiles(db).filter(isOnDisk(filesIn(folder)))],
    )
    refuseTooLarge(statSync(copy).size + files.reduce((sum, { size }) => sum + size, 0))
    const manifest = await addAll(context, archive, copy, files, job)
    const bytes = await archive.finish()
    isFinished = true
    return { bytes, missingFiles: manifest.missing.length }
  } finally {
    if (!isFinished) await archive.abandon()
    await rm(copy, { force: true })
  }
}

/** What was undone before files were kept for it is missed by nobody. */
function isOnDisk(folder: string): (file: KeptFile) => boolean {
  return ({ id }) => existsSync(join(folder, id.slice(0, 2), id))
}

function refuseTooLarge(bytes: number): void {
  if (bytes > largestArchive)
    raise(
      'FILE_TOO_LARGE',
      `The workspace has ${(bytes / 1e9).toFixed(1)} GB; one backup holds 4 GB at most. Copy its folder while Troupe is closed.`,
    )
}

async function addAll(
  { read, ports, workspace }: EngineContext,
  archive: ArchiveWriter,
  copy: string,
  files: readonly KeptFile[],
  job: JobHandle,
): Promise<Manifest> {
  const { id, name } = await identityOf(read)
  const total = statSync(copy).size + files.reduce((sum, { size }) => sum + size, 0)
  let done = 0
  const watched = async function* watch(path: string): AsyncGenerator<Buffer> {
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 18 }) as AsyncIterable<Buffer>) {
      job.throwIfCancelled()
      yield chunk
      done += chunk.length
      job.progress(total + done, total * 2, 'writing')
    }
  }
  const manifest: Manifest = {
    format: 'troupe-backup',
    archiveVersion,
    schemaVersion,
    appVersion: ports.appVersion,
    madeAt: ports.clock.now(),
    workspace: { id, name },
    database: await archive.add(databaseName, watched(copy), true),
    files: {},
    missing: [],
  }
  for (const file of files) {
    const path = join(filesIn(workspace.folder), file.id.slice(0, 2), file.id)
    // A file that has gone or changed must not stop all others from being saved; "check" names it.
    const isThere = await stat(path).then(
      ({ size }) => size === file.size,
      () => false,
    )
    const written = isThere ? await archive.add(fileName(file.id), watched(path), false) : null
    if (written?.sha256 === file.id) manifest.files[file.id] = file.size
    else manifest.missing.push(file.id)
  }
  await archive.add(manifestName, textOf(JSON.stringify(manifest, null, 1)), true)
  return manifest
}

async function* textOf(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text)
}
