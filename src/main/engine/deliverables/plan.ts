import type { z } from 'zod'
import type { BriefDeliverable } from '#src/shared/contract/briefs.ts'
import type { MutationContext } from '../context.ts'
import { inChunks } from '../db/chunks.ts'
import type { ReadDb } from '../db/handles.ts'
import { fittingFor } from './fitting.ts'
import { rowsFor } from './planned-rows.ts'
import { deliverableSummaries } from './summary.ts'

/** Makes the posts a brief asks of each creator, one row each with its due date, for those collaborations that have no deliverables yet. */
export async function planDeliverables(
  { write, ports }: MutationContext,
  collaborationIds: readonly string[],
  asked: readonly z.infer<typeof BriefDeliverable>[],
): Promise<void> {
  const present = await deliverableSummaries(write, { collaborationIds })
  const platforms = await platformsOf(write, collaborationIds)
  const rows = collaborationIds
    .filter((id) => !present.has(id))
    .flatMap((id) =>
      fittingFor(asked, platforms.get(id) ?? new Set()).flatMap(({ length, ...line }) => rowsFor({ ...line, details: length }, id, ports)),
    )
  await inChunks(
    rows,
    (chunk) =>
      write
        .insertInto('deliverable')
        .values([...chunk])
        .execute(),
    1000,
  )
}

async function platformsOf(db: ReadDb, collaborationIds: readonly string[]): Promise<Map<string, Set<string>>> {
  const rows = await inChunks(collaborationIds, (chunk) =>
    db
      .selectFrom('collaboration as k')
      .innerJoin('account as a', 'a.creator_id', 'k.creator_id')
      .select(['k.id', 'a.platform'])
      .where('k.id', 'in', chunk)
      .execute(),
  )
  return new Map(
    Map.groupBy(rows, ({ id }) => id)
      .entries()
      .map(([id, mine]) => [id, new Set(mine.map(({ platform }) => platform))]),
  )
}
