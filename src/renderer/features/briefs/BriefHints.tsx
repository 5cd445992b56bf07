import { IconBulb, IconCircleCheck } from '@tabler/icons-react'
import classes from './briefs.module.css'

/** What the brief still needs, habits worth a second look, and how its platforms work. */
export function BriefHints({ hints, isEmpty }: { hints: readonly string[]; isEmpty: boolean }) {
  if (hints.length === 0)
    return (
      <p className={classes.quiet}>
        <IconCircleCheck size={16} stroke={1.5} aria-hidden /> Nothing is missing, and nothing reads like a script.
      </p>
    )
  return (
    <>
      {isEmpty && <p className={classes.quiet}>Write once, send to many. A good brief answers these:</p>}
      <ul className={classes.hints}>
        {hints.map((hint) => (
          <li key={hint}>
            <IconBulb size={16} stroke={1.5} aria-hidden />
            {hint}
          </li>
        ))}
      </ul>
    </>
  )
}
