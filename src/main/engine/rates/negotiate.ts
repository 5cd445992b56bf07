import type { z } from 'zod'
import type { RateNegotiation, RateSuggestion } from '#src/shared/contract/rates.ts'
import type { Money } from '#src/shared/domain/money.ts'
import { longerTerms } from '#src/shared/domain/rate-card/longer-term.ts'
import { negotiate } from '#src/shared/domain/rate-card/negotiate.ts'
import type { EngineContext } from '../context.ts'
import { suggestFor, type Question } from './suggest.ts'

/** A suggestion, and what to answer to an ask for one post. Raises what `suggestFor` does. */
export async function negotiateRate(
  context: EngineContext,
  { ask, ...question }: Question & { ask: Money },
): Promise<{ suggestion: z.infer<typeof RateSuggestion>; negotiation: z.infer<typeof RateNegotiation> }> {
  const { suggestion, circumstances, edits } = await suggestFor(context, question)
  const { low, suggested, high } = suggestion
  const { notes, ...answer } = negotiate(ask, low && { low, suggested, high })
  // Without the discounts that were asked for, so that each term is held against a single post.
  const single = question.posts === 1 && question.months === 0 ? suggested : await singlePost(context, question)
  return {
    suggestion,
    negotiation: { ask, ...answer, notes: [...notes], longerTerms: single === null ? [] : longerTerms(single, circumstances, edits) },
  }
}

async function singlePost(context: EngineContext, question: Question): Promise<Money | null> {
  return (await suggestFor(context, { ...question, posts: 1, months: 0 })).suggestion.suggested
}
