import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import type { ReactTable, RowData } from '@tanstack/react-table'
import { ColumnEdge } from './ColumnEdge.tsx'
import { gridOf, type Arranging, type Column, type Features } from './columns.ts'
import { arrangingKeys, keysArranging } from './arranging-keys.ts'
import classes from './Grid.module.css'
import type { Selection } from './selection.ts'

interface GridHeadProps<Row extends RowData> {
  table: ReactTable<Features, Row>
  columns: readonly Column<Row>[]
  count: number
  selection?: Selection
  onSelectAll?: () => void
  arranging?: Arranging
}

const spoken = { asc: 'ascending', desc: 'descending' } as const

export function GridHead<Row extends RowData>({ table, columns, count, selection, onSelectAll, arranging }: GridHeadProps<Row>) {
  const chosen = selection?.ids.size ?? 0
  const isAll = count > 0 && chosen >= count
  const onKey = keysArranging(arranging)
  const withWidth = (place: number, width: number) =>
    gridOf(
      columns.map((column, at) => (at === place ? { ...column, width, grow: 0 } : column)),
      selection !== undefined,
    ).template
  return (
    <div role="rowgroup" className={classes.head}>
      <div role="row" aria-rowindex={1} className={classes.headRow}>
        {selection && (
          <div role="columnheader" className={classes.choice}>
            <input
              type="checkbox"
              className={classes.box}
              aria-label="Select all"
              checked={isAll}
              disabled={count === 0}
              ref={(box) => {
                if (box) box.indeterminate = chosen > 0 && !isAll
              }}
              onChange={() => (chosen > 0 ? selection.clear() : onSelectAll?.())}
            />
          </div>
        )}
        {table
          .getHeaderGroups()
          .flatMap(({ headers }) => headers)
          .map(({ id, column }, place) => {
            const { align, header } = columns[place] ?? {}
            const sorted = column.getIsSorted()
            const canSort = column.getCanSort()
            const ariaSort = sorted ? spoken[sorted] : undefined
            return (
              <div
                key={id}
                role="columnheader"
                aria-sort={canSort ? (ariaSort ?? 'none') : undefined}
                data-align={align}
                className={classes.headCell}
                data-frozen={place === 0 || undefined}
                data-after-choice={selection ? true : undefined}
              >
                {canSort ? (
                  <button
                    type="button"
                    className={classes.sort}
                    onClick={() => column.toggleSorting()}
                    data-sorted={sorted || undefined}
                    aria-keyshortcuts={arranging && arrangingKeys}
                    onKeyDown={arranging && ((event) => onKey(event, id))}
                  >
                    {header}
                    {sorted === 'asc' && <IconArrowUp size={12} stroke={2} aria-hidden />}
                    {sorted === 'desc' && <IconArrowDown size={12} stroke={2} aria-hidden />}
                  </button>
                ) : (
                  header
                )}
                {arranging && (
                  <ColumnEdge onWidth={(width) => arranging.onResize(id, width)} templateWith={(width) => withWidth(place, width)} />
                )}
              </div>
            )
          })}
      </div>
    </div>
  )
}
