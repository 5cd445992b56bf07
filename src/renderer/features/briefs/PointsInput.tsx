import { ActionIcon, Button, TextInput, Tooltip } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useRef, type KeyboardEvent } from 'react'
import classes from './briefs.module.css'

interface PointsInputProps {
  /** Of one line: "Key message". */
  label: string
  verb: string
  points: readonly string[]
  onChange: (points: string[]) => void
  isNumbered?: boolean
}

/** Short lines, one below the other: Enter begins the next, Backspace in an empty one takes it away. */
export function PointsInput({ label, verb, points, onChange, isNumbered = false }: PointsInputProps) {
  const list = useRef<HTMLOListElement>(null)
  const focus = (place: number) => setTimeout(() => list.current?.querySelectorAll('input')[place]?.focus())
  const addAfter = (place: number) => {
    onChange(points.toSpliced(place + 1, 0, ''))
    focus(place + 1)
  }
  const removeAt = (place: number) => {
    onChange(points.toSpliced(place, 1))
    focus(Math.max(0, place - 1))
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>, place: number) => {
    if (event.key === 'Enter') addAfter(place)
    else if (event.key === 'Backspace' && points[place] === '') removeAt(place)
    else return
    event.preventDefault()
  }
  return (
    <div className={classes.points}>
      <ol ref={list} className={classes.pointList}>
        {points.map((point, place) => (
          // oxlint-disable-next-line react/no-array-index-key -- a line is its place; its text changes at every key
          <li key={place} className={classes.point}>
            <span className={classes.mark} aria-hidden>
              {isNumbered ? `${place + 1}.` : '•'}
            </span>
            <TextInput
              aria-label={`${label} ${place + 1}`}
              value={point}
              className={classes.pointText}
              onKeyDown={(event) => onKeyDown(event, place)}
              onChange={({ currentTarget }) => onChange(points.with(place, currentTarget.value))}
            />
            <Tooltip label="Remove">
              <ActionIcon aria-label={`Remove ${label.toLowerCase()} ${place + 1}`} onClick={() => removeAt(place)}>
                <IconX size={14} stroke={1.5} />
              </ActionIcon>
            </Tooltip>
          </li>
        ))}
      </ol>
      <Button
        variant="subtle"
        size="compact-sm"
        className={classes.add}
        leftSection={<IconPlus size={14} stroke={1.5} aria-hidden />}
        onClick={() => addAfter(points.length - 1)}
      >
        {verb}
      </Button>
    </div>
  )
}
