import type { RosterOrder, RosterReader, SortValue } from '../../db/roster-reader.ts'
import { marked, without } from './lines.ts'

/** A place in an order: what a line is sorted by, and its id among equals. */
export interface Place {
  value: SortValue
  id: number
}

/** The roster's orders, each read from the database once and then kept up to date. */
export interface Orders {
  /** Search ids in the order's own direction: the largest figures and dates first, names from A; unknown last, equals by id. */
  in(order: RosterOrder): Int32Array
  placeOf(order: RosterOrder, id: number): Place | null
  /** Takes these lines out and puts them in where they belong now; lines that are gone stay out. */
  move(lines: ReadonlySet<number>): void
  forget(): void
}

export function openOrders(reader: RosterReader): Orders {
  const kept = new Map<RosterOrder, Int32Array>()
  const placesIn = (order: RosterOrder) => {
    const valueOf = reader.sortValues(order)
    return (id: number): Place | null => {
      const value = valueOf(id)
      return value === undefined ? null : { value, id }
    }
  }
  return {
    in(order) {
      const ids = kept.get(order) ?? Int32Array.from(reader.inOrder(order))
      kept.set(order, ids)
      return ids
    },
    placeOf: (order, id) => placesIn(order)(id),
    move(lines) {
      for (const [order, ids] of kept)
        kept.set(
          order,
          moved(ids, lines, placesIn(order), (a, b) => comparePlaces(order, a, b)),
        )
    },
    forget: () => kept.clear(),
  }
}

function moved(
  ids: Int32Array,
  lines: ReadonlySet<number>,
  placeOf: (id: number) => Place | null,
  compare: (a: Place, b: Place) => number,
): Int32Array {
  const staying = without(ids, marked(lines))
  const coming = [...lines]
    .map(placeOf)
    .filter((place) => place !== null)
    .sort(compare)
  const after = new Int32Array(staying.length + coming.length)
  let [from, to] = [0, 0]
  for (const place of coming) {
    const at = firstNotBefore(staying, from, (id) => compare(placeOf(id) ?? place, place) < 0)
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

/** Below 0 where `a` stands before `b` in the order's own direction. */
export function comparePlaces(order: RosterOrder, a: Place, b: Place): number {
  if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null) || a.id - b.id
  const ascending = typeof a.value === 'string' ? compareText(a.value, String(b.value)) : a.value - Number(b.value)
  return (order === 'name' ? ascending : -ascending) || a.id - b.id
}

/** As SQLite compares: by the bytes of UTF-8, which differs from JavaScript beyond the first 65,536 characters. */
function compareText(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b))
}
