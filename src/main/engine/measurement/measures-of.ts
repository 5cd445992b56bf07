import type { z } from 'zod'
import type { Measures as MeasuresSchema, SpendParts as SpendPartsSchema } from '#src/shared/contract/measurement.ts'
import { engagementByReach, sumInteractions } from '#src/shared/domain/engagement.ts'
import {
  clickThroughRate,
  conversionRate,
  costPerClick,
  costPerConversion,
  costPerInteraction,
  costPerLead,
  costPerThousandImpressions,
  returnOnAdSpend,
  returnOnInvestment,
  roasVerdict,
} from '#src/shared/domain/measures.ts'
import { money, subtractMoney, type Money } from '#src/shared/domain/money.ts'
import { plus, spendNames, type Tally } from './tally.ts'

/** All spend on record, in minor units; null where none is. */
export function spendOf(tally: Tally): number | null {
  return spendNames.reduce<number | null>((sum, name) => plus(sum, tally[name]), null)
}

/** The measures of facts.md §5 from what is on record; each is null where a part of it is not known. Without `isSpendWhole` the spend is shown as
 *  far as it is known, and nothing is divided by it. */
export function measuresOf(tally: Tally, currency: string, isSpendWhole = true): z.infer<typeof MeasuresSchema> {
  const known = inMoney(spendOf(tally), currency)
  const spend = isSpendWhole ? known : null
  const revenue = inMoney(tally.revenue, currency)
  const interactions = sumInteractions(tally)
  const { impressions, reach, clicks, conversions, leads } = tally
  return {
    spend: known,
    revenue,
    profit: spend && revenue && subtractMoney(revenue, spend),
    roasHundredths: returnOnAdSpend(revenue, spend),
    roasVerdict: roasVerdict(revenue, spend),
    roiBp: returnOnInvestment(revenue, spend),
    impressions,
    reach,
    interactions: interactions?.total ?? null,
    clicks,
    conversions,
    leads,
    engagementByReachBp: engagementByReach(interactions, reach)?.rateBp ?? null,
    ctrBp: clickThroughRate(clicks, impressions),
    conversionRateBp: conversionRate(conversions, clicks),
    cpm: costPerThousandImpressions(spend, impressions),
    cpc: costPerClick(spend, clicks),
    cpa: costPerConversion(spend, conversions),
    cpl: costPerLead(spend, leads),
    cpe: costPerInteraction(spend, interactions?.total ?? null),
  }
}

/** What the spend is made of, in minor units. */
export function spendPartsOf(tally: Tally): z.infer<typeof SpendPartsSchema> {
  return {
    feesMinor: tally.fees,
    commissionMinor: tally.commission,
    productMinor: tally.product,
    shippingMinor: tally.shipping,
    internalTimeMinor: tally.internalTime,
    otherMinor: tally.other,
  }
}

function inMoney(amountMinor: number | null, currency: string): Money | null {
  return amountMinor === null ? null : money(amountMinor, currency)
}
