import others from '../../../../../resources/imports/other-lists.json' with { type: 'json' }
import { foldLabel } from '../../exchange/tables/fold.ts'
import type { ListPlan } from './types.ts'

/** What a person still has to say before a list can be imported. */
export type Question = 'mapping' | 'platform'

/** `mapping` where no column says who the creators are, `platform` where nothing says where they are. */
export function questionsOf(plan: ListPlan, headers: readonly string[], isMapped: boolean): Question[] {
  const has = (field: string) => plan.columns.some((column) => column.field === field)
  const isOther = !isMapped && otherListOf(headers) !== null
  if (isOther || !(has('handle') || has('url') || has('name') || has('firstName'))) return ['mapping']
  if (plan.platform !== null || has('platform') || has('url')) return []
  const figures = plan.columns.filter(({ field }) => field === 'handle' || field === 'followers')
  return figures.some(({ platform }) => platform === null) ? ['platform'] : []
}

/** The name of the export that these headers are known to be of, where it is not a list of creators. */
export function otherListOf(headers: readonly string[]): string | null {
  const labels = new Set(headers.map(foldLabel))
  return others.lists.find((list) => list.headers.every((header) => labels.has(header)))?.name ?? null
}
