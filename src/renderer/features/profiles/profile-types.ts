import type { z } from 'zod'
import type { Profile as ProfileSchema } from '#src/shared/contract/profiles.ts'

export type Profile = z.infer<typeof ProfileSchema>
