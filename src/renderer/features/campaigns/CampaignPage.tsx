import { Outlet, Link, getRouteApi } from '@tanstack/react-router'
import { IconChevronRight } from '@tabler/icons-react'
import { useState } from 'react'
import { Page } from '../../frame/Page.tsx'
import { LoadingLines, ProblemState } from '../../ui/states.tsx'
import type { CampaignWithWork } from './campaign-words.ts'
import { CampaignMenu } from './CampaignMenu.tsx'
import { CampaignStrip } from './CampaignStrip.tsx'
import { CampaignTabs } from './CampaignTabs.tsx'
import { PanelSlot } from './panel-slot.ts'
import { StatusMenu } from './StatusMenu.tsx'
import { useCampaign } from './use-campaign.ts'
import classes from './campaign.module.css'

const route = getRouteApi('/campaigns/$campaignId')

/** One campaign: where it stands in a strip, then its parts in tabs. */
export function CampaignPage() {
  const { campaignId } = route.useParams()
  const { data: campaign, error, refetch } = useCampaign(campaignId)
  const [slot, setSlot] = useState<HTMLElement | null>(null)
  return (
    <Page
      title={<CampaignTitle campaign={campaign} />}
      name={campaign?.name ?? 'Campaign'}
      scrolls={false}
      panel={<div ref={setSlot} className={classes.slot} />}
      tabs={
        campaign && (
          <span className={classes.beside}>
            <StatusMenu campaign={campaign} />
            <CampaignMenu campaign={campaign} />
          </span>
        )
      }
    >
      <div className={classes.body}>
        {!campaign &&
          (error ? (
            <ProblemState error={error} what="The campaign could not be shown" onRetry={() => void refetch()} />
          ) : (
            <div className={classes.loading}>
              <LoadingLines />
            </div>
          ))}
        {campaign && (
          <PanelSlot value={slot}>
            <CampaignStrip campaign={campaign} />
            <CampaignTabs campaign={campaign} />
            <Outlet />
          </PanelSlot>
        )}
      </div>
    </Page>
  )
}

function CampaignTitle({ campaign }: { campaign: CampaignWithWork | undefined }) {
  return (
    <span className={classes.title}>
      <Link to="/campaigns" className={classes.back}>
        Campaigns
      </Link>
      <IconChevronRight size={14} stroke={1.5} aria-hidden className={classes.chevron} />
      <span className={classes.name} title={campaign?.name}>
        {campaign?.name ?? ' '}
      </span>
    </span>
  )
}
