import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { api } from '../../api/client.ts'
import { Money } from '../../ui/figures.tsx'
import { formatMoney, formatPercent, formatRatio, notKnown } from '../../ui/format.ts'
import { StatusDot } from '../../ui/StatusDot.tsx'
import { sentence, type CampaignWithWork } from './campaign-words.ts'
import { verdictTones } from '../measurement/verdict.ts'
import { BudgetBar } from './BudgetBar.tsx'
import classes from './campaign.module.css'

/** Budget, progress and key results of a campaign, in one line. */
export function CampaignStrip({ campaign }: { campaign: CampaignWithWork }) {
  const { currency, budgetMinor, committedMinor, paidMinor, contractsSigned, contractsOpen, collaborations, otherCurrencies } = campaign
  const { data: roi } = useQuery(api.measurement.roi.queryOptions({ input: { campaignId: campaign.id } }))
  const taking = collaborations.filter(({ stage }) => stage !== 'declined')
  const confirmed = taking.filter(({ briefConfirmedAt }) => briefConfirmedAt !== null).length
  const posts = taking.reduce((sum, { deliverables: { posted, total } }) => ({ posted: sum.posted + posted, total: sum.total + total }), {
    posted: 0,
    total: 0,
  })
  const money = (amountMinor: number) => formatMoney({ amountMinor, currency }, true)
  const others = otherCurrencies
    .map((other) => formatMoney({ amountMinor: other.committedMinor, currency: other.currency }, true))
    .join(', ')
  return (
    <dl className={classes.strip} aria-label="Where the campaign stands">
      <Fact name="Committed" note={others && `and ${others}`}>
        <span className="figures">
          {money(committedMinor)}
          <span className={classes.soft}>{budgetMinor === null ? ', no budget set' : ` of ${money(budgetMinor)}`}</span>
        </span>
        <BudgetBar {...campaign} />
      </Fact>
      <Fact name="Paid">{money(paidMinor)}</Fact>
      <Fact name="Briefs confirmed">{outOf(confirmed, taking.length)}</Fact>
      <Fact name="Contracts signed">{outOf(contractsSigned, contractsSigned + contractsOpen)}</Fact>
      <Fact name="Posts live">{outOf(posts.posted, posts.total)}</Fact>
      <Fact name="Revenue">
        <Money value={roi?.total.revenue} isShort />
      </Fact>
      <Fact name="ROAS">
        {formatRatio(roi?.total.roasHundredths)}
        {roi?.total.roasVerdict && (
          <span className={classes.verdict}>
            <StatusDot tone={verdictTones[roi.total.roasVerdict]}>{sentence(roi.total.roasVerdict)}</StatusDot>
          </span>
        )}
      </Fact>
      <Fact name="ROI">{formatPercent(roi?.total.roiBp, 0)}</Fact>
    </dl>
  )
}

function Fact({ name, note, children }: { name: string; note?: string; children: ReactNode }) {
  return (
    <div className={classes.fact}>
      <dt>{name}</dt>
      <dd>
        {children}
        {note && <span className={classes.soft}>{note}</span>}
      </dd>
    </div>
  )
}

function outOf(done: number, total: number): ReactNode {
  if (total === 0) return notKnown
  return (
    <span className="figures">
      {done}
      <span className={classes.soft}> of {total}</span>
    </span>
  )
}
