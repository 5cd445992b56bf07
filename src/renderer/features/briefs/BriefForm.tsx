import { NumberInput, TagsInput, Textarea } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { formatDates, type CampaignWithWork } from '../campaigns/campaign-words.ts'
import { BriefDeliverables } from './BriefDeliverables.tsx'
import classes from './briefs.module.css'
import { PointsInput } from './PointsInput.tsx'
import type { BriefContent, ChangeBrief } from './use-brief-draft.ts'

interface BriefFormProps {
  draft: BriefContent
  change: ChangeBrief
  campaign: CampaignWithWork
}

/** The parts of a brief (facts.md §7), in the order a creator reads them. */
export function BriefForm({ draft, change, campaign }: BriefFormProps) {
  const text = (label: string, field: 'goal' | 'restrictions' | 'creativeFreedom' | 'paymentTerms' | 'disclosure', placeholder: string) => (
    <Textarea
      aria-label={label}
      placeholder={placeholder}
      value={draft[field]}
      onChange={({ currentTarget }) => change({ [field]: currentTarget.value })}
    />
  )
  const tags = (label: string, field: 'hashtags' | 'mentions' | 'usageChannels', placeholder: string) => (
    <TagsInput
      label={label}
      placeholder={draft[field].length > 0 ? undefined : placeholder}
      value={draft[field]}
      onChange={(words) => change({ [field]: words })}
      acceptValueOnBlur
    />
  )
  const whole = (label: string, field: 'usageMonths' | 'exclusivityDays' | 'paymentDays', suffix: string, max: number) => (
    <NumberInput
      label={label}
      value={draft[field] ?? ''}
      min={0}
      max={max}
      allowDecimal={false}
      suffix={` ${suffix}`}
      placeholder="Not said"
      onChange={(value) => change({ [field]: typeof value === 'number' ? value : null })}
    />
  )
  return (
    <>
      <Part title="Goal">{text('Goal', 'goal', 'What the campaign is to achieve, in a sentence or two')}</Part>
      <Part title="Key messages" note="Points to bring across, never a script.">
        <PointsInput
          label="Key message"
          verb="Add a point"
          points={draft.keyMessages}
          onChange={(keyMessages) => change({ keyMessages })}
        />
      </Part>
      <Part
        title="Deliverables"
        note={
          <>
            Campaign dates: {formatDates(campaign)}.{' '}
            <Link to="/campaigns/$campaignId" params={{ campaignId: campaign.id }} className={classes.link}>
              Change them in the plan
            </Link>
          </>
        }
      >
        <BriefDeliverables rows={draft.deliverables} onChange={(deliverables) => change({ deliverables })} />
      </Part>
      <Part title="Tags">
        <div className={classes.pair}>
          {tags('Hashtags', 'hashtags', '#spring')}
          {tags('Handles to tag', 'mentions', '@brand')}
        </div>
      </Part>
      <Part title="Approval">
        <PointsInput
          label="Approval step"
          verb="Add a step"
          points={draft.approvalSteps}
          onChange={(approvalSteps) => change({ approvalSteps })}
          isNumbered
        />
      </Part>
      <Part title="Restrictions">
        {text('Restrictions', 'restrictions', 'What must not be in the post, such as a competitor or a health claim')}
      </Part>
      <Part title="Creative freedom">{text('Creative freedom', 'creativeFreedom', 'What is the creator’s to decide')}</Part>
      <Part title="Usage rights and exclusivity">
        <div className={classes.pair}>
          {whole('The brand may repost for', 'usageMonths', 'months', 1200)}
          {whole('No competitors for', 'exclusivityDays', 'days', 3650)}
        </div>
        {tags('Where it may repost', 'usageChannels', 'The brand’s Instagram')}
      </Part>
      <Part title="Payment">
        {text('Payment terms', 'paymentTerms', 'When and how the creator is paid')}
        <div className={classes.pair}>{whole('Due after the last post', 'paymentDays', 'days', 365)}</div>
      </Part>
      <Part title="Disclosure">{text('Disclosure', 'disclosure', '#ad in the first line of the caption, clear and conspicuous')}</Part>
      <Part title="Links">
        <PointsInput label="Link" verb="Add a link" points={draft.links} onChange={(links) => change({ links })} />
      </Part>
    </>
  )
}

function Part({ title, note, children }: { title: string; note?: ReactNode; children: ReactNode }) {
  return (
    <section className={classes.part} aria-label={title}>
      <div className={classes.partHead}>
        <h2>{title}</h2>
        {note && <span>{note}</span>}
      </div>
      {children}
    </section>
  )
}
