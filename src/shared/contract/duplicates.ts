import { z } from 'zod'
import { Id, Instant, mutation, pageOf, query } from './base.ts'

/** Why two creators may be one; see docs/user-guide.md for how each is found. */
export const EvidenceKind = z.enum(['e-mail', 'phone', 'handle', 'similar handle', 'name'])

const Side = z.object({
  id: Id,
  name: z.string(),
  accounts: z.array(z.object({ platform: z.string(), handle: z.string(), followers: z.int().nullable() })),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  country: z.string().nullable(),
  city: z.string().nullable(),
  niches: z.array(z.string()),
  campaigns: z.int(),
  createdAt: Instant,
})

export const DuplicatePair = z.object({
  one: Side,
  other: Side,
  /** Higher is surer; the sum of what each piece of evidence counts. */
  points: z.int(),
  evidence: z.array(z.object({ kind: EvidenceKind, words: z.string() })),
})

/** What a merge did, in sentences: what was filled in, what stood against it and where that was kept. */
const Merged = z.object({ id: Id, notes: z.array(z.string()), entryId: Id.nullable() })

export const duplicates = {
  /** Pairs of active creators that may be the same, the surest first; those that were said to be different are left out. */
  list: query
    .input(
      z.object({
        limit: z.int().min(1).max(500).default(50),
        offset: z.int().min(0).default(0),
        creatorId: Id.optional(),
      }),
    )
    .output(pageOf(DuplicatePair)),
  /** Moves everything of the others to the one that is kept, and takes the others out; one entry of the history. */
  merge: mutation.input(z.object({ keepId: Id, otherIds: z.array(Id).min(1).max(20) })).output(Merged),
  /** Says of two creators that they are not the same. */
  keepApart: mutation.input(z.object({ oneId: Id, otherId: Id })).output(z.object({ entryId: Id.nullable() })),
}
