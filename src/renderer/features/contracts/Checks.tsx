import { StatusDot } from '../../ui/StatusDot.tsx'
import type { Contract } from './contract.ts'
import classes from './contracts.module.css'

/** What to look at before the contract is sent; nothing where all is well. */
export function Checks({ checks }: { checks: Contract['checks'] }) {
  if (checks.length === 0) return null
  return (
    <ul className={classes.checks} aria-label="Checks">
      {checks.map(({ level, message }) => (
        <li key={message} className={classes.check}>
          <span className={classes.checkKind}>
            <StatusDot tone={level === 'warning' ? 'warn' : 'bad'}>
              {{ missing: 'Blank', problem: 'Problem', warning: 'Check' }[level]}
            </StatusDot>
          </span>
          {message}
        </li>
      ))}
    </ul>
  )
}
