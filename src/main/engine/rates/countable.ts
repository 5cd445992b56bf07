import { raise } from '#src/shared/contract/errors.ts'
import { suggestRate, type RateAnswer, type RateQuestion } from '#src/shared/domain/rate-card/suggest.ts'

/** In minor units; so large that an exchange rate or a factor must be a slip, and small enough that twelve posts can be counted. */
const LARGEST_PRICE = 8e11

/** A suggestion whose every amount can be counted exactly. Raises BAD_INPUT where the exchange rate or the factors make it too large. */
export function countableSuggestion(question: RateQuestion): RateAnswer {
  const answer = attempt(question)
  const amounts = [answer?.range?.high, answer?.range?.low, ...(answer?.steps ?? []).map(({ after }) => after)]
  const isTooLarge = amounts.some((amount) => (amount?.amountMinor ?? 0) > LARGEST_PRICE)
  if (answer !== null && !isTooLarge) return answer
  return raise('BAD_INPUT', 'The price would be too large to be counted; look at the exchange rate, the months and the factors.')
}

function attempt(question: RateQuestion): RateAnswer | null {
  try {
    return suggestRate(question)
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
