import { z } from 'zod'
import { Id, Instant, query } from './base.ts'

const TrailStep = z.object({
  sequence: z.int(),
  at: Instant,
  /** What happened: made, sent, signed … */
  kind: z.string(),
  /** Who did it, by name. */
  actor: z.string(),
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  /** SHA-256 of the PDF that the step made or took in. */
  documentHash: z.string().nullable(),
  /** SHA-256 over the step and the hash before it. */
  hash: z.string(),
})

/** What happened to a contract. */
export const trail = {
  /** Every step, first to last. `brokenAt` is the first whose hash does not fit; null for a whole chain. */
  trail: query.input(z.object({ id: Id })).output(z.object({ steps: z.array(TrailStep), brokenAt: z.int().nullable() })),
}
