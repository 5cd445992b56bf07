import type { ReactNode } from 'react'
import classes from './small.module.css'

interface TileProps {
  label: string
  value: ReactNode
  /** A target, a trend or where the figure comes from. */
  note?: ReactNode
  /** Opens the rows behind the figure. */
  onOpen?: () => void
}

/** One figure with its name; `Tiles` puts several in a row. */
export function Tile({ label, value, note, onOpen }: TileProps) {
  const inside = (
    <>
      <span className={classes.tileLabel}>{label}</span>
      <span className={classes.tileValue}>{value}</span>
      {note && <span className={classes.tileNote}>{note}</span>}
    </>
  )
  return onOpen ? (
    <button type="button" className={classes.tile} onClick={onOpen}>
      {inside}
    </button>
  ) : (
    <div className={classes.tile}>{inside}</div>
  )
}

export function Tiles({ children }: { children: ReactNode }) {
  return <div className={classes.tiles}>{children}</div>
}
