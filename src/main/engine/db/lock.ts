import Database from 'better-sqlite3'
import { rmSync, writeFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { raise } from '#src/shared/contract/errors.ts'
import { asTroupeError } from './sqlite-errors.ts'

export interface WorkspaceLock {
  release(): void
  /** Takes the lock's own file away; only where there is no workspace to lock. */
  remove(): void
}

/** Takes the workspace for this process, or refuses with WORKSPACE_IN_USE. The operating system frees it even after `kill -9`,
 *  because it is SQLite's own file lock on a file that holds nothing else. */
export function lockWorkspace(folder: string): WorkspaceLock {
  const holder = join(folder, 'workspace.lock.txt')
  const db = openLockFile(folder)
  try {
    db.pragma('locking_mode = EXCLUSIVE')
    db.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    db.close()
    if ((error as { code?: string }).code !== 'SQLITE_BUSY') throw asTroupeError(error)
    raise('WORKSPACE_IN_USE', `Another Troupe has this workspace open${describeHolder(holder)}. Close it there first; nothing was changed.`)
  }
  writeFileSync(holder, `process ${process.pid} since ${new Date().toISOString()}`)
  return {
    release() {
      rmSync(holder, { force: true })
      db.close()
    },
    remove: () => rmSync(join(folder, 'workspace.lock'), { force: true }),
  }
}

function openLockFile(folder: string): Database.Database {
  try {
    return new Database(join(folder, 'workspace.lock'), { timeout: 0 })
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
