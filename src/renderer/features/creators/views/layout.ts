import type { z } from 'zod'
import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import type { ViewContent } from '#src/shared/contract/views.ts'
import type { Column } from '../../../ui/table/columns.ts'
import { rosterColumns, usualColumns, type Creator } from '../columns.tsx'

/** The columns shown, in their order, with the widths that were given to them. */
export type Layout = NonNullable<z.infer<typeof ViewContent>['columns']>

export const usualLayout: Layout = usualColumns.map((id) => ({ id }))

interface Layouts {
  /** By view: what was done to its columns since it was saved. */
  changed: Readonly<Record<string, Layout>>
  change(view: string, layout: Layout | null): void
}

/** Columns as somebody left them at this window, until they are saved with a view. */
export const useLayouts = create<Layouts>()(
  persist(
    (set) => ({
      changed: {},
      change: (view, layout) =>
        set(({ changed: { [view]: _before, ...others } }) => ({ changed: layout === null ? others : { ...others, [view]: layout } })),
    }),
    { name: 'troupe.roster-columns', version: 1, partialize: ({ changed }) => ({ changed }) },
  ),
)

const columnsById = new Map(rosterColumns.map((column) => [column.id, column]))

/** The columns as the table wants them; the name stands first, whatever the layout says, and what is not known here is passed over. */
export function columnsOf(layout: Layout): Column<Creator>[] {
  const [name] = rosterColumns
  const ordered = [...layout.filter(({ id }) => id === name?.id), ...layout.filter(({ id }) => id !== name?.id)]
  const shown = ordered.some(({ id }) => id === name?.id) || !name ? ordered : [{ id: name.id }, ...ordered]
  return shown.flatMap(({ id, width }) => {
    const column = columnsById.get(id)
    return column ? [width === undefined ? column : { ...column, width, grow: 0 }] : []
  })
}

/** The layout with a column shown at the end, or no longer shown. */
export function withColumn(layout: Layout, id: string, isShown: boolean): Layout {
  const others = layout.filter((column) => column.id !== id)
  return isShown ? [...others, { id }] : others
}

export function withWidth(layout: Layout, id: string, width: number | null): Layout {
  return layout.map((column) => (column.id === id ? (width === null ? { id } : { id, width }) : column))
}

/** The layout with a column moved by so many places; the name stays first. */
export function withMoved(layout: Layout, id: string, by: number): Layout {
  const from = layout.findIndex((column) => column.id === id)
  const column = layout[from]
  if (!column || from === 0) return layout
  const others = layout.filter((other) => other !== column)
  return others.toSpliced(Math.max(1, Math.min(others.length, from + by)), 0, column)
}
