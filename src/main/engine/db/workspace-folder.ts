import { Kysely, SqliteDialect } from 'kysely'
import { existsSync, mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { raise, TroupeError } from '#src/shared/contract/errors.ts'
import type { Clock, NewId } from '../ports.ts'
import { openConnection, type Connection } from './connection.ts'
import type { ReadDb } from './handles.ts'
import { lockWorkspace, type WorkspaceLock } from './lock.ts'
import { migrate, refuseForeign, versionOf } from './migrate.ts'
import type { Schema } from './schema.ts'
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
}

/** Opens a workspace for this process alone. Raises WORKSPACE_MISSING, WORKSPACE_INVALID, WORKSPACE_NEWER, WORKSPACE_IN_USE, READ_ONLY or DISK_FULL and then has changed nothing. */
export function openWorkspaceFolder({ folder, create, clock, newId, onCommit }: OpenOptions): WorkspaceFolder {
  prepareFolder(folder, create)
  const lock = lockWorkspace(folder)
  try {
    return openLocked(folder, lock, clock, newId, onCommit)
  } catch (error) {
    lock.release()
    throw asTroupeError(error)
  }
}

function prepareFolder(folder: string, create: boolean): void {
  const found = statSync(folder, { throwIfNoEntry: false })
  if (found && !found.isDirectory()) raise('WORKSPACE_INVALID', 'A workspace is a folder, but that place holds a file; it was left untouched.')
  if (existsSync(databaseIn(folder))) return refuseWithoutTouching(folder)
  if (!create) raise('WORKSPACE_MISSING', 'There is no workspace in that folder. Make one with "init", or name another folder.')
  try {
    mkdirSync(folder, { recursive: true })
  } catch (error) {
    throw asTroupeError(error)
  }
}

/** A read-only look first: what is foreign or newer must not even get a lock file. */
function refuseWithoutTouching(folder: string): void {
  let db: Connection | undefined
  try {
    db = openConnection(databaseIn(folder), { readonly: true })
    refuseForeign(db)
  } catch (error) {
    if (error instanceof TroupeError) throw error
    const known = asTroupeError(error)
    throw known instanceof TroupeError && known.code === 'WORKSPACE_INVALID'
      ? new TroupeError('WORKSPACE_INVALID', 'The file workspace.sqlite there is not a Troupe workspace, or is damaged. Restore a backup; it was left untouched.')
      : known
  } finally {
    db?.close()
  }
}

function openLocked(folder: string, lock: WorkspaceLock, clock: Clock, newId: NewId, onCommit: OpenOptions['onCommit']): WorkspaceFolder {
  const database = databaseIn(folder)
  const connection = openConnection(database)
  try {
    migrate(connection, () => backUpBeforeMigration(connection, folder, clock))
    for (const place of [filesIn(folder), backupsIn(folder)]) mkdirSync(place, { recursive: true })
    const reader = openConnection(database, { readonly: true })
    const read = new Kysely<Schema>({ dialect: new SqliteDialect({ database: reader }) })
    const writer = openWriter(connection, clock, newId, onCommit)
    return {
      folder,
      database,
      read,
      writer,
      reader,
      async close() {
        await writer.gate.run(async () => undefined)
        reader.close()
        writer.close()
        lock.release()
      },
    }
  } catch (error) {
    connection.close()
    throw error
  }
}

function backUpBeforeMigration(connection: Connection, folder: string, clock: Clock): void {
  mkdirSync(backupsIn(folder), { recursive: true })
  const target = join(backupsIn(folder), `before-version-${versionOf(connection) + 1}-${clock.now().replaceAll(/[:.]/g, '-')}.sqlite`)
  connection.prepare('VACUUM INTO ?').run(target)
}
