import type { Filled } from '../fill.ts'
import { problem, type Check } from './check.ts'

/** Months of reposting that are usual where the brief says nothing: "6 to 12 months" (facts.md §8), the longer for money, the shorter where
 *  only a product is given. */
const usualMonths = { money: 12, product: 6 }

/**
 * A licence longer or wider than is paid for. What the brief grants is what the client asked for and the fee was agreed on: more months or
 * other channels than that are not paid for. Where the brief is silent, up to 12 months are, or 6 where no money is paid. A time without
 * an end always exceeds both. Paid use needs money.
 */
export function licenceChecks({ subject, terms, values }: Pick<Filled, 'subject' | 'terms' | 'values'>): Check[] {
  const { brief, creator } = subject
  const { usage, paidUse, compensation } = terms
  const found: Check[] = []
  if (usage) {
    const isMoney = creator === null || (compensation !== null && compensation.model !== 'gifting')
    const paid = brief.usageMonths ?? (isMoney ? usualMonths.money : usualMonths.product)
    const basis =
      brief.usageMonths === null
        ? `${isMoney ? 'a fee' : 'a product alone'} usually pays for at most ${paid}`
        : `the brief, and so the fee, is for ${paid}`
    const written = values.find(({ field }) => field === 'usage.months')?.value ?? ''
    if (usage.months === null && written !== '')
      found.push(problem('usage.months', `The licence runs “${written}” months, which has no end; ${basis}.`))
    else if (usage.months !== null && usage.months > paid)
      found.push(problem('usage.months', `The licence runs ${usage.months} months; ${basis}.`))
    found.push(...channelChecks(usage.channels, brief.usageChannels))
  }
  if (paidUse && creator && !paysForAds(terms))
    found.push(problem('paidUse.days', 'The contract grants paid use, but no money is agreed for it.'))
  if (paidUse && paidUse.days === null) found.push(problem('paidUse.days', 'The days of paid use are no number; paid use needs an end.'))
  return found
}

function channelChecks(granted: readonly string[], briefed: readonly string[]): Check[] {
  if (briefed.length === 0) return []
  const known = new Set(briefed.map((channel) => channel.toLocaleLowerCase()))
  const more = granted.filter((channel) => !known.has(channel.toLocaleLowerCase()))
  return more.length === 0
    ? []
    : [problem('usage.channels', `The licence names channels that the brief does not pay for: ${more.join(', ')}.`)]
}

function paysForAds({ compensation, addOnFee, clauses }: Filled['terms']): boolean {
  const isAddOn = clauses.some(({ id }) => id === 'compensation.add-on')
  return isAddOn ? addOnFee !== null : compensation !== null && compensation.model !== 'gifting'
}
