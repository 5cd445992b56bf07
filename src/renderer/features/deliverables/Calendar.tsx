import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useState } from 'react'
import { today } from '../../ui/format.ts'
import classes from './calendar.module.css'
import { monthAfter, weeksOf } from './calendar-weeks.ts'
import { formatLabel, isLate, type Deliverable } from './deliverable-words.ts'

interface CalendarProps {
  rows: readonly Deliverable[]
  onOpen: (row: Deliverable) => void
}

const monthName = new Intl.DateTimeFormat(undefined, { month: 'long', year: 'numeric', timeZone: 'UTC' })
const weekdayName = new Intl.DateTimeFormat(undefined, { weekday: 'short', timeZone: 'UTC' })
const dayName = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeZone: 'UTC' })
const instantOf = (day: string) => new Date(`${day}T00:00:00Z`)

/** The posts of a month on the days they are due. */
export function Calendar({ rows, onOpen }: CalendarProps) {
  const now = today()
  const [month, setMonth] = useState(() => firstMonth(rows, now))
  const weeks = weeksOf(month)
  const byDay = Map.groupBy(rows, ({ dueOn }) => dueOn)
  const undated = byDay.get(null)?.length ?? 0
  return (
    <div className={classes.calendar}>
      <div className={classes.head}>
        <h2 className={classes.month}>{monthName.format(instantOf(`${month}-01`))}</h2>
        <Tooltip label="Month before">
          <ActionIcon aria-label="Month before" onClick={() => setMonth(monthAfter(month, -1))}>
            <IconChevronLeft size={16} stroke={1.5} />
          </ActionIcon>
        </Tooltip>
        <Tooltip label="Month after">
          <ActionIcon aria-label="Month after" onClick={() => setMonth(monthAfter(month, 1))}>
            <IconChevronRight size={16} stroke={1.5} />
          </ActionIcon>
        </Tooltip>
        <Button variant="subtle" color="gray" size="compact-sm" onClick={() => setMonth(now.slice(0, 7))}>
          This month
        </Button>
        {undated > 0 && <span className={classes.undated}>{undated} without a date</span>}
      </div>
      <table className={classes.table}>
        <thead>
          <tr>
            {weeks[0]?.map((day) => (
              <th key={day} scope="col">
                {weekdayName.format(instantOf(day))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((day) => (
                <td key={day} data-outside={!day.startsWith(month) || undefined} data-today={day === now || undefined}>
                  <time dateTime={day} className={classes.day} aria-label={dayName.format(instantOf(day))}>
                    {Number(day.slice(8))}
                  </time>
                  <Posts rows={byDay.get(day) ?? []} now={now} onOpen={onOpen} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const mostPosts = 4

/** The posts of one day; past four, the rest on demand. */
function Posts({ rows, now, onOpen }: { rows: readonly Deliverable[]; now: string; onOpen: (row: Deliverable) => void }) {
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole || rows.length <= mostPosts + 1 ? rows : rows.slice(0, mostPosts)
  return (
    <>
      {shown.map((row) => (
        <Post key={row.id} row={row} isRowLate={isLate(row, now)} onOpen={() => onOpen(row)} />
      ))}
      {shown.length < rows.length && (
        <button type="button" className={classes.more} onClick={() => setWhole(true)}>
          {rows.length - shown.length} more
        </button>
      )}
    </>
  )
}

function Post({
  row: { creatorName, platform, format, status },
  isRowLate,
  onOpen,
}: {
  row: Deliverable
  isRowLate: boolean
  onOpen: () => void
}) {
  const word = isRowLate ? 'late' : status
  return (
    <button
      type="button"
      className={classes.post}
      data-status={word}
      title={`${creatorName}: ${formatLabel(platform, format)}, ${word}`}
      onClick={onOpen}
    >
      <span className={classes.dot} aria-hidden />
      <span className={classes.creator}>{creatorName}</span>
      <span className={classes.word}>{word}</span>
    </button>
  )
}

/** The month of the next post that is due, or of the last one. */
function firstMonth(rows: readonly Deliverable[], now: string): string {
  const days = rows.flatMap(({ dueOn }) => dueOn ?? []).toSorted()
  return (days.find((day) => day >= now) ?? days.at(-1) ?? now).slice(0, 7)
}
