import { Button, NumberInput, Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { z } from 'zod'
import type { ResultRow, ResultValues } from '#src/shared/contract/measurement.ts'
import { api, client } from '../../api/client.ts'
import { useChange } from '../../api/use-change.ts'
import { today } from '../../ui/format.ts'
import { DraftNote } from '../../ui/DraftNote.tsx'
import { useDraft } from '../../ui/drafts.ts'
import { MoneyInput } from '../../ui/MoneyInput.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { Answer, ProblemNote } from '../../ui/states.tsx'
import type { CampaignWithWork } from '../campaigns/campaign-words.ts'
import { DateField } from '../campaigns/DateField.tsx'
import { useCampaign } from '../campaigns/use-campaign.ts'
import classes from './measurement.module.css'

type Values = z.infer<typeof ResultValues>
type Result = z.infer<typeof ResultRow>
type Typed = Values & Record<'collaborationId' | 'deliverableId' | 'recordedOn', string | null> & { notes: string }
const route = getRouteApi('/campaigns/$campaignId/results/enter')

/** What a post brought in, as its platform or shop says; or the correction of what was entered before. */
export function EnterResults() {
  const { campaignId } = route.useParams()
  const { result } = route.useSearch()
  const { data: campaign } = useCampaign(campaignId)
  const known = useQuery(api.measurement.results.queryOptions({ input: { campaignId }, enabled: result !== undefined }))
  if (!campaign) return null
  if (result === undefined) return <ResultForm key="new" campaign={campaign} known={null} />
  return (
    <Answer query={known} what="The result could not be read" loading={null}>
      {(rows) => <ResultForm key={result} campaign={campaign} known={rows.find(({ id }) => id === result) ?? null} />}
    </Answer>
  )
}

const counts = [
  ['impressions', 'Impressions'],
  ['reach', 'Reach'],
  ['views', 'Views'],
  ['likes', 'Likes'],
  ['comments', 'Comments'],
  ['shares', 'Shares'],
  ['saves', 'Saves'],
  ['clicks', 'Clicks'],
  ['conversions', 'Conversions'],
  ['leads', 'Leads'],
] as const satisfies readonly (readonly [keyof Values, string])[]

const nothing: Values = {
  impressions: null,
  reach: null,
  views: null,
  likes: null,
  comments: null,
  shares: null,
  saves: null,
  clicks: null,
  conversions: null,
  leads: null,
  revenueMinor: null,
}

function ResultForm({ campaign, known }: { campaign: CampaignWithWork; known: Result | null }) {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const draft = useDraft<Typed>(known ? `results/${known.id}` : `results/new/${campaign.id}`, {
    ...valuesOf(known ?? nothing),
    collaborationId: known?.collaborationId ?? search.for ?? null,
    deliverableId: known?.deliverableId ?? search.post ?? null,
    recordedOn: known?.recordedOn ?? today(),
    notes: known?.notes ?? '',
  })
  const { collaborationId, deliverableId, recordedOn, notes, ...given } = draft.values
  const currency = known?.currency ?? campaign.currency
  const posts = useQuery(
    api.deliverables.list.queryOptions({ input: { collaborationId: collaborationId ?? '' }, enabled: collaborationId !== null }),
  )
  const close = () => void navigate({ to: '/campaigns/$campaignId/results', params: { campaignId: campaign.id } })
  const end = () => {
    draft.discard()
    close()
  }
  const add = useChange(client.measurement.addResult, { done: 'Results entered', quiet: true, onDone: end })
  const update = useChange(client.measurement.updateResult, { done: 'Results corrected', quiet: true, onDone: end })
  const isReady = collaborationId !== null && Object.values(given).some((value) => value !== null)
  const submit = () => {
    if (known) update.mutate({ id: known.id, changes: given })
    else if (collaborationId)
      add.mutate({ ...given, collaborationId, deliverableId, recordedOn: recordedOn ?? undefined, currency, notes: notes.trim() || null })
  }
  return (
    <Panel
      label="Results of a post"
      header={known ? 'Correct results' : 'Enter results'}
      onClose={close}
      footer={
        <>
          <Button onClick={end}>Cancel</Button>
          <Button variant="filled" type="submit" form="results" disabled={!isReady} loading={add.isPending || update.isPending}>
            Save results
          </Button>
        </>
      }
    >
      <form
        id="results"
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <DraftNote draft={draft} />
        <Select
          label="Creator"
          required
          searchable
          disabled={known !== null}
          data={campaign.collaborations.map(({ id, creatorName }) => ({ value: id, label: creatorName }))}
          value={collaborationId}
          onChange={(next) => draft.change({ collaborationId: next })}
          placeholder="Choose a creator of this campaign"
        />
        <div className={classes.pair}>
          <Select
            label="Post"
            clearable
            disabled={known !== null || collaborationId === null}
            placeholder="All posts together"
            data={(posts.data ?? []).map(({ id, title }) => ({ value: id, label: title }))}
            value={deliverableId}
            onChange={(next) => draft.change({ deliverableId: next })}
          />
          <DateField
            label="As of"
            value={recordedOn}
            onChange={(day) => draft.change({ recordedOn: day })}
            latest={today()}
            isRequired
            disabled={known !== null}
          />
        </div>
        <div className={classes.pair}>
          {counts.map(([key, label]) => (
            <NumberInput
              key={key}
              label={label}
              min={0}
              allowDecimal={false}
              allowNegative={false}
              placeholder="Not known"
              value={given[key] ?? ''}
              onChange={(value) => draft.change({ [key]: typeof value === 'number' ? value : null })}
            />
          ))}
        </div>
        <MoneyInput
          label="Revenue"
          currency={currency}
          canChooseCurrency={false}
          value={given.revenueMinor === null ? null : { amountMinor: given.revenueMinor, currency }}
          onChange={(revenue) => draft.change({ revenueMinor: revenue?.amountMinor ?? null })}
          description="Only what no recorded order shows: orders are added to it."
        />
        {!known && (
          <TextInput
            label="Notes"
            value={notes}
            placeholder="Quality of the comments, what worked"
            onChange={({ currentTarget }) => draft.change({ notes: currentTarget.value })}
          />
        )}
        <ProblemNote error={add.error ?? update.error} />
      </form>
    </Panel>
  )
}

function valuesOf(result: Values): Values {
  return Object.fromEntries(Object.keys(nothing).map((key) => [key, result[key as keyof Values]])) as Values
}
