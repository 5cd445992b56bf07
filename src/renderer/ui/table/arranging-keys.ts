import type { KeyboardEvent } from 'react'
import { asWidth, type Arranging } from './columns.ts'

export const arrangingKeys = 'Shift+ArrowLeft Shift+ArrowRight Control+ArrowLeft Control+ArrowRight'
const step = 16

/** On a column's heading: Shift and an arrow make it narrower or wider, Ctrl and an arrow move it. */
export function keysArranging(arranging: Arranging | undefined) {
  return (event: KeyboardEvent<HTMLElement>, id: string) => {
    const by = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0
    if (by === 0 || !arranging || event.shiftKey === event.ctrlKey) return
    event.preventDefault()
    event.stopPropagation()
    const cell = event.currentTarget.closest<HTMLElement>('[role=columnheader]')
    if (event.ctrlKey) arranging.onMove(id, by)
    else if (cell) arranging.onResize(id, asWidth(cell.offsetWidth + by * step))
  }
}
