import type { RowData } from '@tanstack/react-table'
import { memo, type ReactNode } from 'react'
import { notKnown } from '../format.ts'
import type { Column } from './columns.ts'
import classes from './Grid.module.css'

interface GridRowProps<Row extends RowData> {
  id: string
  index: number
  top: number
  /** Undefined while it is on its way. */
  row: Row | undefined
  columns: readonly Column<Row>[]
  name: string
  isChoosable: boolean
  isChosen: boolean
  isActive: boolean
  isOpen: boolean
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
}: GridRowProps<Row>) {
  return (
    <div
      id={id}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isChoosable ? isChosen : undefined}
      aria-current={isOpen || undefined}
      aria-busy={row === undefined || undefined}
      className={classes.row}
      data-chosen={isChosen || undefined}
      data-active={isActive || undefined}
      data-row={index}
      data-open={isOpen || undefined}
      style={{ transform: `translateY(${top}px)` }}
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
            disabled={row === undefined}
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
          {row !== undefined ? (
            words(column.cell(row))
          ) : (
            <span className={classes.waiting} style={{ width: `${40 + ((index * 7 + place * 13) % 40)}%` }} />
          )}
        </div>
      ))}
    </div>
  )
}

/** Words that stand alone in a cell are shortened with dots where there is no room for them. */
function words(content: ReactNode): ReactNode {
  if (typeof content !== 'string') return content
  return (
    <span className={classes.words} title={content === notKnown ? 'Not known' : content}>
      {content}
    </span>
  )
}

/** One drawn row; a row that is still on its way keeps its place. */
export const GridRow = memo(PlainGridRow) as typeof PlainGridRow
