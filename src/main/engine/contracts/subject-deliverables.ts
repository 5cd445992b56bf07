import type { z } from 'zod'
import type { BriefContent } from '#src/shared/contract/briefs.ts'
import { inChunks } from '../db/chunks.ts'
import type { ReadDb } from '../db/handles.ts'
import { fittingFor } from '../deliverables/fitting.ts'

/** One line of the table of deliverables. */
export interface AgreedDeliverable {
  platform: string
  format: string
  quantity: number
  details: string | null
  dueOn: string | null
}

type Brief = z.infer<typeof BriefContent>

/** What was planned for this creator; before anything is, what the brief asks of everybody. */
export async function deliverablesOfWork(
  db: ReadDb,
  collaborationId: string,
  brief: Brief,
  platforms: ReadonlySet<string>,
): Promise<AgreedDeliverable[]> {
  const planned = await plannedFor(db, [collaborationId])
  return planned.length > 0 ? grouped(planned, brief) : askedOf(brief, platforms)
}

/** What all creators of a campaign make together. */
export async function deliverablesOfCampaign(db: ReadDb, collaborationIds: readonly string[], brief: Brief): Promise<AgreedDeliverable[]> {
  const planned = await plannedFor(db, collaborationIds)
  const accounts = await inChunks(collaborationIds, (chunk) =>
    db
      .selectFrom('collaboration as k')
      .leftJoin('account as a', 'a.creator_id', 'k.creator_id')
      .select(['k.id', 'a.platform'])
      .where('k.id', 'in', chunk)
      .execute(),
  )
  const withPlan = new Set(planned.map(({ collaboration_id }) => collaboration_id))
  const others = Map.groupBy(
    accounts.filter(({ id }) => !withPlan.has(id)),
    ({ id }) => id,
  )
  const asked = [...others.values()].flatMap((mine) => askedOf(brief, new Set(mine.flatMap(({ platform }) => platform ?? []))))
  const all = [...grouped(planned, brief), ...asked]
  const lines = Map.groupBy(all, ({ platform, format, dueOn, details }) => JSON.stringify([platform, format, dueOn, details]))
  return [...lines.values()]
    .map((same) => ({ ...(same[0] as AgreedDeliverable), quantity: same.reduce((sum, { quantity }) => sum + quantity, 0) }))
    .toSorted((a, b) => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999'))
}

type Planned = { collaboration_id: string; platform: string; format: string; due_on: string | null }

async function plannedFor(db: ReadDb, collaborationIds: readonly string[]): Promise<Planned[]> {
  return inChunks(collaborationIds, (chunk) =>
    db
      .selectFrom('deliverable')
      .select(['collaboration_id', 'platform', 'format', 'due_on'])
      .where('collaboration_id', 'in', chunk)
      .orderBy('due_on')
      .orderBy('id')
      .execute(),
  )
}

function grouped(planned: readonly Planned[], brief: Brief): AgreedDeliverable[] {
  const lines = Map.groupBy(planned, ({ platform, format, due_on }) => JSON.stringify([platform, format, due_on]))
  return [...lines.values()].map((same) => {
    const { platform, format, due_on } = same[0] as Planned
    const asked = brief.deliverables.find((line) => line.platform === platform && line.format === format)
    return { platform, format, quantity: same.length, details: asked?.length ?? null, dueOn: due_on }
  })
}

function askedOf(brief: Brief, platforms: ReadonlySet<string>): AgreedDeliverable[] {
  return fittingFor(brief.deliverables, platforms).map(({ platform, format, quantity, length, dueOn }) => ({
    platform,
    format,
    quantity,
    details: length,
    dueOn,
  }))
}
