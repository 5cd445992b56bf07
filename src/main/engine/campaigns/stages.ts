import { inChunks } from '../db/chunks.ts'
import type { WriteDb } from '../db/handles.ts'
import { isForward, type CollaborationStage } from './status-rules.ts'

/** Moves those of a selection on to `stage` that have not come so far; nothing ever moves back of its own accord, and what was declined
 *  stays so. */
export async function advanceStage(
  db: WriteDb,
  collaborationIds: readonly string[],
  stage: CollaborationStage,
  now: string,
): Promise<void> {
  const rows = await inChunks(collaborationIds, (chunk) =>
    db.selectFrom('collaboration').select(['id', 'stage']).where('id', 'in', chunk).execute(),
  )
  const behind = rows.filter((row) => isForward(row.stage as CollaborationStage, stage)).map(({ id }) => id)
  await inChunks(behind, (chunk) => db.updateTable('collaboration').set({ stage, updated_at: now }).where('id', 'in', chunk).execute())
}
