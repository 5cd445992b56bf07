import { raise } from '#src/shared/contract/errors.ts'
import { isModifierId } from '#src/shared/domain/rate-card/modifiers.ts'
import { checkBands } from '#src/shared/domain/tier-checks.ts'
import { isTier, TIER_SETS } from '#src/shared/domain/tiers.ts'
import { checkPattern } from '../contracts/number-pattern.ts'
import { contractLanguages } from '../documents/contract/library.ts'
import type { Settings } from './settings.ts'
import { bandsIn } from './tier-bands.ts'

/** Refuses settings that contradict themselves or name a set that does not exist. Raises BAD_INPUT. */
export function checkSettings({ tierSetId, customBands, benchmarkSetId, rateCard, contractLanguage, contractNumbering }: Settings): void {
  checkPattern(contractNumbering)
  const languages = contractLanguages().map(({ id }) => id)
  if (!languages.includes(contractLanguage))
    raise('BAD_INPUT', `There are no contracts in the language "${contractLanguage}"; choose ${languages.join(' or ')}.`)
  const sets = TIER_SETS.map(({ id }) => id)
  if (tierSetId !== 'custom' && !sets.includes(tierSetId))
    raise('BAD_INPUT', `There is no tier set "${tierSetId}"; choose ${sets.join(', ')} or custom.`)
  if (!sets.includes(benchmarkSetId)) raise('BAD_INPUT', `There is no benchmark set "${benchmarkSetId}"; choose ${sets.join(', ')}.`)
  const strange = Object.keys(rateCard.factorsBp).find((id) => !isModifierId(id))
  if (strange !== undefined) raise('BAD_INPUT', `There is no rate modifier "${strange}".`)
  if (tierSetId === 'custom' && customBands === null) raise('BAD_INPUT', 'Tier bands of your own are chosen, but none are given.')
  if (customBands === null) return
  const foreign = customBands.find(({ tier }) => !isTier(tier))
  if (foreign) raise('BAD_INPUT', `"${foreign.tier}" has no band; it is whatever lies under the lowest one.`)
  const stopping = checkBands(bandsIn({ tierSetId: 'custom', customBands })).find(({ stops }) => stops)
  if (stopping) raise('BAD_INPUT', stopping.problem, { tier: stopping.tier })
}
