import { commentFeatures, NAMED_WEIGHTS } from './comment-features.ts'
import { COMMENT_RULES } from './comment-rules.ts'
import { probability, type Provenance } from './logistic.ts'

/** The trained weights as they lie in resources/authenticity/comments.json. */
export interface CommentWeights {
  readonly provenance: Provenance
  readonly bias: number
  /** By the rule's id, prior and learned part together. */
  readonly rules: Readonly<Record<string, number>>
  readonly measures: readonly number[]
  /** Weights of the hashed signs: signed bytes in base64, in lines; each byte times `step` is one weight. */
  readonly step: number
  readonly hashed: readonly string[]
}

export interface CommentModel {
  /** How likely the cleaned comment, which meets the rules at the places `met`, is spam: 0 to 1. */
  spam(text: string, met: readonly number[]): number
  /** What the rule at this place weighs. */
  weightOfRule(at: number): number
}

/** The model of the weights. A rule that was not there when they were trained weighs what its prior says. */
export function openCommentModel({ bias, rules, measures, step, hashed }: CommentWeights): CommentModel {
  const bytes = bytesOf(hashed.join(''))
  const named = [...COMMENT_RULES.map(({ id, weight }) => rules[id] ?? weight), ...measures]
  const weightAt = (place: number) => (place < NAMED_WEIGHTS ? (named[place] ?? 0) : (bytes[place - NAMED_WEIGHTS] ?? 0) * step)
  return {
    spam(text, met) {
      const { places, values } = commentFeatures(text, bytes.length, met)
      let logOdds = bias
      for (let at = 0; at < places.length; at++) logOdds += weightAt(places[at] as number) * (values[at] as number)
      return probability(logOdds)
    },
    weightOfRule: (at) => named[at] ?? 0,
  }
}

function bytesOf(base64: string): Int8Array {
  const text = atob(base64)
  const bytes = new Int8Array(text.length)
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at)
  return bytes
}
