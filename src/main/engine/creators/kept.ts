import type { z } from 'zod'
import { RelationshipStage } from '#src/shared/contract/creators.ts'

type Stage = z.infer<typeof RelationshipStage>

/** Niches or tags from the JSON they are kept as; only this feature and the import write them. */
export function labelsIn(json: string): string[] {
  return json === '[]' ? [] : (JSON.parse(json) as string[])
}

/** The stage as the contract knows it; what an older list may have written counts as new. */
export function asStage(stage: string): Stage {
  return RelationshipStage.options.find((known) => known === stage) ?? 'new'
}
