import { DataTable } from '../../ui/table/DataTable.tsx'
import { sheetColumns } from './sheet-columns.tsx'
import classes from './measurement.module.css'
import type { Roi } from './verdict.ts'
import { EmptyState } from '../../ui/states.tsx'

/** Beyond this many rows the sheet scrolls by itself. */
const mostRows = 30

/** The live campaign sheet (facts.md §12): one row per creator. */
export function Sheet({ roi }: { roi: Roi }) {
  const rows = Math.min(mostRows, roi.rows.length)
  return (
    <div className={classes.sheet} style={{ '--rows': rows } as React.CSSProperties}>
      <DataTable
        label="Live campaign sheet"
        rows={roi.rows}
        columns={sheetColumns(roi)}
        rowId={({ collaborationId }) => collaborationId}
        rowName={({ creatorName }) => creatorName}
        initialSort={{ id: 'revenue', direction: 'descending' }}
        empty={<EmptyState title="No creators yet" />}
      />
    </div>
  )
}
