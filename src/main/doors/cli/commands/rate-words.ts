import type { z } from 'zod'
import type { RateNegotiation, RateSuggestion } from '#src/shared/contract/rates.ts'
import { formatRate } from '#src/shared/domain/rates.ts'
import { facts, table } from '../table.ts'
import { amount, counted, percent } from './words.ts'

type Suggestion = z.infer<typeof RateSuggestion>
type Negotiation = z.infer<typeof RateNegotiation>

const bases = { 'own deals': 'your own past deals', benchmark: 'the benchmark set', 'not known': null } as const

/** The range, how it came about, and what kept it from being whole. */
export function suggestionText(suggestion: Suggestion): string {
  const { creatorName, platform, format, tier, followers, engagementRateBp, setLabel, setId, basis, low, suggested, high, deals } =
    suggestion
  const head = facts([
    ['Creator', creatorName],
    ['For', [format ?? 'a post', platform && `on ${platform}`].filter(Boolean).join(' ')],
    ['Followers', followers?.toLocaleString('en-US') ?? 'not known'],
    ['Tier', tier],
    ['Engagement', percent(engagementRateBp) ?? 'not known'],
    ['Benchmarks', `${setLabel} (${setId})`],
    ['From', bases[basis]],
    ['Low', amount(low)],
    ['Suggested', amount(suggested) ?? 'not known'],
    ['High', amount(high)],
  ])
  const steps = table(
    suggestion.steps,
    [
      { heading: 'STEP', cell: (step) => step.label },
      { heading: 'BEFORE', cell: (step) => amount(step.before), right: true },
      { heading: '×', cell: ({ factor }) => factorText(factor), right: true },
      { heading: 'AFTER', cell: (step) => amount(step.after), right: true },
      { heading: 'SAYS', cell: (step) => step.source.kind },
    ],
    '',
  )
  const rows = table(
    deals.rows,
    [
      { heading: 'ON', cell: (deal) => deal.on },
      { heading: 'CAMPAIGN', cell: (deal) => deal.campaignName },
      { heading: 'CREATOR', cell: (deal) => deal.creatorName },
      { heading: 'A POST', cell: (deal) => amount(deal.pricePerPost), right: true },
    ],
    '',
  )
  const remarks = [...suggestion.missing.map(({ text }) => text), ...suggestion.notes].join('\n')
  const evidence = rows && `${counted(deals.found, 'own deal')} of this kind (${deals.needed} are needed). ${deals.why}\n${rows}`
  return [head, steps, remarks, evidence].filter(Boolean).join('\n\n')
}

/** What to say to the ask. */
export function negotiationText({
  ask,
  askLies,
  counter,
  counterLooksStingy,
  betterCounter,
  walkAway,
  notes,
  longerTerms,
}: Negotiation): string {
  const answer = facts([
    ['Ask', [amount(ask), askLies].filter(Boolean).join(', ')],
    ['Usual counter', `${amount(counter)} (70 % of the ask)${counterLooksStingy ? ', which looks stingy' : ''}`],
    ['Better counter', betterCounter && `${amount(betterCounter.amount)}: ${betterCounter.why}`],
    ['Walk away over', amount(walkAway) ?? 'not known'],
  ])
  const terms = table(
    longerTerms,
    [
      { heading: 'LONGER TERM', cell: (term) => term.label },
      { heading: 'A POST', cell: (term) => amount(term.perPost), right: true },
      { heading: 'IN ALL', cell: (term) => amount(term.total), right: true },
      { heading: 'SAVES', cell: (term) => amount(term.saved), right: true },
    ],
    '',
  )
  return [answer, notes.join('\n'), terms].filter(Boolean).join('\n\n')
}

/** A factor in percent where it is one to the basis point; else about. */
function factorText({ numerator, denominator }: { numerator: number; denominator: number }): string {
  return formatRate(Math.round((numerator * 10_000) / denominator))
}
