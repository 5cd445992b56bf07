import { raise, TroupeError } from '#src/shared/contract/errors.ts'
import { applicationId, type Connection } from './connection.ts'
import type { DatabaseHeader } from './header.ts'
import { foundation } from './migrations/0001-foundation.ts'
import { contracts } from './migrations/0002-contracts.ts'
import { creators } from './migrations/0003-creators.ts'
import { asTroupeError } from './sqlite-errors.ts'

export interface Migration {
  readonly number: number
  readonly name: string
  readonly sql: string
}

/** In order; a number is never reused and a shipped migration never edited. */
export const migrations: readonly Migration[] = [foundation, contracts, creators]

export const schemaVersion = migrations.length

/** The version a workspace file was last written by: 0 for an empty file. */
export function versionOf(db: Connection): number {
  return Number(db.pragma('user_version', { simple: true }))
}

/** What an open database says of itself. */
export function headerOf(db: Connection): DatabaseHeader {
  return {
    applicationId: Number(db.pragma('application_id', { simple: true })),
    version: versionOf(db),
    isBlank: db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() === 0,
  }
}

/** Refuses what is not ours, and what a newer Troupe wrote. Raises WORKSPACE_INVALID or WORKSPACE_NEWER. */
export function refuseForeign({ applicationId: id, version, isBlank }: DatabaseHeader, known = schemaVersion): void {
  if (id !== applicationId && !(id === 0 && version === 0 && isBlank))
    raise('WORKSPACE_INVALID', 'The file workspace.sqlite there is not a Troupe workspace; it was left untouched.')
  if (version > known) {
    raise(
      'WORKSPACE_NEWER',
      `The workspace has version ${version}; this Troupe knows versions up to ${known}. Update Troupe; the workspace was left untouched.`,
    )
  }
}

/** Brings the file to the version of this Troupe, each step in its own transaction; `beforeFirst` runs when there is something to do to
 *  a file that holds data. A step that fails leaves the version before it. */
export function migrate(db: Connection, beforeFirst: () => void, steps: readonly Migration[] = migrations): void {
  const from = versionOf(db)
  const due = steps.filter((step) => step.number > from)
  if (due.length === 0) return
  if (from > 0) beforeFirst()
  // A step that makes a table anew would otherwise delete what refers to it.
  db.pragma('foreign_keys = OFF')
  try {
    for (const step of due) take(db, step)
  } finally {
    db.pragma('foreign_keys = ON')
  }
}

function take(db: Connection, step: Migration): void {
  const before = versionOf(db)
  try {
    db.transaction(() => {
      db.exec(step.sql)
      const broken = db.prepare('SELECT "table" FROM pragma_foreign_key_check LIMIT 1').pluck().get() as string | undefined
      if (broken !== undefined) throw new Error(`Rows of ${broken} refer to rows that are gone.`)
      db.pragma(`application_id = ${applicationId}`)
      db.pragma(`user_version = ${step.number}`)
    }).immediate()
  } catch (error) {
    const known = asTroupeError(error)
    if (known !== error) throw known
    const kept = before > 0 ? ` The workspace stays at version ${before}, and a copy from before is in its backups folder.` : ''
    const message = `The workspace could not be brought to version ${step.number} (${step.name}).${kept} The details are in the log.`
    process.stderr.write(`migration ${step.number}: ${(error as Error).stack}\n`)
    throw new TroupeError('INTERNAL', message, undefined, { cause: error })
  }
}
