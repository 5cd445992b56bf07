import { SegmentedControl } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { Panel } from '../../ui/Panel.tsx'
import { useCampaign } from '../campaigns/use-campaign.ts'
import type { Behind } from './behind.ts'
import classes from './measurement.module.css'
import { ExpenseRows } from './ExpenseRows.tsx'
import { OrderRows } from './OrderRows.tsx'
import { ResultRows } from './ResultRows.tsx'

const route = getRouteApi('/campaigns/$campaignId/results/rows')

/** The rows behind the figures, of one creator or of the whole campaign. */
export function RowsPanel() {
  const { campaignId } = route.useParams()
  const search = route.useSearch()
  const { kind = 'results' } = search
  const navigate = route.useNavigate()
  const { data: campaign } = useCampaign(campaignId)
  const name = campaign?.collaborations.find(({ id }) => id === search.for)?.creatorName ?? 'The whole campaign'
  if (!campaign) return null
  const behind: Behind = { campaign, collaborationId: search.for }
  return (
    <Panel
      label="Rows behind the figures"
      header={name}
      onClose={() => void navigate({ to: '/campaigns/$campaignId/results', params: { campaignId } })}
    >
      <div className={classes.form}>
        <SegmentedControl
          fullWidth
          aria-label="Which rows"
          value={kind}
          data={[
            { value: 'results', label: 'Results' },
            { value: 'orders', label: 'Orders' },
            { value: 'expenses', label: 'Expenses' },
          ]}
          onChange={(next) => void navigate({ to: '.', search: { ...search, kind: next as 'results' }, replace: true })}
        />
        {kind === 'results' && <ResultRows {...behind} />}
        {kind === 'orders' && <OrderRows {...behind} />}
        {kind === 'expenses' && <ExpenseRows {...behind} />}
      </div>
    </Panel>
  )
}
