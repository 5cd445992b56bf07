import { z } from 'zod'
import { RelationshipStage } from '#src/shared/contract/creators.ts'

const Labels = z.array(z.string())

/** Niches or tags from the JSON they are kept as. */
export function labelsIn(json: string): string[] {
  return Labels.parse(JSON.parse(json))
}

/** The stage as the contract knows it. */
export function asStage(stage: string): z.infer<typeof RelationshipStage> {
  return RelationshipStage.parse(stage)
}
