import type { z } from 'zod'
import type { CampaignRoi, Measures, SheetRow as SheetRowSchema, SpendParts as SpendPartsSchema } from '#src/shared/contract/measurement.ts'
import type { Tone } from '../../ui/StatusDot.tsx'

export type Figures = z.infer<typeof Measures>
export type Roi = z.infer<typeof CampaignRoi>
export type SheetRow = z.infer<typeof SheetRowSchema>
export type SpendParts = z.infer<typeof SpendPartsSchema>

/** How the words for ROAS (under 1, 1 to 2, from 2, from 3) look. */
export const verdictTones: Readonly<Record<NonNullable<Figures['roasVerdict']>, Tone>> = {
  'loses money': 'bad',
  weak: 'warn',
  healthy: 'good',
  excellent: 'good',
}

/** The parts of spend as people call them. */
export const spendPartNames: readonly (readonly [keyof SpendParts, string])[] = [
  ['feesMinor', 'Fees'],
  ['commissionMinor', 'Commission'],
  ['productMinor', 'Products'],
  ['shippingMinor', 'Shipping'],
  ['internalTimeMinor', 'Internal time'],
  ['otherMinor', 'Other'],
]

/** Why a measure is not known; null where it is. */
export function whyUnknown(
  { spend, revenue, conversions, roasHundredths, cpa }: Figures,
  measure: 'spend' | 'revenue' | 'return' | 'conversions' | 'cpa',
): string | null {
  switch (measure) {
    case 'spend':
      return spend === null ? 'Nothing agreed or entered' : null
    case 'revenue':
      return revenue === null ? 'No sales entered yet' : null
    case 'conversions':
      return conversions === null ? 'None entered yet' : null
    case 'cpa':
      return cpa !== null ? null : conversions ? 'Spend is not known' : 'No conversions yet'
    case 'return':
      if (roasHundredths !== null) return null
      if (spend === null) return 'Spend is not known'
      return spend.amountMinor === 0 ? 'Nothing was spent' : 'Revenue is not known'
  }
}
