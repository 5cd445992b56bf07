import Database from 'better-sqlite3'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { raise } from '#src/shared/contract/errors.ts'
import { asTroupeError } from './sqlite-errors.ts'

export interface WorkspaceLock {
  release(): void
  /** Takes the lock's own file away; only where there is no workspace to lock. */
  remove(): void
}

/** Takes the workspace for this process, or refuses with WORKSPACE_IN_USE, DISK_FULL or READ_ONLY. The operating system frees it even after `kill -9`,
 *  because it is SQLite's own file lock on a file that holds nothing else. */
export function lockWorkspace(folder: string): WorkspaceLock {
  const [file, holder] = [join(folder, 'workspace.lock'), join(folder, 'workspace.lock.txt')]
  const isNew = !existsSync(file)
  const db = openLockFile(file)
  try {
    db.pragma('locking_mode = EXCLUSIVE')
    db.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    db.close()
    if ((error as { code?: string }).code !== 'SQLITE_BUSY') {
      // Nobody holds it, or it would have been busy.
      if (isNew) rmSync(file, { force: true })
      throw asTroupeError(error)
    }
    raise('WORKSPACE_IN_USE', `Another Troupe has this workspace open${describeHolder(holder)}. Close it there first; nothing was changed.`)
  }
  const lock: WorkspaceLock = {
    release() {
      rmSync(holder, { force: true })
      db.close()
    },
    remove: () => rmSync(file, { force: true }),
  }
  try {
    writeFileSync(holder, `process ${process.pid} since ${new Date().toISOString()}`)
    return lock
  } catch (error) {
    lock.release()
    if (isNew) lock.remove()
    throw asTroupeError(error)
  }
}

function openLockFile(file: string): Database.Database {
  try {
    return new Database(file, { timeout: 0 })
  } catch (error) {
    throw asTroupeError(error)
  }
}

function describeHolder(file: string): string {
  try {
    return ` (${readFileSync(file, 'utf8')})`
  } catch {
    return ''
  }
}
