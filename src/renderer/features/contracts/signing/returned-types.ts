import type { z } from 'zod'
import type { ReturnReport } from '#src/shared/contract/contracts-returned.ts'

export type Returned = z.infer<typeof ReturnReport>
