import { ActionIcon, Button, Tooltip, Transition } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './SelectionBar.module.css'
import { counted } from './format.ts'

interface SelectionBarProps {
  count: number
  /** "creator" */
  noun: string
  /** Rows of the filter; with more than are chosen, all of them can be. */
  total?: number
  onSelectAll?: () => void
  onClear: () => void
  /** Buttons for what can be done with the selection. */
  children: ReactNode
}

/** Slides up from the foot of a table while rows are chosen. */
export function SelectionBar({ count, noun, total, onSelectAll, onClear, children }: SelectionBarProps) {
  return (
    <Transition mounted={count > 0} transition="slide-up" duration={120}>
      {(style) => (
        <section className={classes.bar} style={style} aria-label="Selection">
          <span className={classes.count}>{counted(count, noun)} selected</span>
          {total !== undefined && count < total && onSelectAll && (
            <Button variant="subtle" size="compact-sm" onClick={onSelectAll}>
              Select all {counted(total, noun)}
            </Button>
          )}
          <div className={classes.actions}>{children}</div>
          <Tooltip label="Clear the selection">
            <ActionIcon aria-label="Clear the selection" onClick={onClear}>
              <IconX size={16} stroke={1.5} />
            </ActionIcon>
          </Tooltip>
        </section>
      )}
    </Transition>
  )
}
