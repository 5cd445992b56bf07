import type { Circumstances, ModifierEdits } from '#src/shared/domain/rate-card/circumstances.ts'
import { chooseModifiers } from '#src/shared/domain/rate-card/circumstances.ts'
import type { RateQuestion } from '#src/shared/domain/rate-card/suggest.ts'

export const plain: Circumstances = {
  platform: 'instagram',
  platformLabel: 'Instagram',
  format: null,
  engagementBp: null,
  usage: 'organic',
  usageMonths: 0,
  exclusivityMonths: 0,
  isB2b: false,
  isNiche: false,
  isRush: false,
  posts: 1,
  months: 0,
}
export const noEdits: ModifierEdits = { factorsBp: {}, off: [] }

export const dollars = (amount: number) => ({ amountMinor: Math.round(amount * 100), currency: 'USD' })

/** An account on Instagram by its followers and its engagement in basis points, with nothing else asked of it. */
export function question(
  followers: number | null,
  engagementBp: number | null,
  { edits = noEdits, asked = {}, ...rest }: Partial<RateQuestion> & { edits?: ModifierEdits; asked?: Partial<Circumstances> } = {},
): RateQuestion {
  return {
    setId: 'S1',
    platform: 'instagram',
    followers,
    interactions: followers === null || engagementBp === null ? null : Math.round((followers * engagementBp) / 10_000),
    currency: 'USD',
    rate: null,
    modifiers: chooseModifiers({ ...plain, engagementBp, ...asked }, edits),
    usesEngagement: true,
    deals: null,
    ...rest,
  }
}
