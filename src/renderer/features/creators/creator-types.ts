import type { z } from 'zod'
import type { Account, CreatorDetail, SnapshotValues } from '#src/shared/contract/creators.ts'

export type CreatorOfPanel = z.infer<typeof CreatorDetail>
export type CreatorAccount = z.infer<typeof Account>
export type Figures = z.infer<typeof SnapshotValues>
