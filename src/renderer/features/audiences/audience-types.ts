import type { z } from 'zod'
import type { Audience } from '#src/shared/contract/audiences.ts'
import type { AudienceDimension } from '#src/shared/domain/audience.ts'

export type KeptAudience = z.infer<typeof Audience>

export const dimensionTitles: Readonly<Record<AudienceDimension, string>> = {
  country: 'Country',
  city: 'City',
  age: 'Age',
  gender: 'Gender',
  language: 'Language',
}
