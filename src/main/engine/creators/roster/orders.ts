import type { SortValue } from '../../db/roster-reader.ts'
import { compareValues } from './compare.ts'
import { marked, without } from './lines.ts'
import { orderKinds, type OrderKind, type OrderSources, type RosterOrder } from './order-kinds.ts'

/** A place in an order: what a line is sorted by, and its id among equals. */
export interface Place {
  value: SortValue
  id: number
}

/** The roster's orders, each made once when first asked for and then kept up to date. */
export interface Orders {
  /** Search ids in the order's own direction: the largest figures and dates first, words from A; unknown last, equals by id. */
  in(order: RosterOrder): Int32Array
  isAscending(order: RosterOrder): boolean
  placeOf(order: RosterOrder, id: number): Place | null
  /** Below 0 where `a` stands before `b` in the order's own direction. */
  compare(order: RosterOrder, a: Place, b: Place): number
  /** Takes these lines out and puts them in where they belong now; lines that are gone stay out. */
  move(lines: ReadonlySet<number>): void
}

/** So many orders are kept ready, four bytes a line each: those a person goes back and forth between. */
const mostKept = 4

export function openOrders(sources: OrderSources): Orders {
  const kinds = orderKinds(sources)
  const kept = new Map<RosterOrder, Int32Array>()
  return {
    in(order) {
      const ids = kept.get(order) ?? made(kinds[order])
      kept.delete(order)
      kept.set(order, ids)
      if (kept.size > mostKept) kept.delete(kept.keys().next().value ?? order)
      return ids
    },
    isAscending: (order) => kinds[order].isAscending,
    placeOf: (order, id) => placesIn(kinds[order])(id),
    compare: (order, a, b) => compare(kinds[order], a, b),
    move(lines) {
      for (const [order, ids] of kept) kept.set(order, moved(ids, lines, kinds[order]))
    },
  }
}

function made(kind: OrderKind): Int32Array {
  const ids = kind.build()
  const misplaced = kind.misplaced?.() ?? []
  return misplaced.length === 0 ? ids : moved(ids, new Set(misplaced), kind)
}

function placesIn(kind: OrderKind): (id: number) => Place | null {
  const valueOf = kind.values()
  return (id) => {
    const value = valueOf(id)
    return value === undefined ? null : { value, id }
  }
}

function compare({ isAscending }: OrderKind, a: Place, b: Place): number {
  if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null) || a.id - b.id
  const ascending = compareValues(a.value, b.value)
  return (isAscending ? ascending : -ascending) || a.id - b.id
}

function moved(ids: Int32Array, lines: ReadonlySet<number>, kind: OrderKind): Int32Array {
  const placeOf = placesIn(kind)
  const staying = without(ids, marked(lines))
  const coming = [...lines]
    .map(placeOf)
    .filter((place) => place !== null)
    .sort((a, b) => compare(kind, a, b))
  const after = new Int32Array(staying.length + coming.length)
  let [from, to] = [0, 0]
  for (const place of coming) {
    const at = firstNotBefore(staying, from, (id) => compare(kind, placeOf(id) ?? place, place) < 0)
    after.set(staying.subarray(from, at), to)
    to += at - from
    after[to++] = place.id
    from = at
  }
  after.set(staying.subarray(from), to)
  return after
}

/** The first place in `ids`, from `start` on, that is not before what is looked for; `isBefore` holds for a beginning of the ids and no
 *  more. */
export function firstNotBefore(ids: Int32Array, start: number, isBefore: (id: number) => boolean): number {
  let [low, high] = [start, ids.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (isBefore(ids[middle] ?? 0)) low = middle + 1
    else high = middle
  }
  return low
}
