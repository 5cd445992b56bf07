import { Button, Select, TextInput } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { client } from '../../api/client.ts'
import { useChange } from '../../api/use-change.ts'
import { Panel } from '../../ui/Panel.tsx'
import { ProblemNote } from '../../ui/states.tsx'
import { DateField } from '../campaigns/DateField.tsx'
import { useCampaign } from '../campaigns/use-campaign.ts'
import { formatChoices, formatLabel, platformChoices } from './deliverable-words.ts'
import classes from './deliverables.module.css'

const route = getRouteApi('/campaigns/$campaignId/deliverables/new')

/** One more deliverable of one creator, beside the list. */
export function NewDeliverablePanel() {
  const { campaignId } = route.useParams()
  const { for: given } = route.useSearch()
  const navigate = route.useNavigate()
  const { data: campaign } = useCampaign(campaignId)
  const [collaborationId, setCollaboration] = useState<string | null>(given ?? null)
  const [platform, setPlatform] = useState('instagram')
  const [format, setFormat] = useState<string | null>('reel')
  const [title, setTitle] = useState('')
  const [dueOn, setDue] = useState<string | null>(null)
  const close = () => void navigate({ to: '/campaigns/$campaignId/deliverables', params: { campaignId }, search: (now) => now })
  const create = useChange(client.deliverables.create, { done: 'Deliverable added', quiet: true, onDone: close })
  const isReady = collaborationId !== null && format !== null
  return (
    <Panel
      label="New deliverable"
      header={<h2 className={classes.heading}>New deliverable</h2>}
      onClose={close}
      footer={
        <>
          <Button onClick={close}>Cancel</Button>
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
        <Select
          label="Creator"
          required
          searchable
          data={(campaign?.collaborations ?? []).map(({ id, creatorName }) => ({ value: id, label: creatorName }))}
          value={collaborationId}
          onChange={setCollaboration}
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
              if (!next) return
              setPlatform(next)
              setFormat(formatChoices(next)[0]?.value ?? null)
            }}
          />
          <Select label="Format" required data={formatChoices(platform)} value={format} onChange={setFormat} />
        </div>
        <TextInput
          label="Title"
          value={title}
          placeholder={format ? formatLabel(platform, format) : ''}
          onChange={({ currentTarget }) => setTitle(currentTarget.value)}
        />
        <DateField label="Due" value={dueOn} onChange={setDue} />
        <ProblemNote error={create.error} />
      </form>
    </Panel>
  )
}
