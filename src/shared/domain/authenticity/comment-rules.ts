import data from '../../../../resources/authenticity/comment-rules.json' with { type: 'json' }
import { foldText } from '../fold.ts'

/** A sign of promotion that a person can read and argue with. */
export interface CommentRule {
  readonly id: string
  /** Why a comment with it is doubted, as a sentence. Empty for signs that only weigh, such as those that speak for a comment. */
  readonly reason: string
  /** What it weighs before anything is learned, in log odds: the middle of its prior, to which training adds. */
  readonly weight: number
  readonly pattern: RegExp
}

interface RuleData extends Omit<CommentRule, 'pattern'> {
  /** By language: the same meaning weighs the same in each, so what is learned in one holds in all. */
  words?: { en: string[]; other?: string[] }
  forms?: string[]
}

/** All rules, in the order in which their weights are kept. A new word or language is a new entry in the resource, not code. */
export const COMMENT_RULES: readonly CommentRule[] = (data.rules satisfies RuleData[]).map((rule: RuleData) => ({
  id: rule.id,
  reason: rule.reason,
  weight: rule.weight,
  pattern: patternOf(rule),
}))

function patternOf({ words, forms = [] }: RuleData): RegExp {
  const all = [...(words?.en ?? []), ...(words?.other ?? [])]
  const asWords = all.length === 0 ? [] : [String.raw`(?<![\p{L}\p{N}])(?:${all.join('|')})(?![\p{L}\p{N}])`]
  return new RegExp([...asWords, ...forms].join('|'), 'u')
}

/** Which rules a comment (cleaned, see `cleanComment`) meets, by their place in COMMENT_RULES. */
export function rulesMet(text: string): number[] {
  const folded = foldText(text).replaceAll('’', "'")
  return COMMENT_RULES.flatMap(({ pattern }, at) => (pattern.test(folded) ? [at] : []))
}
