import type { Filled } from '../fill.ts'
import { problem, warning, type Check } from './check.ts'

/** A clause on pay that contradicts what was agreed, or another number of posts paid than are to be made. */
export function payChecks({ terms }: Pick<Filled, 'terms'>): Check[] {
  const { clauses, compensation, deliverables } = terms
  if (compensation === null) return []
  const has = (clause: string) => clauses.some(({ id }) => id === clause)
  if (has('compensation.gifting') && compensation.model !== 'gifting')
    return [problem('compensation.description', `The contract says that no money is paid, but a ${compensation.model} is agreed.`)]
  if (!has('compensation')) return []
  if (compensation.model === 'gifting' && !has('deliverables.gifting'))
    return [problem('compensation.description', 'Only a product is agreed. The template “gifting only” says what holds for it.')]
  const posts = deliverables.reduce((sum, { quantity }) => sum + quantity, 0)
  return compensation.model === 'per post' && posts > 0 && posts !== compensation.posts
    ? [warning('compensation.description', `The number of posts that are paid is ${compensation.posts}, of those to be made ${posts}.`)]
    : []
}
