import { inChunks } from '../db/chunks.ts'

/** Which collaborations a question is about: those of one campaign, or a selection; neither means all of the workspace. */
export interface Scope {
  campaignId?: string
  collaborationIds?: readonly string[]
}

/** Asks for the whole scope, piece by piece where it is a large selection. */
export async function inScope<Row>({ campaignId, collaborationIds }: Scope, ask: (part: Scope) => Promise<Row[]>): Promise<Row[]> {
  return collaborationIds ? inChunks(collaborationIds, (chunk) => ask({ campaignId, collaborationIds: chunk })) : ask({ campaignId })
}

/** Rows by the collaboration they belong to. */
export function byCollaboration<Row extends { collaboration_id: string }>(rows: readonly Row[]): Map<string, Row[]> {
  return Map.groupBy(rows, ({ collaboration_id }) => collaboration_id)
}
