import { IconCircle, IconCircleCheck, IconProgress } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api } from '../../api/client.ts'
import type { CampaignWithWork } from './campaign-words.ts'
import { planSteps, type PlanStep } from './plan-steps.ts'
import classes from './plan.module.css'

const addresses = {
  brief: '/campaigns/$campaignId/brief',
  creators: '/campaigns/$campaignId/creators',
  contracts: '/campaigns/$campaignId/contracts',
  deliverables: '/campaigns/$campaignId/deliverables',
  results: '/campaigns/$campaignId/results',
} as const

/** The way from plan to result; each step leads to where it is done. */
export function PlanSteps({ campaign }: { campaign: CampaignWithWork }) {
  const { data: brief } = useQuery(api.briefs.show.queryOptions({ input: { campaignId: campaign.id } }))
  return (
    <ol className={classes.steps}>
      {planSteps(campaign, brief?.version ?? 0).map((step) => (
        <li key={step.label}>
          <Link to={addresses[step.part]} params={{ campaignId: campaign.id }} className={classes.step} data-state={stateOf(step)}>
            <StepSign state={stateOf(step)} />
            <span className={classes.stepLabel}>{step.label}</span>
            <span className={classes.stepDetail}>{step.detail}</span>
          </Link>
        </li>
      ))}
    </ol>
  )
}

type StepState = 'open' | 'begun' | 'done'

function stateOf({ done, total }: PlanStep): StepState {
  if (done === 0) return 'open'
  return done >= total ? 'done' : 'begun'
}

function StepSign({ state }: { state: StepState }) {
  if (state === 'done') return <IconCircleCheck size={16} stroke={1.75} aria-label="Done" />
  return state === 'begun' ? (
    <IconProgress size={16} stroke={1.75} aria-label="Begun" />
  ) : (
    <IconCircle size={16} stroke={1.5} aria-label="Open" />
  )
}
