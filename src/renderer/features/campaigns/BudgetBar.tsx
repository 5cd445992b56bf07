import { formatMoney } from '../../ui/format.ts'
import classes from './BudgetBar.module.css'

interface BudgetBarProps {
  budgetMinor: number | null
  committedMinor: number
  paidMinor: number
  currency: string
}

/** Budget, what is committed of it and what is paid of that, as one bar from 0. Without a budget the bar ends at what is committed. */
export function BudgetBar({ budgetMinor, committedMinor, paidMinor, currency }: BudgetBarProps) {
  const whole = Math.max(budgetMinor ?? 0, committedMinor, paidMinor)
  const share = (amount: number) => (whole === 0 ? 0 : (100 * amount) / whole)
  const isOver = budgetMinor !== null && committedMinor > budgetMinor
  const words = [
    `Committed ${formatMoney({ amountMinor: committedMinor, currency })}`,
    budgetMinor === null ? 'no budget set' : `of ${formatMoney({ amountMinor: budgetMinor, currency })}`,
    `paid ${formatMoney({ amountMinor: paidMinor, currency })}`,
  ].join(', ')
  return (
    <span
      className={classes.bar}
      role="img"
      aria-label={words}
      title={words}
      data-over={isOver || undefined}
      data-open={budgetMinor === null || undefined}
    >
      <span className={classes.committed} style={{ width: `${share(committedMinor)}%` }} />
      <span className={classes.paid} style={{ width: `${share(paidMinor)}%` }} />
      {isOver && <span className={classes.limit} style={{ left: `${share(budgetMinor)}%` }} />}
    </span>
  )
}
