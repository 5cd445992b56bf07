import { useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import type { RosterView, ViewContent } from '#src/shared/contract/views.ts'
import { api } from '../../../api/client.ts'
import { filterOf, orderOf, type RosterSearch } from '../roster-search.ts'
import { useLayouts, usualLayout, type Layout } from './layout.ts'

export type View = z.infer<typeof RosterView>

export interface ViewInUse {
  views: readonly View[]
  /** The view of the address; null for the whole roster. */
  view: View | null
  layout: Layout
  /** Whether filter, order or columns are no longer what the view says. */
  isChanged: boolean
  /** What would be saved now. */
  content: z.input<typeof ViewContent>
  changeLayout: (layout: Layout | null) => void
}

/** The view that an address names, and how far the roster as it is shown has gone on from it. */
export function useView(search: RosterSearch): ViewInUse {
  const { data: views = [] } = useQuery(api.views.list.queryOptions({ input: {} }))
  const { changed, change } = useLayouts()
  const view = views.find(({ id }) => id === search.view) ?? null
  const key = view?.id ?? 'roster'
  const saved = view?.content.columns ?? usualLayout
  const layout = changed[key] ?? saved
  const columns = isSame(layout, usualLayout) ? undefined : layout
  const content = { ...orderOf(search), filter: filterOf(search), ...(columns ? { columns } : {}) }
  return {
    views,
    view,
    layout,
    content,
    isChanged:
      view !== null &&
      !(isSame(filterIn(search), filterIn(view.content.filter)) && isSame(orderOf(search), orderOf(view.content)) && isSame(layout, saved)),
    changeLayout: (next) => change(key, next === null || isSame(next, saved) ? null : next),
  }
}

/** The address of a view as it was saved. */
export function searchOf({ id, content: { filter, sort, direction } }: View): RosterSearch {
  return { ...filter, archived: filter.archived || undefined, sort, direction, view: id }
}

/** What narrows the list: an empty choice and a missing one are the same. */
function filterIn(search: RosterSearch): object {
  return Object.fromEntries(
    Object.entries(filterOf(search))
      .filter(([, value]) => value !== undefined && value !== false && value !== '' && !(Array.isArray(value) && value.length === 0))
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  )
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
