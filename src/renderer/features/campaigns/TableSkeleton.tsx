import { Skeleton } from '@mantine/core'
import classes from './TableSkeleton.module.css'

/** A table on its way: as tall as its rows, so that nothing moves when they come. */
export function TableSkeleton({
  label,
  columns,
  rows = 8,
}: {
  label: string
  columns: readonly { id: string; width: number }[]
  rows?: number
}) {
  return (
    <div className={classes.table} role="status" aria-busy aria-label={`Loading: ${label}`}>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className={classes.row}>
          {columns.map(({ id, width }, place) => (
            <Skeleton key={id} height={10} width={Math.round(width * (0.4 + (((row + place) * 7) % 4) / 10))} />
          ))}
        </div>
      ))}
    </div>
  )
}
