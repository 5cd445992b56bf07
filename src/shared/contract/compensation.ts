import { z } from 'zod'
import { Money, ShortText } from './base.ts'

const Price = Money.refine(({ amountMinor }) => amountMinor >= 0, 'An amount that is paid can’t be negative.')
/** 0 to 100 % in basis points. */
const Share = z.int().min(0).max(10_000)

/** One step of an ambassador ladder, by the creator's followers: `from` inclusive, `to` exclusive, null without an upper bound. */
export const Rung = z.object({
  label: ShortText,
  from: z.int().min(0),
  to: z.int().nullable(),
  pricePerPost: Price,
  /** Null for one fixed price; else a post costs between `pricePerPost` and this. */
  highestPricePerPost: Price.nullable(),
  productValue: Price.nullable(),
  /** The creator's discount on further products. */
  discountBp: Share.nullable(),
})

/** What a creator is given, one of the models of the field; the arithmetic is in shared/domain/compensation.ts. */
export const Compensation = z.discriminatedUnion('model', [
  z.object({ model: z.literal('flat fee'), fee: Price }),
  z.object({ model: z.literal('per post'), posts: z.int().min(0), pricePerPost: Price }),
  z.object({ model: z.literal('performance bonus'), base: Price, bonus: Price, everySales: z.int().min(1) }),
  z.object({ model: z.literal('gifting'), productValue: Price }),
  z.object({ model: z.literal('commission'), rateBp: Share }),
  z.object({ model: z.literal('flat plus commission'), fee: Price, rateBp: Share }),
  z.object({ model: z.literal('revenue share'), rateBp: Share, pricePerMonth: Price }),
  z.object({ model: z.literal('retainer plus commission'), retainerPerMonth: Price, rateBp: Share }),
  z.object({ model: z.literal('ambassador ladder'), rungs: z.array(Rung).min(1).max(20) }),
])
