import { Link } from '@tanstack/react-router'
import type { CampaignWithWork } from './campaign-words.ts'
import classes from './campaign.module.css'

/** The parts of a campaign, each with an address of its own. */
export function CampaignTabs({ campaign }: { campaign: CampaignWithWork }) {
  const { id, collaborations, contractsSigned, contractsOpen } = campaign
  const params = { campaignId: id }
  const posts = collaborations.reduce((sum, { deliverables }) => sum + deliverables.total, 0)
  return (
    <nav className={classes.tabs} aria-label="Parts of the campaign">
      <Link to="/campaigns/$campaignId" params={params} activeOptions={{ exact: true, includeSearch: false }} className={classes.tab}>
        Plan
      </Link>
      <Link to="/campaigns/$campaignId/brief" params={params} className={classes.tab}>
        Brief
      </Link>
      <Link to="/campaigns/$campaignId/creators" params={params} activeOptions={{ includeSearch: false }} className={classes.tab}>
        Creators
        <TabCount count={collaborations.length} />
      </Link>
      <Link to="/campaigns/$campaignId/deliverables" params={params} activeOptions={{ includeSearch: false }} className={classes.tab}>
        Deliverables
        <TabCount count={posts} />
      </Link>
      <Link to="/campaigns/$campaignId/contracts" params={params} className={classes.tab}>
        Contracts
        <TabCount count={contractsSigned + contractsOpen} />
      </Link>
      <Link to="/campaigns/$campaignId/results" params={params} activeOptions={{ includeSearch: false }} className={classes.tab}>
        Results
      </Link>
    </nav>
  )
}

function TabCount({ count }: { count: number }) {
  return count > 0 && <span className={classes.tabCount}>{count}</span>
}
