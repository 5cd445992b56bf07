import { accountSigns, NEEDED_FIGURES, type AccountFigures } from './account-features.ts'
import { treeFigures, treeValue, type AccountTree } from './account-trees.ts'
import { probability, type Provenance } from './logistic.ts'

/** The trained weights as they lie in resources/authenticity/accounts.json. */
export interface AccountWeights {
  readonly provenance: Provenance
  readonly bias: number
  /** In the order of ACCOUNT_SIGNS. Mean and deviation are those of the accounts it was trained on. */
  readonly signs: readonly { readonly name: string; readonly mean: number; readonly deviation: number; readonly weight: number }[]
  /** Log odds before any tree. */
  readonly base: number
  /** The middle of each figure among the accounts it was trained on. */
  readonly usual: { readonly [Key in keyof AccountFigures]: number }
  readonly trees: readonly AccountTree[]
}

/** How much of the log odds the trees decide; the logistic regression decides the rest (docs/vetting.md). */
const SHARE_OF_TREES = 0.4

/**
 * How likely the account is fake: 0 to 1, or null without followers, following or posts. Another figure that is not known counts as usual
 * among the accounts that the weights were trained on.
 */
export function fakeScore(weights: AccountWeights, figures: AccountFigures): number | null {
  if (NEEDED_FIGURES.some((key) => figures[key] === null)) return null
  return probability((1 - SHARE_OF_TREES) * bySigns(weights, figures) + SHARE_OF_TREES * byTrees(weights, figures))
}

function bySigns({ bias, signs }: AccountWeights, figures: AccountFigures): number {
  let logOdds = bias
  for (const [at, value] of accountSigns(figures).entries()) {
    const sign = signs[at]
    if (sign && value !== null) logOdds += (sign.weight * (value - sign.mean)) / sign.deviation
  }
  return logOdds
}

function byTrees({ base, usual, trees }: AccountWeights, figures: AccountFigures): number {
  const asked = treeFigures(figures, usual)
  return trees.reduce((logOdds, tree) => logOdds + treeValue(tree, asked), base)
}
