import type { Column } from './guess-plan.ts'

/**
 * Settles which column holds handles and which names, by their cells: lists call the handle “instagram name” as often as the name. Changes
 * the
 * fields of the columns given.
 */
export function settleNames(columns: readonly Column[]): void {
  const handles = columns.filter(({ field }) => field === 'handle')
  const names = columns.filter(({ field }) => field === 'name')
  const isWide = new Set(handles.map(({ platform }) => platform)).size > 1
  if (isWide) return keepFirst(names, 'name')
  const best = mostHandleLike([...handles, ...names])
  if (!best) return
  const isPlausible = best.facts.filled === 0 || best.facts.handleLike + best.facts.atHandles >= 0.2 || names.length === 0
  const hasHandles = handles.includes(best) ? isPlausible : isHandleAmongNames(best, handles, names, columns)
  if (hasHandles) {
    best.field = 'handle'
    for (const other of handles) if (other !== best) other.field = besideHandles(other)
  } else {
    for (const handle of handles) handle.field = 'name'
  }
  keepFirst(
    columns.filter((column) => column.field === 'name' && column !== best),
    'name',
  )
}

/** Whether a column headed as a name holds handles: it looks clearly more like it than the headed handles, or than the other names. */
function isHandleAmongNames(best: Column, handles: readonly Column[], names: readonly Column[], columns: readonly Column[]): boolean {
  if (identifying(best) < 0.5) return false
  const rivals = [...handles, ...names].filter((column) => column !== best)
  if (rivals.length > 0) return rivals.every((rival) => identifying(best) > identifying(rival) + 0.03 || rival.facts.filled === 0)
  // A lone column of names is handles only if it looks like nothing else, and no address says the handle better.
  const hasAddress = columns.some(({ field }) => field === 'url')
  return !hasAddress && (best.facts.atHandles >= 0.5 || (best.facts.handleLike >= 0.97 && best.facts.lowerCase >= 0.7))
}

function mostHandleLike(columns: readonly Column[]): Column | undefined {
  return columns.toSorted((a, b) => likeness(b) - likeness(a) || a.index - b.index)[0]
}

function besideHandles(other: Column): string {
  if (other.facts.links > 0) return 'url'
  return other.facts.handleLike < 0.8 ? 'name' : 'ignore'
}

/** Share of cells that can say who somebody is: a handle, or the address of a profile. */
function identifying({ facts }: Column): number {
  return facts.handleLike + facts.links
}

function likeness(column: Column): number {
  const { facts, field } = column
  return identifying(column) + (facts.atHandles + facts.links) * 0.5 + facts.lowerCase * 0.3 + (field === 'handle' ? 0.25 : 0)
}

function keepFirst(columns: readonly Column[], field: string): void {
  const first = columns.find(({ facts }) => facts.filled > 0) ?? columns[0]
  for (const column of columns) column.field = column === first ? field : 'ignore'
}
