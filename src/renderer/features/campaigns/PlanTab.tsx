import { getRouteApi } from '@tanstack/react-router'
import { Section } from '../../ui/fields.tsx'
import { ProgramTiers } from '../relationship/ProgramTiers.tsx'
import { PlanForm } from './PlanForm.tsx'
import classes from './plan.module.css'
import { PlanSteps } from './PlanSteps.tsx'
import { TabFrame } from './TabFrame.tsx'
import { useCampaign } from './use-campaign.ts'

/** Programs that run on, with members instead of posts (facts.md §14). */
const tiered: ReadonlySet<string> = new Set(['ambassador program', 'employee advocacy', 'community'])

const route = getRouteApi('/campaigns/$campaignId')

/** What the campaign is, beside what it still needs. */
export function PlanTab() {
  const { campaignId } = route.useParams()
  const { data: campaign } = useCampaign(campaignId)
  if (!campaign) return null
  return (
    <TabFrame>
      <div className={classes.columns}>
        <div>
          <Section title="The campaign">
            <PlanForm key={campaign.id} campaign={campaign} />
          </Section>
          {tiered.has(campaign.programKind) && <ProgramTiers key={campaign.id} campaign={campaign} />}
        </div>
        <div>
          <Section title="Steps">
            <PlanSteps campaign={campaign} />
          </Section>
        </div>
      </div>
    </TabFrame>
  )
}
