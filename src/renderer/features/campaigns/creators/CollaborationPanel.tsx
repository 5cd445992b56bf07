import { Button } from '@mantine/core'
import { Link, getRouteApi } from '@tanstack/react-router'
import { Avatar } from '../../../ui/Avatar.tsx'
import { CompactCount, Percent } from '../../../ui/figures.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { EmptyState } from '../../../ui/states.tsx'
import { platformLabel } from '../../creators/platform-label.ts'
import type { Collaboration } from '../campaign-words.ts'
import { useCampaign } from '../use-campaign.ts'
import { CollaborationFields } from './CollaborationFields.tsx'
import { CollaborationSteps } from './CollaborationSteps.tsx'
import classes from './creators.module.css'
import { useBulk } from './use-bulk.ts'

const route = getRouteApi('/campaigns/$campaignId/creators/$collaborationId')

/** One creator's part in the campaign. */
export function CollaborationPanel() {
  const { campaignId, collaborationId } = route.useParams()
  const navigate = route.useNavigate()
  const { data: campaign } = useCampaign(campaignId)
  const close = () => void navigate({ to: '/campaigns/$campaignId/creators', params: { campaignId }, search: (now) => now })
  const { remove } = useBulk(close)
  if (!campaign) return null
  const row = campaign.collaborations.find(({ id }) => id === collaborationId)
  if (!row)
    return (
      <Panel label="Creator" header=" " onClose={close}>
        <EmptyState title="Not in this campaign">This creator is no longer part of the campaign.</EmptyState>
      </Panel>
    )
  return (
    <Panel
      label={`${row.creatorName} in this campaign`}
      header={<Head row={row} />}
      onClose={close}
      footer={
        <>
          <Button variant="subtle" color="red" mr="auto" loading={remove.isPending} onClick={() => remove.mutate({ ids: [row.id] })}>
            Remove from campaign
          </Button>
          <Button renderRoot={(props) => <Link {...props} to="/roster/$creatorId" params={{ creatorId: row.creatorId }} />}>
            Open in roster
          </Button>
        </>
      }
    >
      <CollaborationFields key={row.id} row={row} currency={campaign.currency} />
      <CollaborationSteps row={row} />
    </Panel>
  )
}

function Head({ row: { creatorName, handle, platform, followers, engagementRateBp } }: { row: Collaboration }) {
  return (
    <div className={classes.panelHead}>
      <Avatar name={creatorName} size={36} />
      <div style={{ minWidth: 0 }}>
        <h2 className={classes.panelName} title={creatorName}>
          {creatorName}
        </h2>
        <div className={classes.panelFacts}>
          {handle && <span className={classes.cut}>@{handle}</span>}
          {platform && <span>{platformLabel(platform)}</span>}
          {followers !== null && (
            <span>
              <CompactCount value={followers} /> followers
            </span>
          )}
          {engagementRateBp !== null && (
            <span>
              <Percent basisPoints={engagementRateBp} decimals={1} /> engagement
            </span>
          )}
        </div>
      </div>
    </div>
  )
}
