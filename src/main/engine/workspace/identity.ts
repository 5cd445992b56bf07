import { raise } from '#src/shared/contract/errors.ts'
import type { EngineContext } from '../context.ts'
import type { ReadDb } from '../db/handles.ts'
import { beginning } from '../db/undo.ts'
import { keepSettings } from './keep-settings.ts'

export interface WorkspaceIdentity {
  id: string
  name: string
  createdAt: string
}

/** Who this workspace is, the same for its whole life. */
export async function identityOf(db: ReadDb): Promise<WorkspaceIdentity> {
  const row = await db.selectFrom('setting').select('value').where('id', '=', 'identity').executeTakeFirst()
  return row
    ? (JSON.parse(row.value) as WorkspaceIdentity)
    : raise('WORKSPACE_INVALID', 'The workspace does not say who it is. Restore a backup.')
}

/** Gives a new workspace its identity; an old one keeps its own. */
export async function ensureIdentity({ read, workspace, ports }: EngineContext, name: string): Promise<void> {
  const known = await read.selectFrom('setting').select('id').where('id', '=', 'identity').executeTakeFirst()
  if (known) return
  const identity: WorkspaceIdentity = { id: ports.newId(), name, createdAt: ports.clock.now() }
  await workspace.writer.transact({ procedure: beginning, actor: 'Troupe', summary: `Made the workspace ${name}` }, (db) =>
    keepSettings(db, { identity }),
  )
}
