import type { z } from 'zod'
import type { RedlineReport, RedlineSide as Side } from '#src/shared/contract/contracts-returned.ts'

export type Redline = z.infer<typeof RedlineReport>
export type RedlineSide = z.input<typeof Side>
export type RedlineParts = Redline['clauses'][number]['heading']
