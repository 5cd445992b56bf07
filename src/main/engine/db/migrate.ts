import { raise } from '#src/shared/contract/errors.ts'
import { applicationId, type Connection } from './connection.ts'
import { foundation } from './migrations/0001-foundation.ts'

export interface Migration {
  readonly number: number
  readonly name: string
  readonly sql: string
}

/** In order; a number is never reused and a shipped migration never edited. */
export const migrations: readonly Migration[] = [foundation]

export const schemaVersion = migrations.length

/** The version a workspace file was last written by: 0 for an empty file. */
export function versionOf(db: Connection): number {
  return Number(db.pragma('user_version', { simple: true }))
}

/** Refuses what is not ours, and what a newer Troupe wrote, before anything is touched. */
export function refuseForeign(db: Connection): void {
  const id = Number(db.pragma('application_id', { simple: true }))
  const version = versionOf(db)
  if (id !== applicationId && !(id === 0 && version === 0 && isEmpty(db))) raise('WORKSPACE_INVALID', 'The file workspace.sqlite there is not a Troupe workspace; it was left untouched.')
  if (version > schemaVersion) {
    raise('WORKSPACE_NEWER', `The workspace has version ${version}; this Troupe knows versions up to ${schemaVersion}. Update Troupe; the workspace was left untouched.`)
  }
}

function isEmpty(db: Connection): boolean {
  return db.prepare("SELECT count(*) FROM sqlite_schema").pluck().get() === 0
}

/** Brings the file to the version of this Troupe, each step in its own transaction; `beforeFirst` runs when there is something to do to a file that holds data. */
export function migrate(db: Connection, beforeFirst: () => void, steps: readonly Migration[] = migrations): void {
  const from = versionOf(db)
  const due = steps.filter((step) => step.number > from)
  if (due.length === 0) return
  if (from > 0) beforeFirst()
  for (const step of due) {
    db.transaction(() => {
      db.exec(step.sql)
      db.pragma(`application_id = ${applicationId}`)
      db.pragma(`user_version = ${step.number}`)
    }).immediate()
  }
}
