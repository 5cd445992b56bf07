import type { RowData } from '@tanstack/react-table'
import { useRef, useState, type FocusEvent, type KeyboardEvent, type MouseEvent } from 'react'
import { sayProblem } from '../../api/undo.tsx'
import type { GridProps } from './Grid.tsx'

type Options<Row extends RowData> = Pick<GridProps<Row>, 'count' | 'rowAt' | 'idsBetween' | 'onOpen' | 'selection' | 'onSelectAll'> & {
  reveal: (index: number) => void
}

const pageOfRows = 20

/** Moving, opening and choosing rows with keys and mouse. The active row is an index, because rows come and go while scrolling. */
export function useGridKeys<Row extends RowData>({ count, rowAt, idsBetween, onOpen, selection, onSelectAll, reveal }: Options<Row>) {
  const [active, setActive] = useState<number | null>(null)
  const anchor = useRef<number | null>(null)

  const chooseRange = (to: number) => {
    const from = anchor.current ?? to
    idsBetween(Math.min(from, to), Math.max(from, to)).then((ids) => selection?.add(ids), sayProblem)
  }
  const toggle = (index: number) => {
    const row = rowAt(index)
    anchor.current = index
    if (row) selection?.toggle(row.id)
  }
  const open = (index: number) => {
    const row = rowAt(index)
    if (row) onOpen?.(row.original)
  }
  const move = (to: number, isChoosing: boolean) => {
    const next = Math.max(0, Math.min(count - 1, to))
    if (isChoosing && selection) {
      anchor.current ??= active ?? next
      chooseRange(next)
    } else {
      anchor.current = next
    }
    setActive(next)
    reveal(next)
  }
  const moves: Readonly<Record<string, (at: number) => number>> = {
    ArrowDown: (at) => at + 1,
    ArrowUp: (at) => at - 1,
    PageDown: (at) => at + pageOfRows,
    PageUp: (at) => at - pageOfRows,
    Home: () => 0,
    End: () => count - 1,
  }

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.target !== event.currentTarget || count === 0) return
    const to = Object.hasOwn(moves, event.key) ? moves[event.key] : undefined
    if (to) move(active === null && event.key !== 'End' ? 0 : to(active ?? 0), event.shiftKey)
    else if (event.key === 'Enter' && active !== null) open(active)
    else if (event.key === ' ' && active !== null && selection) toggle(active)
    else if (event.key === 'a' && (event.ctrlKey || event.metaKey) && selection) onSelectAll?.()
    else if (event.key === 'Escape' && selection && selection.ids.size > 0) selection.clear()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  const onFocus = (event: FocusEvent<HTMLElement>) => {
    if (event.target === event.currentTarget && event.currentTarget.matches(':focus-visible'))
      setActive((now) => now ?? (count > 0 ? 0 : null))
  }

  // Heard on the body, so that rows need no listener of their own and are drawn again only when they change.
  const onBodyClick = (event: MouseEvent) => {
    const target = event.target as HTMLElement
    const index = Number(target.closest<HTMLElement>('[data-row]')?.dataset['row'] ?? Number.NaN)
    if (Number.isNaN(index) || target.closest('a, button, [role=menuitem]')) return
    setActive(index)
    const isOnChoice = target.closest('[data-choice]') !== null
    if (selection && event.shiftKey) chooseRange(index)
    else if (selection && (isOnChoice || event.ctrlKey || event.metaKey)) toggle(index)
    else {
      anchor.current = index
      open(index)
    }
  }
  return { active: active !== null && active < count ? active : null, onKeyDown, onFocus, onBodyClick }
}
