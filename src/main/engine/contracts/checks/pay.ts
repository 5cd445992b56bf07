import type { Filled } from '../fill.ts'
import { problem, type Check } from './check.ts'

/** A clause on pay that contradicts what was agreed. */
export function payChecks({ terms }: Pick<Filled, 'terms'>): Check[] {
  const { clauses, compensation } = terms
  if (compensation === null) return []
  const has = (clause: string) => clauses.some(({ id }) => id === clause)
  if (has('compensation.gifting') && compensation.model !== 'gifting')
    return [problem('compensation.description', `The contract says that no money is paid, but a ${compensation.model} is agreed.`)]
  return has('deliverables.gifting') || !has('compensation') || compensation.model !== 'gifting'
    ? []
    : [problem('compensation.description', 'Only a product is agreed. The template “gifting only” says what holds for it.')]
}
