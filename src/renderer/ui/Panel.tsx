import { ActionIcon, Tooltip } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useEffect, useEffectEvent, useRef, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react'
import { narrowestPanel, useWindowState, widestPanel } from '../frame/window-state.ts'
import { useClearOfToasts } from './clear-of-toasts.ts'
import classes from './Panel.module.css'

interface PanelProps {
  /** Names the panel for those who hear it. */
  label: string
  /** Top of the panel, beside the close button; stays while the rest scrolls. Words alone are its title. */
  header: ReactNode
  /** Buttons at the foot; stay while the rest scrolls. */
  footer?: ReactNode
  onClose: () => void
  children: ReactNode
}

const step = 24

/** The detail beside a list, with an address of its own: the list stays in place. Its left edge can be dragged, or moved by arrow keys. */
export function Panel({ label, header, footer, onClose, children }: PanelProps) {
  const { panelWidth, set } = useWindowState()
  const panel = useRef<HTMLElement>(null)
  const setWidth = (width: number) => set({ panelWidth: Math.round(Math.max(narrowestPanel, Math.min(widestPanel, width))) })
  useEscape(onClose)
  useClearOfToasts(panelWidth)

  const onDrag = ({ buttons, clientX }: PointerEvent) => {
    const right = panel.current?.getBoundingClientRect().right
    if (buttons === 1 && right !== undefined) setWidth(right - clientX)
  }
  const onKey = ({ key }: KeyboardEvent) => {
    if (key === 'ArrowLeft') setWidth(panelWidth + step)
    if (key === 'ArrowRight') setWidth(panelWidth - step)
  }
  return (
    <aside ref={panel} className={classes.panel} style={{ width: panelWidth }} aria-label={label}>
      <div
        role="separator"
        aria-orientation="vertical"
        aria-label="Width of the panel"
        aria-valuenow={panelWidth}
        aria-valuemin={narrowestPanel}
        aria-valuemax={widestPanel}
        tabIndex={0}
        className={classes.edge}
        onKeyDown={onKey}
        onPointerMove={onDrag}
        onPointerDown={({ currentTarget, pointerId }) => currentTarget.setPointerCapture(pointerId)}
      />
      <header className={classes.header}>
        <div className={classes.heading}>
          {typeof header === 'string' ? (
            <h2 className={classes.title} title={header}>
              {header}
            </h2>
          ) : (
            header
          )}
        </div>
        <Tooltip label="Close">
          <ActionIcon aria-label="Close the panel" onClick={onClose}>
            <IconX size={16} stroke={1.5} />
          </ActionIcon>
        </Tooltip>
      </header>
      <div className={classes.content} tabIndex={-1}>
        {children}
      </div>
      {footer && <footer className={classes.footer}>{footer}</footer>}
    </aside>
  )
}

function useEscape(onEscape: () => void): void {
  const escape = useEffectEvent(onEscape)
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      const isElsewhere =
        event.target instanceof HTMLElement &&
        event.target.closest('[role=dialog], [role=listbox], [role=menu], [aria-expanded=true]') !== null
      if (event.key === 'Escape' && !event.defaultPrevented && !isElsewhere) escape()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}
