import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Money } from '#src/shared/domain/money.ts'
import { formatCount, formatMoney, formatPercent, formatRatio } from '../../ui/format.ts'
import { Tile, Tiles } from '../../ui/Tile.tsx'
import { Verdict } from './Verdict.tsx'
import { whyUnknown, type Roi } from './verdict.ts'

/** "€40 profit", "€40 loss". */
function profitWords({ amountMinor, currency }: Money): string {
  return `${formatMoney({ amountMinor: Math.abs(amountMinor), currency }, true)} ${amountMinor < 0 ? 'loss' : 'profit'}`
}

/** The campaign in six figures; each opens the rows it comes from. */
export function ResultTiles({ roi }: { roi: Roi }) {
  const { total, currency, budgetMinor, campaignId } = roi
  const navigate = useNavigate()
  const open = (kind: 'results' | 'orders' | 'expenses') => () =>
    void navigate({ to: '/campaigns/$campaignId/results/rows', params: { campaignId }, search: { kind } })
  const ofBudget = budgetMinor === null ? 'No budget set' : `of ${formatMoney({ amountMinor: budgetMinor, currency }, true)} budget`
  const note = (measure: Parameters<typeof whyUnknown>[1], known: ReactNode) => whyUnknown(total, measure) ?? known
  return (
    <Tiles>
      <Tile label="Spend" value={formatMoney(total.spend, true)} note={note('spend', ofBudget)} onOpen={open('expenses')} />
      <Tile
        label="Revenue"
        value={formatMoney(total.revenue, true)}
        note={note('revenue', total.profit && profitWords(total.profit))}
        onOpen={open('orders')}
      />
      <Tile label="ROAS" value={formatRatio(total.roasHundredths)} note={note('return', <Verdict figures={total} />)} />
      <Tile label="ROI" value={formatPercent(total.roiBp, 0)} note={note('return', 'Profit on spend')} />
      <Tile
        label="Conversions"
        value={formatCount(total.conversions)}
        note={note('conversions', total.clicks === null ? 'Clicks are not known' : `of ${formatCount(total.clicks)} clicks`)}
        onOpen={open('results')}
      />
      <Tile label="CPA" value={formatMoney(total.cpa)} note={note('cpa', 'Spend per conversion')} />
    </Tiles>
  )
}
