import { Button, Checkbox, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api } from '../../../api/client.ts'
import { Section } from '../../../ui/fields.tsx'
import { Answer, EmptyState } from '../../../ui/states.tsx'
import type { Selection } from '../../../ui/table/selection.ts'
import classes from './compose.module.css'

interface CreatorChoiceProps {
  campaignId: string | undefined
  selection: Selection
  onCampaign: (id: string | null) => void
}

/** The campaign, and which of its creators get a contract. */
export function CreatorChoice({ campaignId, selection, onCampaign }: CreatorChoiceProps) {
  const campaigns = useQuery(api.campaigns.list.queryOptions({ input: {} }))
  return (
    <Section title="Creators" note="One contract is made for each.">
      <Select
        aria-label="Campaign"
        placeholder="Choose a campaign"
        nothingFoundMessage="No campaign is called that"
        searchable
        value={campaignId ?? null}
        data={(campaigns.data ?? []).map(({ id, name, clientName }) => ({ value: id, label: `${name}, ${clientName}` }))}
        onChange={onCampaign}
      />
      {campaignId && <Creators campaignId={campaignId} selection={selection} />}
    </Section>
  )
}

function Creators({ campaignId, selection }: { campaignId: string; selection: Selection }) {
  const campaign = useQuery(api.campaigns.show.queryOptions({ input: { id: campaignId } }))
  return (
    <Answer query={campaign} what="The creators could not be read">
      {({ collaborations }) => {
        if (collaborations.length === 0)
          return (
            <EmptyState
              title="No creators in this campaign"
              action={
                <Button renderRoot={(props) => <Link {...props} to="/campaigns/$campaignId/creators/add" params={{ campaignId }} />}>
                  Add creators
                </Button>
              }
            >
              A contract is made with each creator of a campaign.
            </EmptyState>
          )
        const all = collaborations.map(({ id }) => id)
        const without = collaborations.filter(({ contract }) => !contract).map(({ id }) => id)
        return (
          <>
            <div className={classes.picks}>
              <Button size="compact-sm" onClick={() => selection.replace(all)}>
                Choose all {all.length}
              </Button>
              {without.length > 0 && without.length < all.length && (
                <Button size="compact-sm" onClick={() => selection.replace(without)}>
                  Choose the {without.length} without a contract
                </Button>
              )}
            </div>
            <div className={classes.people}>
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
            </div>
          </>
        )
      }}
    </Answer>
  )
}
