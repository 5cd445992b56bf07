import { z } from 'zod'
import { Changed, Id, Ids, Name, mutation, query } from './base.ts'
import { CreatorFilter, RosterSort } from './creators.ts'

/** Pixels within which a column stays readable and the others in reach. */
export const narrowestColumn = 48
export const widestColumn = 800

/** A column of the window's table, in its place; without a width it takes what room there is. */
const ViewColumn = z.object({
  id: z.string().min(1).max(60),
  width: z.int().min(narrowestColumn).max(widestColumn).optional(),
})

export const ViewContent = z.object({
  filter: CreatorFilter,
  sort: RosterSort.optional(),
  direction: z.enum(['ascending', 'descending']).optional(),
  /** The columns shown, in their order; the usual ones when left out. */
  columns: z.array(ViewColumn).min(1).max(60).optional(),
})

export const RosterView = z.object({
  /** Of a view that comes with Troupe: a word instead of an id. */
  id: z.string(),
  name: z.string(),
  content: ViewContent,
  /** Comes with Troupe and stays as it is; saved under a name of its own it becomes one's own. */
  isStarting: z.boolean(),
})

export const views = {
  /** Those that come with Troupe, then one's own in the order they were made. */
  list: query.input(z.object({})).output(z.array(RosterView)),
  create: mutation.input(z.object({ name: Name, content: ViewContent })).output(Changed.extend({ id: Id })),
  /** A new name, another content, or both. */
  update: mutation.input(z.object({ id: Id, name: Name.optional(), content: ViewContent.optional() })).output(Changed),
  delete: mutation.input(z.object({ ids: Ids })).output(Changed),
}
