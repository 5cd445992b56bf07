import { Button, Select, TextInput } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { client } from '../../api/client.ts'
import { useChange } from '../../api/use-change.ts'
import { DraftNote } from '../../ui/DraftNote.tsx'
import { useDraft } from '../../ui/drafts.ts'
import { Panel } from '../../ui/Panel.tsx'
import { ProblemNote } from '../../ui/states.tsx'
import { DateField } from '../campaigns/DateField.tsx'
import { useCampaign } from '../campaigns/use-campaign.ts'
import { formatChoices, formatLabel, platformChoices } from './deliverable-words.ts'
import classes from './deliverables.module.css'

const route = getRouteApi('/campaigns/$campaignId/deliverables/new')

interface Typed {
  collaborationId: string | null
  platform: string
  format: string | null
  title: string
  dueOn: string | null
}

/** One more deliverable of one creator, beside the list. */
export function NewDeliverablePanel() {
  const { campaignId } = route.useParams()
  const { for: given } = route.useSearch()
  const navigate = route.useNavigate()
  const { data: campaign } = useCampaign(campaignId)
  const draft = useDraft<Typed>(`deliverables/new/${campaignId}`, {
    collaborationId: given ?? null,
    platform: 'instagram',
    format: 'reel',
    title: '',
    dueOn: null,
  })
  const { collaborationId, platform, format, title, dueOn } = draft.values
  const close = () => void navigate({ to: '/campaigns/$campaignId/deliverables', params: { campaignId }, search: (now) => now })
  const end = () => {
    draft.discard()
    close()
  }
  const create = useChange(client.deliverables.create, { done: 'Deliverable added', quiet: true, onDone: end })
  const isReady = collaborationId !== null && format !== null
  return (
    <Panel
      label="New deliverable"
      header="New deliverable"
      onClose={close}
      footer={
        <>
          <Button onClick={end}>Cancel</Button>
          <Button variant="filled" type="submit" form="new-deliverable" disabled={!isReady} loading={create.isPending}>
            Add deliverable
          </Button>
        </>
      }
    >
      <form
        id="new-deliverable"
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (isReady) create.mutate({ collaborationId, platform, format, title: title.trim() || formatLabel(platform, format), dueOn })
        }}
      >
        <DraftNote draft={draft} />
        <Select
          label="Creator"
          required
          searchable
          data={(campaign?.collaborations ?? []).map(({ id, creatorName }) => ({ value: id, label: creatorName }))}
          value={collaborationId}
          onChange={(next) => draft.change({ collaborationId: next })}
          placeholder="Choose a creator of this campaign"
        />
        <div className={classes.pair}>
          <Select
            label="Platform"
            required
            searchable
            data={platformChoices}
            value={platform}
            onChange={(next) => {
              if (next) draft.change({ platform: next, format: formatChoices(next)[0]?.value ?? null })
            }}
          />
          <Select
            label="Format"
            required
            data={formatChoices(platform)}
            value={format}
            onChange={(next) => draft.change({ format: next })}
          />
        </div>
        <TextInput
          label="Title"
          value={title}
          placeholder={format ? formatLabel(platform, format) : ''}
          onChange={({ currentTarget }) => draft.change({ title: currentTarget.value })}
        />
        <DateField label="Due" value={dueOn} onChange={(day) => draft.change({ dueOn: day })} />
        <ProblemNote error={create.error} />
      </form>
    </Panel>
  )
}
