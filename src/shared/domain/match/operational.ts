import type { Money } from '../money.ts'
import { formatKey } from './creative.ts'
import type { CandidateFacts, MatchNeed } from './need.ts'
import type { Fact } from './score.ts'
import { amountWords, listWords, withArticle } from './values.ts'

const weights = { budget: 3, contact: 1, load: 1, bound: 1 } as const

/** Whether working together is possible: price, a way to reach them, time, and no promise to somebody else. */
export function operationalFacts(need: MatchNeed, candidate: CandidateFacts): Fact[] {
  return [...budgetFact(need, candidate), contactFact(candidate), loadFact(candidate), ...boundFact(candidate)]
}

function budgetFact(need: MatchNeed, candidate: CandidateFacts): Fact[] {
  const { budget } = need
  if (budget === null) return []
  const yours = `your budget is ${amountWords(budget)}`
  const ask = cheapestAsk(need, candidate)
  if (ask) return budgetSays(`Asks ${amountWords(ask.price)} for ${withArticle(ask.format)}, ${yours}.`, pointsOfPrice(ask.price, budget))
  const [other] = candidate.asks
  if (other && candidate.asks.every(({ price }) => price.currency !== budget.currency)) {
    return budgetSays(
      `Asks ${amountWords(other.price)} for ${withArticle(other.format)}; ` +
        `without an exchange rate that cannot be held against ${amountWords(budget)}.`,
      null,
    )
  }
  const { estimate } = candidate
  const unknown =
    candidate.asks.length === 0
      ? 'What they ask is not known'
      : `What they ask for ${need.formats.map(withArticle).join(' or ')} is not known`
  if (estimate === null) return budgetSays(`${unknown}; ${yours}.`, null)
  const range = estimate.high ? `${amountWords(estimate.low)} to ${amountWords(estimate.high)}` : `${amountWords(estimate.low)} or more`
  const says = `${unknown}; the benchmarks (${estimate.setId}) say ${range}`
  if (estimate.low.currency !== budget.currency) return budgetSays(`${says}, which cannot be held against ${amountWords(budget)}.`, null)
  return budgetSays(`${says}; ${yours}.`, pointsOfPrice(estimate.suggested ?? estimate.low, budget))
}

function budgetSays(words: string, points: number | null): Fact[] {
  return [{ id: 'budget', words, points, weight: weights.budget }]
}

/** Of the formats that are needed, else of all they ask something for; in the budget's currency. */
function cheapestAsk({ formats, platforms, budget }: MatchNeed, { asks }: CandidateFacts) {
  const inCurrency = asks.filter(({ price }) => price.currency === budget?.currency)
  const wanted = new Set(formats.map(formatKey))
  const there = inCurrency.filter(({ platform }) => platform === null || platforms.length === 0 || platforms.includes(platform))
  const fitting = there.filter(({ format }) => wanted.has(formatKey(format)))
  const pool = fitting.length > 0 ? fitting : formats.length > 0 ? [] : there.length > 0 ? there : inCurrency
  return pool.toSorted((a, b) => a.price.amountMinor - b.price.amountMinor)[0] ?? null
}

/** A usual counter is 70 % of the ask (facts.md §3), so up to this much over the budget can be talked about. */
const talkedDown = 1 / 0.7

/** 100 within the budget, 50 where the usual counter just meets it, 0 from twice the budget. */
export function pointsOfPrice(price: Money, budget: Money): number {
  if (price.amountMinor <= budget.amountMinor) return 100
  if (budget.amountMinor <= 0) return 0
  const times = price.amountMinor / budget.amountMinor
  if (times <= talkedDown) return 100 - (50 * (times - 1)) / (talkedDown - 1)
  return Math.max(0, 50 - (50 * (times - talkedDown)) / (2 - talkedDown))
}

function contactFact({ contact }: CandidateFacts): Fact {
  const words = contact === null ? 'No e-mail address or telephone number is on file.' : `They can be reached: ${contact} is on file.`
  return { id: 'contact', words, points: contact === null ? null : 100, weight: weights.contact }
}

/** About one sponsored post a month is a reasonable load (facts.md §10); what each running campaign takes off is our own choice. */
const pointsPerCampaign = 25

function loadFact({ running }: CandidateFacts): Fact {
  const words =
    running.length === 0
      ? 'They work on no campaign of yours at present.'
      : `They work on ${running.length} of your campaigns at present: ${listWords(running.slice(0, 3))}.`
  return { id: 'load', words, points: Math.max(0, 100 - pointsPerCampaign * running.length), weight: weights.load }
}

function boundFact({ bound }: CandidateFacts): Fact[] {
  return bound.length === 0 ? [] : [{ id: 'exclusivity', words: bound.join(' '), points: 25, weight: weights.bound }]
}
