import { Button, Checkbox, Radio, SegmentedControl, Select, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { api, client } from '../../api/client.ts'
import { useChange } from '../../api/use-change.ts'
import { Page } from '../../frame/Page.tsx'
import { Section } from '../../ui/fields.tsx'
import { counted } from '../../ui/format.ts'
import { Answer, EmptyState, ProblemNote } from '../../ui/states.tsx'
import { useKeptSelection, type Selection } from '../../ui/table/selection.ts'
import classes from './contracts.module.css'

const route = getRouteApi('/contracts/new')

/** Campaign, creators, template: one contract for each chosen creator. */
export function NewContractsPage() {
  const { campaignId } = route.useSearch()
  const navigate = route.useNavigate()
  const campaigns = useQuery(api.campaigns.list.queryOptions({ input: {} }))
  const templates = useQuery(api.contracts.templates.queryOptions({ input: {} }))
  const [templateId, setTemplateId] = useState('paid-post')
  const [pageSize, setPageSize] = useState<'A4' | 'Letter'>('A4')
  const selection = useKeptSelection(`contracts/new/${campaignId}`)
  const make = useChange(client.contracts.create, {
    done: ({ ids }) => `${counted(ids.length, 'contract')} made`,
    quiet: true,
    onDone: ({ ids: [first, ...more] }) => {
      selection.clear()
      void (first && more.length === 0
        ? navigate({ to: '/contracts/$contractId', params: { contractId: first } })
        : navigate({ to: '/contracts', search: { campaignId } }))
    },
  })
  return (
    <Page title="New contract">
      <form
        className={classes.compose}
        onSubmit={(event) => {
          event.preventDefault()
          make.mutate({ collaborationIds: [...selection.ids], templateId, pageSize })
        }}
      >
        <Section title="Campaign">
          <Select
            aria-label="Campaign"
            placeholder="Choose a campaign"
            searchable
            value={campaignId ?? null}
            data={(campaigns.data ?? []).map(({ id, name, clientName }) => ({ value: id, label: `${name}, ${clientName}` }))}
            onChange={(next) => void navigate({ search: { campaignId: next ?? undefined } })}
          />
        </Section>
        {campaignId && (
          <Section title="Creators" note="One contract is made for each.">
            <CreatorChoice campaignId={campaignId} selection={selection} />
          </Section>
        )}
        <Section title="Template">
          <Answer query={templates} what="The templates could not be read">
            {(found) => (
              <Radio.Group aria-label="Template" value={templateId} onChange={setTemplateId}>
                <Stack gap={8}>
                  {found.map(({ id, label, note }) => (
                    <Radio key={id} size="xs" value={id} label={label} description={note} />
                  ))}
                </Stack>
              </Radio.Group>
            )}
          </Answer>
          <SegmentedControl mt={16} aria-label="Page size" value={pageSize} onChange={setPageSize} data={['A4', 'Letter']} />
        </Section>
        <ProblemNote error={make.error} />
        <div className={classes.composeFoot}>
          <Button type="submit" variant="filled" disabled={selection.ids.size === 0} loading={make.isPending}>
            Make {selection.ids.size <= 1 ? 'contract' : counted(selection.ids.size, 'contract')}
          </Button>
        </div>
      </form>
    </Page>
  )
}

function CreatorChoice({ campaignId, selection }: { campaignId: string; selection: Selection }) {
  const campaign = useQuery(api.campaigns.show.queryOptions({ input: { id: campaignId } }))
  return (
    <Answer query={campaign} what="The creators could not be read">
      {({ collaborations }) =>
        collaborations.length === 0 ? (
          <EmptyState title="No creators in this campaign">Add creators to the campaign first.</EmptyState>
        ) : (
          <Stack gap={8}>
            {collaborations.map(({ id, creatorName, handle, compensationText, contract }) => (
              <Checkbox
                key={id}
                checked={selection.ids.has(id)}
                onChange={() => selection.toggle(id)}
                label={handle ? `${creatorName}, @${handle}` : creatorName}
                description={[compensationText ?? 'No compensation agreed yet', contract && `has contract ${contract.number}`]
                  .filter(Boolean)
                  .join(' · ')}
              />
            ))}
          </Stack>
        )
      }
    </Answer>
  )
}
