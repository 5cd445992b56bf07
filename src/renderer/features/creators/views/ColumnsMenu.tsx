import { ActionIcon, Button, Checkbox, Popover, Tooltip } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconColumns3, IconGripVertical } from '@tabler/icons-react'
import { useState, type DragEvent } from 'react'
import { rosterColumns } from '../columns.tsx'
import { usualLayout, withColumn, withMoved, type Layout } from './layout.ts'
import classes from './views.module.css'

interface ColumnsMenuProps {
  layout: Layout
  onChange: (layout: Layout) => void
}

/** Chooses the columns of the roster and puts them in order, by dragging or with the arrows. */
export function ColumnsMenu({ layout, onChange }: ColumnsMenuProps) {
  const [isOpen, setOpen] = useState(false)
  const [dragged, setDragged] = useState<string | null>(null)
  const shown = layout.flatMap(({ id }) => rosterColumns.find((column) => column.id === id) ?? [])
  const others = rosterColumns.filter((column) => !shown.includes(column))
  const moveTo = (event: DragEvent, target: string) => {
    event.preventDefault()
    const [from, to] = [dragged, target].map((id) => layout.findIndex((column) => column.id === id))
    if (dragged !== null && from !== undefined && to !== undefined && from !== to) onChange(withMoved(layout, dragged, to - from))
  }
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" width={280} trapFocus>
      <Popover.Target>
        <Tooltip label="Columns" disabled={isOpen}>
          <ActionIcon aria-label="Columns" aria-expanded={isOpen} size={30} onClick={() => setOpen(!isOpen)}>
            <IconColumns3 size={16} stroke={1.5} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown aria-label="Columns" className={classes.columns}>
        <ul className={classes.list} aria-label="Columns shown, in their order">
          {shown.map(({ id, header }, at) => (
            <li
              key={id}
              className={classes.column}
              draggable={at > 0}
              data-dragged={id === dragged || undefined}
              onDragStart={() => setDragged(id)}
              onDragEnter={(event) => moveTo(event, id)}
              onDragOver={(event) => event.preventDefault()}
              onDragEnd={() => setDragged(null)}
            >
              <IconGripVertical size={16} stroke={1.5} aria-hidden className={classes.grip} data-fixed={at === 0 || undefined} />
              <Checkbox
                size="xs"
                label={header}
                checked
                disabled={at === 0}
                onChange={() => onChange(withColumn(layout, id, false))}
                className={classes.choice}
              />
              {at > 0 && (
                <>
                  <ActionIcon
                    variant="transparent"
                    className={classes.arrow}
                    size={22}
                    aria-label={`Move ${header} up`}
                    disabled={at === 1}
                    onClick={() => onChange(withMoved(layout, id, -1))}
                  >
                    <IconArrowUp size={14} stroke={1.5} />
                  </ActionIcon>
                  <ActionIcon
                    variant="transparent"
                    className={classes.arrow}
                    size={22}
                    aria-label={`Move ${header} down`}
                    disabled={at === shown.length - 1}
                    onClick={() => onChange(withMoved(layout, id, 1))}
                  >
                    <IconArrowDown size={14} stroke={1.5} />
                  </ActionIcon>
                </>
              )}
            </li>
          ))}
        </ul>
        {others.length > 0 && (
          <ul className={classes.list} aria-label="Columns not shown">
            {others.map(({ id, header }) => (
              <li key={id} className={classes.column}>
                <span className={classes.blank} />
                <Checkbox
                  size="xs"
                  label={header}
                  checked={false}
                  onChange={() => onChange(withColumn(layout, id, true))}
                  className={classes.choice}
                />
              </li>
            ))}
          </ul>
        )}
        <Button variant="subtle" size="compact-sm" onClick={() => onChange(usualLayout)}>
          Reset the columns
        </Button>
      </Popover.Dropdown>
    </Popover>
  )
}
