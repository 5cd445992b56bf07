import { existsSync, rmSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { raise } from '#src/shared/contract/errors.ts'
import type { Clock, NewId } from '../ports.ts'
import { openConnection, type Connection } from './connection.ts'
import type { ReadDb } from './handles.ts'
import { hasPendingLog, readHeader } from './header.ts'
import { kyselyOn } from './kysely.ts'
import { lockWorkspace } from './lock.ts'
import { makeFolder, removeIfEmpty } from './make-folder.ts'
import { headerOf, migrate, migrations, refuseForeign, versionOf, type Migration } from './migrate.ts'
import { asTroupeError } from './sqlite-errors.ts'
import { openWriter, type Writer } from './transact.ts'

export interface WorkspaceFolder {
  readonly folder: string
  readonly database: string
  readonly read: ReadDb
  readonly writer: Writer
  /** For what only SQLite understands: pragmas, full text, backup. Read only. */
  readonly reader: Connection
  close(): Promise<void>
  /** Closes too, and takes away what this opening has made: for a workspace that could not be finished. */
  abandon(): Promise<void>
}

export const databaseIn = (folder: string) => join(folder, 'workspace.sqlite')
export const filesIn = (folder: string) => join(folder, 'files')
export const backupsIn = (folder: string) => join(folder, 'backups')

export interface OpenOptions {
  folder: string
  /** Makes the workspace where there is none; without it that is WORKSPACE_MISSING. */
  create: boolean
  clock: Clock
  newId: NewId
  onCommit: Parameters<typeof openWriter>[3]
  /** Those of this Troupe; tests hand in others. */
  steps?: readonly Migration[]
}

/** Opens a workspace for this process alone. Raises WORKSPACE_MISSING, WORKSPACE_INVALID, WORKSPACE_NEWER, WORKSPACE_IN_USE, READ_ONLY
 *  or DISK_FULL and then has changed nothing. */
export function openWorkspaceFolder(options: OpenOptions): WorkspaceFolder {
  const { folder, create, steps = migrations } = options
  expectWorkspace(folder, create, steps.length)
  const made: string[] = []
  try {
    if (create) made.push(...makeFolder(resolve(folder)))
    return openAlone(options, made)
  } catch (error) {
    removeIfEmpty(made)
    throw asTroupeError(error)
  }
}

function openAlone(options: OpenOptions, made: string[]): WorkspaceFolder {
  const { folder } = options
  const lock = lockWorkspace(folder)
  // Under the lock, so that nobody else's beginning is taken for ours.
  const isNew = !existsSync(databaseIn(folder))
  const leave = () => {
    if (isNew) for (const ending of ['', '-wal', '-shm', '-journal']) rmSync(`${databaseIn(folder)}${ending}`, { force: true })
    lock.release()
    if (isNew) lock.remove()
    if (isNew) removeIfEmpty(made)
  }
  try {
    const opened = openLocked(options, made)
    return {
      ...opened,
      close: () => opened.close().then(lock.release),
      abandon: () => opened.close().then(leave),
    }
  } catch (error) {
    leave()
    throw error
  }
}

/** Looks without touching, so that what is foreign or newer does not even get a lock file. Raises WORKSPACE_MISSING, WORKSPACE_INVALID
 *  or WORKSPACE_NEWER. */
export function expectWorkspace(folder: string, create = false, known = migrations.length): void {
  const place = statSync(folder, { throwIfNoEntry: false })
  if (place && !place.isDirectory())
    raise('WORKSPACE_INVALID', 'A workspace is a folder, but that place holds a file; it was left untouched.')
  const file = databaseIn(folder)
  if (!existsSync(file))
    return create
      ? undefined
      : raise('WORKSPACE_MISSING', 'There is no workspace in that folder. Make one with "init", or name another folder.')
  if (!statSync(file).isFile()) raise('WORKSPACE_INVALID', 'In that folder, workspace.sqlite is not a file; it was left untouched.')
  const header = readHeaderOf(file)
  if (!header)
    raise(
      'WORKSPACE_INVALID',
      'The file workspace.sqlite there is not a Troupe workspace, or is damaged. Restore a backup; it was left untouched.',
    )
  refuseForeign(header, known)
  if (header.isBlank && header.version === 0 && !create)
    raise('WORKSPACE_MISSING', 'The workspace in that folder was never finished. Make it with "init".')
}

function readHeaderOf(file: string): ReturnType<typeof readHeader> {
  try {
    const header = readHeader(file)
    return header && hasPendingLog(file) ? headerWithLog(file) : header
  } catch (error) {
    throw asTroupeError(error)
  }
}

/** After a crash the newest header can lie in the log, which only SQLite reads. */
function headerWithLog(file: string): ReturnType<typeof headerOf> {
  const db = openConnection(file, { readonly: true })
  try {
    return headerOf(db)
  } finally {
    db.close()
  }
}

function openLocked({ folder, clock, newId, onCommit, steps }: OpenOptions, made: string[]): Omit<WorkspaceFolder, 'abandon'> {
  const database = databaseIn(folder)
  const connection = openConnection(database)
  try {
    migrate(connection, () => backUpBeforeMigration(connection, folder, clock), steps)
    for (const place of [filesIn(folder), backupsIn(folder)]) made.push(...makeFolder(resolve(place)))
    const reader = openConnection(database, { readonly: true })
    const writer = openWriter(connection, clock, newId, onCommit)
    return {
      folder,
      database,
      read: kyselyOn(reader),
      writer,
      reader,
      async close() {
        await writer.stop()
        // The writer last: only it can bring the log home and take it away.
        reader.close()
        connection.close()
      },
    }
  } catch (error) {
    connection.close()
    throw error
  }
}

function backUpBeforeMigration(connection: Connection, folder: string, clock: Clock): void {
  makeFolder(resolve(backupsIn(folder)))
  const target = join(backupsIn(folder), `before-version-${versionOf(connection) + 1}-${clock.now().replaceAll(/[:.]/g, '-')}.sqlite`)
  connection.prepare('VACUUM INTO ?').run(target)
}
