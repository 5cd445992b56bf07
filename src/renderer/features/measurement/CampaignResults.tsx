import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, getRouteApi } from '@tanstack/react-router'
import { api } from '../../api/client.ts'
import { Answer, EmptyState } from '../../ui/states.tsx'
import { TabFrame } from '../campaigns/TabFrame.tsx'
import classes from './measurement.module.css'
import { ResultsApart } from './ResultsApart.tsx'
import { ResultsChart } from './ResultsChart.tsx'
import { ResultsSkeleton } from './ResultsSkeleton.tsx'
import { ResultTiles } from './ResultTiles.tsx'
import { Sheet } from './Sheet.tsx'
import type { Roi } from './verdict.ts'

const route = getRouteApi('/campaigns/$campaignId/results')

/** What a campaign cost and brought in: the figures, one picture, and the live sheet they come from. */
export function CampaignResults() {
  const { campaignId } = route.useParams()
  const query = useQuery(api.measurement.roi.queryOptions({ input: { campaignId } }))
  return (
    <TabFrame scrolls={false}>
      <div className={classes.page}>
        <Answer query={query} what="The results could not be read" loading={<ResultsSkeleton />}>
          {(roi) => <Results roi={roi} />}
        </Answer>
      </div>
    </TabFrame>
  )
}

function Results({ roi }: { roi: Roi }) {
  const params = { campaignId: roi.campaignId }
  const enter = (
    <Button
      variant="filled"
      renderRoot={(props) => <Link {...props} to="/campaigns/$campaignId/results/enter" params={params} search={{}} />}
    >
      Enter results
    </Button>
  )
  if (roi.rows.length === 0) {
    return (
      <EmptyState
        title="No results yet"
        action={
          <Button variant="filled" renderRoot={(props) => <Link {...props} to="/campaigns/$campaignId/creators" params={params} />}>
            Choose creators
          </Button>
        }
      >
        Choose creators for the campaign first. Then what each one costs and brings in stands here, row by row.
      </EmptyState>
    )
  }
  return (
    <>
      <ResultTiles roi={roi} />
      <ResultsApart roi={roi} />
      <ResultsChart roi={roi} />
      <section aria-label="Live campaign sheet">
        <div className={classes.sheetHead}>
          <h2 className={classes.title}>Live campaign sheet</h2>
          <Button renderRoot={(props) => <Link {...props} to="/campaigns/$campaignId/results/expense" params={params} search={{}} />}>
            Add expense
          </Button>
          <Button renderRoot={(props) => <Link {...props} to="/campaigns/$campaignId/results/order" params={params} search={{}} />}>
            Add order
          </Button>
          {enter}
        </div>
        <Sheet roi={roi} />
      </section>
    </>
  )
}
