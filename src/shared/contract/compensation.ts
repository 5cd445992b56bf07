import { z } from 'zod'
import { BasisPoints, Money } from './base.ts'

/** What a creator is given, one of the models of the field; the arithmetic is in shared/domain/compensation.ts. */
export const Compensation = z.discriminatedUnion('model', [
  z.object({ model: z.literal('flat fee'), fee: Money }),
  z.object({ model: z.literal('per post'), posts: z.int().min(0), pricePerPost: Money }),
  z.object({ model: z.literal('performance bonus'), base: Money, bonus: Money, everySales: z.int().min(1) }),
  z.object({ model: z.literal('gifting'), productValue: Money }),
  z.object({ model: z.literal('commission'), rateBp: BasisPoints }),
  z.object({ model: z.literal('flat plus commission'), fee: Money, rateBp: BasisPoints }),
  z.object({ model: z.literal('revenue share'), rateBp: BasisPoints, pricePerMonth: Money }),
  z.object({ model: z.literal('retainer plus commission'), retainerPerMonth: Money, rateBp: BasisPoints }),
])
