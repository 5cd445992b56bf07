import { Button } from '@mantine/core'
import { useState } from 'react'
import { counted } from '../../../ui/format.ts'
import { StatusDot, type Tone } from '../../../ui/StatusDot.tsx'
import type { Contract } from '../contract.ts'
import { useFieldFocus } from '../fields/use-field-focus.ts'
import classes from './page.module.css'

type Check = Contract['checks'][number]

const levels: Readonly<Record<Check['level'], { tone: Tone; word: string }>> = {
  missing: { tone: 'bad', word: 'Blank' },
  problem: { tone: 'bad', word: 'To mend' },
  warning: { tone: 'warn', word: 'To look at' },
}
/** More would push the form out of sight. */
const most = 5

/** What stands against sending, worst first; what is about a field leads to it. */
export function Checks({ contract }: { contract: Contract }) {
  const { checks } = contract
  const [showsAll, setShowsAll] = useState(false)
  if (checks.length === 0)
    return (
      <p className={classes.allWell}>
        <StatusDot tone="good">Nothing stands against sending</StatusDot>
      </p>
    )
  const shown = showsAll ? checks : checks.slice(0, most)
  return (
    <section className={classes.checks} aria-label="Checks before sending">
      <ul className={classes.checkList}>
        {shown.map((check) => (
          <li key={check.message} className={classes.check}>
            <span className={classes.level}>
              <StatusDot tone={levels[check.level].tone}>{levels[check.level].word}</StatusDot>
            </span>
            <CheckMessage check={check} isField={contract.fields.some(({ name }) => name === check.field)} />
          </li>
        ))}
      </ul>
      {checks.length > most && (
        <Button size="compact-xs" variant="subtle" className={classes.more} onClick={() => setShowsAll(!showsAll)}>
          {showsAll ? 'Show fewer' : `Show ${counted(checks.length - most, 'more', 'more')}`}
        </Button>
      )}
    </section>
  )
}

function CheckMessage({ check: { field, message }, isField }: { check: Check; isField: boolean }) {
  const { lookAt } = useFieldFocus()
  return isField ? (
    <button type="button" className={classes.toField} onClick={() => lookAt(field)}>
      {message}
    </button>
  ) : (
    <span>{message}</span>
  )
}
