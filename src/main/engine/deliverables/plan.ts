import type { z } from 'zod'
import type { BriefDeliverable } from '#src/shared/contract/briefs.ts'
import type { MutationContext } from '../context.ts'
import { inChunks } from '../db/chunks.ts'
import { deliverableSummaries } from './summary.ts'
import { formatInWords } from './words.ts'

/** Makes the posts a brief asks for, one row each with its due date, for those collaborations that have no deliverables yet. */
export async function planDeliverables(
  { write, ports }: MutationContext,
  collaborationIds: readonly string[],
  asked: readonly z.infer<typeof BriefDeliverable>[],
): Promise<void> {
  const present = await deliverableSummaries(write, { collaborationIds })
  const now = ports.clock.now()
  const rows = collaborationIds
    .filter((id) => !present.has(id))
    .flatMap((id) =>
      asked.flatMap((line) =>
        titlesOf(line).map((title) => ({
          id: ports.newId(),
          collaboration_id: id,
          platform: line.platform,
          format: line.format,
          title,
          due_on: line.dueOn,
          status: 'planned',
          post_url: null,
          posted_at: null,
          notes: line.length,
          created_at: now,
          updated_at: now,
        })),
      ),
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

function titlesOf(line: z.infer<typeof BriefDeliverable>): string[] {
  const words = formatInWords(line)
  return Array.from({ length: line.quantity }, (_, i) => (line.quantity === 1 ? words : `${words} ${i + 1} of ${line.quantity}`))
}
