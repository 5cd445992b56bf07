import { useRef, type PointerEvent } from 'react'
import { asWidth } from './columns.ts'
import classes from './Grid.module.css'

interface ColumnEdgeProps {
  /** Null for the width the column has of itself. */
  onWidth: (width: number | null) => void
  /** The widths of all columns while this one is dragged. */
  templateWith: (width: number) => string
}

/** The right edge of a heading: dragged, it makes the column wider or narrower; a double click gives the column its own width again. With
 *  keys the heading itself does this. */
export function ColumnEdge({ onWidth, templateWith }: ColumnEdgeProps) {
  const drag = useRef<{ from: number; width: number } | null>(null)
  const widthAt = (event: PointerEvent) => (drag.current ? asWidth(drag.current.width + event.clientX - drag.current.from) : null)
  return (
    <span
      className={classes.edge}
      aria-hidden
      onPointerDown={(event) => {
        const cell = event.currentTarget.closest<HTMLElement>('[role=columnheader]')
        drag.current = { from: event.clientX, width: cell?.offsetWidth ?? 0 }
        event.currentTarget.setPointerCapture(event.pointerId)
        event.preventDefault()
      }}
      onPointerMove={(event) => {
        // Only the styles follow the pointer; the rows are drawn anew once, when it is let go.
        const width = widthAt(event)
        if (width !== null) event.currentTarget.closest<HTMLElement>('[role=grid]')?.style.setProperty('--columns', templateWith(width))
      }}
      onPointerUp={(event) => {
        const width = widthAt(event)
        const isMoved = drag.current !== null && event.clientX !== drag.current.from
        drag.current = null
        if (isMoved) onWidth(width)
      }}
      onDoubleClick={() => onWidth(null)}
    />
  )
}
