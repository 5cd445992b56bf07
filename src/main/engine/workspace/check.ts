import type { z } from 'zod'
import type { CheckFinding, CheckReport } from '#src/shared/contract/workspace.ts'
import { TroupeError } from '#src/shared/contract/errors.ts'
import { checkIntegrity, countOf } from '../db/checks/integrity.ts'
import { checkJournal } from '../db/checks/journal.ts'
import { checkRoster } from '../db/checks/roster.ts'
import { openConnection, type Connection } from '../db/connection.ts'
import { schemaVersion, versionOf } from '../db/migrate.ts'
import { asTroupeError } from '../db/sqlite-errors.ts'
import { databaseIn, expectWorkspace, filesIn } from '../db/workspace-folder.ts'
import { checkFiles, type KeptFile } from './checking/files.ts'
import { undoneFiles } from './checking/undone-files.ts'

type Finding = z.infer<typeof CheckFinding>

/** `share` of the work done, 0…1, and what is being looked at. */
export type OnProgress = (share: number, note: string) => void

/** Looks whether a workspace is sound, without changing anything; also while another process has it open, as of one moment. Nothing is
 *  mended. Raises WORKSPACE_MISSING, WORKSPACE_INVALID for what is no workspace, and WORKSPACE_NEWER; whatever else is wrong is a
 *  finding. */
export async function checkWorkspace(folder: string, onProgress: OnProgress = () => undefined): Promise<z.infer<typeof CheckReport>> {
  expectWorkspace(folder)
  let db: Connection | undefined
  try {
    db = openConnection(databaseIn(folder), { readonly: true })
    db.exec('BEGIN')
    return await checkOpen(db, folder, onProgress)
  } catch (error) {
    const known = asTroupeError(error)
    if (!(known instanceof TroupeError) || known.code !== 'WORKSPACE_INVALID') throw known
    return {
      ok: false,
      findings: [{ area: 'database', level: 'problem', message: 'The database is broken and cannot be read to its end.' }],
      checked: nothing,
    }
  } finally {
    db?.close()
  }
}

const nothing = { tables: 0, files: 0, journalEntries: 0 }

async function checkOpen(db: Connection, folder: string, onProgress: OnProgress): Promise<z.infer<typeof CheckReport>> {
  onProgress(0, 'database')
  const broken = problems('database', checkIntegrity(db))
  // What a broken database says of itself is not worth comparing.
  if (broken.length > 0) return { ok: false, findings: broken, checked: { ...nothing, ...countOf(db) } }
  const files = db.prepare('SELECT id, size FROM file').all() as KeptFile[]
  const kept = await checkFiles(filesIn(folder), files, undoneFiles(db), (done) => onProgress(0.2 + 0.2 * (done / files.length), 'files'))
  const creators = db.prepare('SELECT count(*) FROM creator').pluck().get() as number
  const findings = [
    ...problems('files', kept.problems),
    ...kept.notes.map((message): Finding => ({ area: 'files', level: 'note', message })),
    ...problems(
      'journal',
      checkJournal(db, (done, of) => onProgress(0.4 + 0.3 * (done / of), 'journal')),
    ),
    ...search(db, (done) => (done % 500 === 0 ? onProgress(0.7 + 0.3 * (done / creators), 'search') : undefined)),
  ]
  return { ok: findings.every(({ level }) => level === 'note'), findings, checked: { ...countOf(db), files: files.length } }
}

/** An earlier version has a roster of another shape, which is made anew when it is brought up to date. */
function search(db: Connection, onCreator: (done: number) => void): Finding[] {
  const version = versionOf(db)
  if (version >= schemaVersion) return problems('search', checkRoster(db, onCreator))
  const message =
    `The workspace is still of data version ${version}, so its roster and search were not looked at; ` +
    `they are made anew when it is opened and brought to version ${schemaVersion}.`
  return [{ area: 'search', level: 'note', message }]
}

function problems(area: Finding['area'], messages: readonly string[]): Finding[] {
  return messages.map((message) => ({ area, level: 'problem', message }))
}
