import { raise } from '#src/shared/contract/errors.ts'
import { openConnection } from './connection.ts'
import { kyselyOn } from './kysely.ts'
import { schemaVersion, versionOf } from './migrate.ts'
import type { Writer } from './transact.ts'
import { databaseIn, expectWorkspace, type WorkspaceFolder } from './workspace-folder.ts'

async function refuse(): Promise<never> {
  return raise('WORKSPACE_IN_USE', 'Another Troupe has this workspace open; here it can only be looked at. Nothing was changed.')
}

/** Opens a workspace for looking only, also while another process has it open: it takes no lock, and every change is refused with
 *  WORKSPACE_IN_USE. Raises what `expectWorkspace` raises, and WORKSPACE_IN_USE for an older version, which has to be brought up to
 *  date first. */
export function openWorkspaceForReading(folder: string): WorkspaceFolder {
  expectWorkspace(folder)
  const reader = openConnection(databaseIn(folder), { readonly: true })
  if (versionOf(reader) < schemaVersion) {
    reader.close()
    raise(
      'WORKSPACE_IN_USE',
      'The workspace has to be brought up to date first, and another Troupe has it open. Close it there, then try again.',
    )
  }
  const writer: Writer = {
    // Jobs that write through a connection of their own would otherwise get past the lock.
    gate: { run: refuse },
    connection: reader,
    journal: { enter: () => undefined, unfollowed: (work) => work() },
    transact: refuse,
    stop: async () => undefined,
  }
  const close = async () => void reader.close()
  return { folder, database: databaseIn(folder), reader, writer, read: kyselyOn(reader), close, abandon: close }
}
