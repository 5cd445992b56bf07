import { Money } from '../../ui/figures.tsx'
import { Tile, Tiles } from '../../ui/Tile.tsx'
import classes from './payouts.module.css'

interface Total {
  currency: string
  plannedMinor: number
  paidMinor: number
  overdueMinor: number
}

/** What is owed, late and paid, each currency by itself. */
export function PayoutTotals({ totals }: { totals: readonly Total[] }) {
  return (
    <div className={classes.tiles}>
      <Tiles>
        {totals.flatMap(({ currency, plannedMinor, paidMinor, overdueMinor }) =>
          [
            { label: 'Still to pay', amountMinor: plannedMinor },
            { label: 'Of that overdue', amountMinor: overdueMinor },
            { label: 'Paid', amountMinor: paidMinor },
          ].map(({ label, amountMinor }) => (
            <Tile
              key={`${label} ${currency}`}
              label={totals.length > 1 ? `${label}, ${currency}` : label}
              value={<Money value={{ amountMinor, currency }} />}
            />
          )),
        )}
      </Tiles>
    </div>
  )
}
