import { accountSigns, NEEDED_FIGURES, type AccountFigures } from './account-features.ts'
import { probability, type Provenance } from './logistic.ts'

/** The trained weights as they lie in resources/authenticity/accounts.json. */
export interface AccountWeights {
  readonly provenance: Provenance
  readonly bias: number
  /** In the order of ACCOUNT_SIGNS. Mean and deviation are those of the accounts it was trained on. */
  readonly signs: readonly { readonly name: string; readonly mean: number; readonly deviation: number; readonly weight: number }[]
}

/**
 * How likely the account is fake: 0 to 1, or null without followers, following or posts. Another figure that is not known counts as usual
 * among the accounts that the weights were trained on.
 */
export function fakeScore({ bias, signs }: AccountWeights, figures: AccountFigures): number | null {
  if (NEEDED_FIGURES.some((key) => figures[key] === null)) return null
  let logOdds = bias
  for (const [at, value] of accountSigns(figures).entries()) {
    const sign = signs[at]
    if (sign && value !== null) logOdds += (sign.weight * (value - sign.mean)) / sign.deviation
  }
  return probability(logOdds)
}
