import { z } from 'zod'
import { raise } from '#src/shared/contract/errors.ts'
import type { RosterOrder } from './order-kinds.ts'
import { firstNotBefore, type Orders, type Place } from './orders.ts'

export type Direction = 'ascending' | 'descending'

export interface PageRequest {
  sort: RosterOrder
  direction?: Direction
  limit: number
  after?: string
  offset?: number
}

/** One page of a selection, and how to ask for the next. Unknown values come last in both directions. A page continues behind the place
 *  of the last line before it, wherever that is now: lines that changed or went in between neither repeat nor hide others. Raises
 *  BAD_INPUT for a mangled `after`. */
export function pageOf(
  ids: Int32Array,
  orders: Orders,
  { sort, direction, limit, after, offset = 0 }: PageRequest,
): { page: number[]; next: string | null } {
  const line = linesOf(ids, orders, sort, direction !== undefined && (direction === 'ascending') !== orders.isAscending(sort))
  const start = after === undefined ? offset : line.behind(readCursor(after))
  const page = Array.from({ length: Math.max(0, Math.min(limit, ids.length - start)) }, (_, at) => line.at(start + at))
  const last = start + limit < ids.length ? page.at(-1) : undefined
  return { page, next: last === undefined ? null : cursorTo(orders.placeOf(sort, last)) }
}

interface Lines {
  at(index: number): number
  /** The index of the first line that stands behind this place. */
  behind(place: Place): number
}

function linesOf(ids: Int32Array, orders: Orders, sort: RosterOrder, isReversed: boolean): Lines {
  const compare = (id: number, place: Place) => orders.compare(sort, orders.placeOf(sort, id) ?? place, place)
  const behind = (place: Place) => firstNotBefore(ids, 0, (id) => compare(id, place) <= 0)
  if (!isReversed) return { at: (index) => ids[index] ?? 0, behind }
  const known = firstNotBefore(ids, 0, (id) => orders.placeOf(sort, id)?.value !== null)
  return {
    at: (index) => ids[index < known ? known - 1 - index : index] ?? 0,
    behind: (place) =>
      place.value === null ? Math.max(known, behind(place)) : known - firstNotBefore(ids, 0, (id) => compare(id, place) < 0),
  }
}

const Cursor = z.tuple([z.union([z.string(), z.number(), z.null()]), z.int()])

function cursorTo(place: Place | null): string | null {
  return place && Buffer.from(JSON.stringify([place.value, place.id])).toString('base64url')
}

function readCursor(text: string): Place {
  try {
    const [value, id] = Cursor.parse(JSON.parse(Buffer.from(text, 'base64url').toString()))
    return { value, id }
  } catch {
    return raise('BAD_INPUT', 'after: This is not where a page of the roster ended. Ask for the first page again.')
  }
}
