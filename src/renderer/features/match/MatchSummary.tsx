import { Popover, UnstyledButton } from '@mantine/core'
import type { z } from 'zod'
import type { MatchResult } from '#src/shared/contract/match.ts'
import { counted, formatCount } from '../../ui/format.ts'
import { tierWord } from '../../ui/TierChip.tsx'
import classes from './match.module.css'

/** How the list came about, in a line: places filled, and who is not in it. */
export function MatchSummary({ result }: { result: z.infer<typeof MatchResult> }) {
  const { rows, fitting, leftOut, slots, notes } = result
  const out = leftOut.reduce((sum, { count }) => sum + count, 0)
  return (
    <div className={classes.summary}>
      {slots.map(({ tier, filled, of }) => (
        <span key={tier} className={classes.slot} data-short={filled < of || undefined}>
          {tierWord(tier)} {filled} of {of}
        </span>
      ))}
      <span>{rows.length < fitting ? `The best ${rows.length} of ${counted(fitting, 'creator')}` : counted(fitting, 'creator')}</span>
      {out > 0 && (
        <Popover position="bottom-start" width={380} withRoles={false}>
          <Popover.Target>
            <UnstyledButton className={classes.more}>{formatCount(out)} left out</UnstyledButton>
          </Popover.Target>
          <Popover.Dropdown role="dialog" aria-label="Left out">
            <LeftOut result={result} />
          </Popover.Dropdown>
        </Popover>
      )}
      {notes.map((note) => (
        <span key={note} className={classes.note}>
          {note}
        </span>
      ))}
    </div>
  )
}

function LeftOut({ result: { leftOut, competitors } }: { result: z.infer<typeof MatchResult> }) {
  return (
    <div className={classes.leftOut}>
      <ul>
        {leftOut.map(({ reason, words, count }) => (
          <li key={reason}>
            {counted(count, 'creator')} {words}
          </li>
        ))}
      </ul>
      {competitors.map(({ creatorId, name, why }) => (
        <p key={creatorId}>
          <b>{name}</b>: {why}
        </p>
      ))}
    </div>
  )
}
