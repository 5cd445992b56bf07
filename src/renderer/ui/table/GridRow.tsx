import type { Row as TableRow, RowData } from '@tanstack/react-table'
import { memo, type MouseEvent } from 'react'
import type { Column, Features } from './columns.ts'
import classes from './Grid.module.css'

interface GridRowProps<Row extends RowData> {
  id: string
  index: number
  top: number
  /** Undefined while it is on its way. */
  row: TableRow<Features, Row> | undefined
  columns: readonly Column<Row>[]
  name: string
  isChoosable: boolean
  isChosen: boolean
  isActive: boolean
  isOpen: boolean
  onClick: (event: MouseEvent, index: number) => void
}

function PlainGridRow<Row extends RowData>({
  id,
  index,
  top,
  row,
  columns,
  name,
  isChoosable,
  isChosen,
  isActive,
  isOpen,
  onClick,
}: GridRowProps<Row>) {
  return (
    <div
      id={id}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isChoosable ? isChosen : undefined}
      aria-current={isOpen || undefined}
      aria-busy={row ? undefined : true}
      className={classes.row}
      data-chosen={isChosen || undefined}
      data-active={isActive || undefined}
      data-open={isOpen || undefined}
      style={{ transform: `translateY(${top}px)` }}
      onClick={(event) => onClick(event, index)}
    >
      {isChoosable && (
        <div role="gridcell" className={classes.choice} data-choice>
          <input
            type="checkbox"
            className={classes.box}
            tabIndex={-1}
            aria-label={name ? `Select ${name}` : 'Select'}
            checked={isChosen}
            readOnly
            disabled={!row}
          />
        </div>
      )}
      {columns.map((column, place) => (
        <div
          key={column.id}
          role="gridcell"
          className={classes.cell}
          data-align={column.align}
          data-frozen={place === 0 || undefined}
          data-after-choice={isChoosable || undefined}
        >
          {row ? (
            column.cell(row.original)
          ) : (
            <span className={classes.waiting} style={{ width: `${40 + ((index * 7 + place * 13) % 40)}%` }} />
          )}
        </div>
      ))}
    </div>
  )
}

/** One drawn row; a row that is still on its way keeps its place. */
export const GridRow = memo(PlainGridRow) as typeof PlainGridRow
