import type { Money } from '../money.ts'
import { chooseModifiers, type Circumstances, type ModifierEdits } from './circumstances.ts'
import { amountWith } from './compose.ts'
import { savingOf } from './negotiate.ts'

/** The next rungs of the relationship (facts.md §10): 4–6 posts over three months, then twelve months at about one post a month. */
const LONGER_TERMS = [
  { label: '6 posts over 3 months', posts: 6, months: 3 },
  { label: '12 months, one post a month', posts: 12, months: 12 },
] as const

export type LongerTerm = {
  readonly label: string
  readonly posts: number
  readonly months: number
  readonly perPost: Money
  readonly total: Money
  /** Against as many single posts at `single`. */
  readonly saved: Money
}

/** What each longer term makes of a price for a single post, by the discounts for packages and partnerships alone. */
export function longerTerms(single: Money, circumstances: Circumstances, edits: ModifierEdits): LongerTerm[] {
  return LONGER_TERMS.map((term) => {
    const discounts = chooseModifiers({ ...circumstances, ...term }, edits).filter(({ kind }) => kind === 'package' || kind === 'term')
    const perPost = amountWith(single, discounts)
    return { ...term, perPost, ...savingOf(single, perPost, term.posts) }
  })
}
