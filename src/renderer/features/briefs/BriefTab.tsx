import { SegmentedControl } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { api } from '../../api/client.ts'
import { useClearOfToasts } from '../../ui/clear-of-toasts.ts'
import { Ago } from '../../ui/figures.tsx'
import { Answer, ProblemNote } from '../../ui/states.tsx'
import type { CampaignWithWork } from '../campaigns/campaign-words.ts'
import { TabFrame } from '../campaigns/TabFrame.tsx'
import { useCampaign } from '../campaigns/use-campaign.ts'
import { BriefForm } from './BriefForm.tsx'
import { BriefHints } from './BriefHints.tsx'
import { BriefPreview } from './BriefPreview.tsx'
import classes from './briefs.module.css'
import { SendBrief } from './SendBrief.tsx'
import { useBriefDraft, type Brief } from './use-brief-draft.ts'

const route = getRouteApi('/campaigns/$campaignId/brief')

/** The brief: written once on the left; hints, who has it and how it reads on the right. */
export function BriefTab() {
  const { campaignId } = route.useParams()
  const brief = useQuery(api.briefs.show.queryOptions({ input: { campaignId } }))
  const { data: campaign } = useCampaign(campaignId)
  return (
    <TabFrame scrolls={false}>
      <Answer query={brief} what="The brief could not be read">
        {(found) => campaign && <Editor key={campaignId} brief={found} campaign={campaign} />}
      </Answer>
    </TabFrame>
  )
}

const views = [
  { value: 'hints', label: 'Hints' },
  { value: 'send', label: 'Send' },
  { value: 'preview', label: 'Preview' },
] as const

/** As wide as the stylesheet has it. */
const asideWidth = 364

function Editor({ brief, campaign }: { brief: Brief; campaign: CampaignWithWork }) {
  const { view: chosen, to } = route.useSearch()
  const navigate = route.useNavigate()
  const editing = useBriefDraft(brief)
  useClearOfToasts(asideWidth)
  const view = chosen ?? (to ? 'preview' : 'hints')
  return (
    <div className={classes.columns}>
      <div className={classes.writing} onBlur={editing.commit}>
        <p className={classes.state} role="status">
          {brief.updatedAt === null ? (
            'Nothing is written yet. What you write is saved as you go.'
          ) : (
            <>
              Version {brief.version},{' '}
              {editing.isUnsaved || editing.isSaving ? (
                'saving …'
              ) : (
                <>
                  saved <Ago value={brief.updatedAt} />
                </>
              )}
            </>
          )}
        </p>
        <ProblemNote error={editing.error} />
        <BriefForm draft={editing.draft} change={editing.change} campaign={campaign} />
      </div>
      <aside className={classes.aside} aria-label="Beside the brief">
        <SegmentedControl
          fullWidth
          aria-label="Beside the brief"
          data={views.map((one) => ({ ...one }))}
          value={view}
          className={classes.views}
          onChange={(next) => void navigate({ to: '.', search: { to, view: next as 'hints' }, replace: true })}
        />
        {view === 'hints' && <BriefHints hints={brief.hints} isEmpty={brief.version === 0} />}
        {view === 'send' && <SendBrief brief={brief} campaign={campaign} />}
        {view === 'preview' && (
          <BriefPreview
            campaign={campaign}
            version={brief.version}
            chosen={to}
            onChoose={(next) => void navigate({ to: '.', search: { to: next, view: 'preview' }, replace: true })}
          />
        )}
      </aside>
    </div>
  )
}
