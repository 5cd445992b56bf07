import type { Column } from './guess-plan.ts'

/**
 * Settles which column holds handles and which names, by their cells: lists call the handle “instagram name” as often as the name. Changes
 * the
 * fields of the columns given.
 */
export function settleNames(columns: readonly Column[]): void {
  const isWide = new Set(columns.filter(({ field }) => isOfAccount(field)).map(({ platform }) => platform)).size > 1
  if (isWide) takeForHandles(columns)
  const handles = columns.filter(({ field }) => field === 'handle')
  const names = columns.filter(({ field }) => field === 'name')
  if (new Set(handles.map(({ platform }) => platform)).size > 1) return keepFirst(names)
  const best = mostHandleLike([...handles, ...names])
  if (!best) return
  const isPlausible = best.facts.filled === 0 || identifying(best) >= 0.2 || names.length === 0
  const hasHandles = handles.includes(best) ? isPlausible : isHandleAmongNames(best, handles, names, columns)
  if (hasHandles) {
    best.field = 'handle'
    for (const other of handles) if (other !== best) setBesideHandles(other, best)
  } else {
    for (const handle of handles) {
      handle.field = 'name'
      if (handle.facts.filled > 0) handle.doubt = 'The cells of this column look like names, so they were not read as handles.'
    }
  }
  keepFirst(columns.filter((column) => column.field === 'name' && column !== best))
}

function isOfAccount(field: string): boolean {
  return field === 'handle' || field === 'url' || field === 'followers'
}

/** Where a list has columns for several platforms, `YouTube channel` beside `Name` says who the creator is there. */
function takeForHandles(columns: readonly Column[]): void {
  const hasPlainName = columns.some(({ field, platform }) => platform === null && (field === 'name' || field === 'firstName'))
  if (!hasPlainName) return
  for (const column of columns.filter(({ field, platform }) => field === 'name' && platform !== null)) {
    const isSaid = columns.some(({ field, platform }) => (field === 'handle' || field === 'url') && platform === column.platform)
    if (!isSaid) column.field = 'handle'
  }
}

/** Whether a column headed as a name holds handles: it looks clearly more like it than the headed handles, or than the other names. */
function isHandleAmongNames(best: Column, handles: readonly Column[], names: readonly Column[], columns: readonly Column[]): boolean {
  if (identifying(best) < 0.5) return false
  // Words that are written like names do not outdo a column that is headed as handles.
  const { atHandles, links, lowerCase } = best.facts
  if (handles.length > 0 && atHandles + links < 0.5 && lowerCase < 0.5) return false
  const rivals = [...handles, ...names].filter((column) => column !== best)
  if (rivals.length > 0) return rivals.every((rival) => identifying(best) > identifying(rival) + 0.03 || rival.facts.filled === 0)
  // A lone column of names is handles only if it looks like nothing else, and no address says the handle better.
  const hasAddress = columns.some(({ field }) => field === 'url')
  return !hasAddress && (best.facts.atHandles >= 0.5 || (best.facts.handleLike >= 0.97 && best.facts.lowerCase >= 0.7))
}

function mostHandleLike(columns: readonly Column[]): Column | undefined {
  return columns.toSorted((a, b) => likeness(b) - likeness(a) || a.index - b.index)[0]
}

function setBesideHandles(other: Column, best: Column): void {
  if (other.facts.links > 0) other.field = 'url'
  else if (other.facts.handleLike < 0.8) other.field = 'name'
  else leaveOut(other, best)
}

function leaveOut(column: Column, instead: Column): void {
  column.field = 'ignore'
  column.doubt = `“${instead.header}” in column ${instead.index + 1} was taken instead.`
}

/** Share of cells that can say who somebody is: a handle, or the address of a profile. */
function identifying({ facts }: Column): number {
  return facts.identifying
}

function likeness(column: Column): number {
  const { facts, field } = column
  return identifying(column) + (facts.atHandles + facts.links) * 0.5 + facts.lowerCase * 0.3 + (field === 'handle' ? 0.25 : 0)
}

function keepFirst(columns: readonly Column[]): void {
  const first = columns.find(({ facts }) => facts.filled > 0) ?? columns[0]
  for (const column of columns) {
    if (column === first) column.field = 'name'
    else if (first) leaveOut(column, first)
  }
}
