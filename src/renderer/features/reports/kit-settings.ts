import type { z } from 'zod'
import type { KitSettings as Schema } from '#src/shared/contract/reports.ts'

export type KitSettings = z.infer<typeof Schema>

export const firstKitSettings: KitSettings = { layout: 'one-page', pageSize: 'A4', showRates: true, contact: 'agency' }
