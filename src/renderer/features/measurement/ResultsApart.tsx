import { Link } from '@tanstack/react-router'
import { counted, formatMoney } from '../../ui/format.ts'
import classes from './measurement.module.css'
import type { Roi } from './verdict.ts'

/** What the figures hold or leave out beside the creators' rows. */
export function ResultsApart({
  roi: { campaignId, currency, creatorsWithoutSpend, unassignedRevenueMinor, otherCurrencies },
}: {
  roi: Roi
}) {
  if (creatorsWithoutSpend === 0 && unassignedRevenueMinor === 0 && otherCurrencies.length === 0) return null
  return (
    <ul className={classes.apart}>
      {creatorsWithoutSpend > 0 && (
        <li>
          {counted(creatorsWithoutSpend, 'creator')} brought something in, but what they cost is not known yet; until it is agreed, nothing
          is divided by the campaign’s spend.
        </li>
      )}
      {unassignedRevenueMinor !== 0 && (
        <li>
          {formatMoney({ amountMinor: unassignedRevenueMinor, currency })} of the revenue is from orders that no code or link ties to a
          creator.{' '}
          <Link to="/campaigns/$campaignId/results/rows" params={{ campaignId }} search={{ kind: 'orders' }} className={classes.link}>
            Assign them
          </Link>
        </li>
      )}
      {otherCurrencies.map((other) => (
        <li key={other.currency}>
          Not in these figures, because it is in {other.currency}:{' '}
          {formatMoney({ amountMinor: other.spendMinor, currency: other.currency })} spent,{' '}
          {formatMoney({ amountMinor: other.revenueMinor, currency: other.currency })} revenue.
        </li>
      ))}
    </ul>
  )
}
