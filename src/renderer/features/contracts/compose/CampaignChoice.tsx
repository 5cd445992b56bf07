import { Button, Checkbox } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api } from '../../../api/client.ts'
import { Section } from '../../../ui/fields.tsx'
import { Answer, EmptyState } from '../../../ui/states.tsx'
import type { Selection } from '../../../ui/table/selection.ts'
import classes from './compose.module.css'

/** Campaigns whose clients get a contract. */
export function CampaignChoice({ selection }: { selection: Selection }) {
  const campaigns = useQuery(api.campaigns.list.queryOptions({ input: {} }))
  return (
    <Section title="Campaigns" note="One contract is made with the client of each.">
      <Answer query={campaigns} what="The campaigns could not be read">
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState
              title="No campaigns yet"
              action={<Button renderRoot={(props) => <Link {...props} to="/campaigns/new" />}>New campaign</Button>}
            >
              An insertion order takes its budget, dates and posts from a campaign.
            </EmptyState>
          ) : (
            <div className={classes.people}>
              {rows.map(({ id, name, clientName }) => (
                <Checkbox
                  key={id}
                  checked={selection.ids.has(id)}
                  onChange={() => selection.toggle(id)}
                  label={clientName}
                  description={name}
                />
              ))}
            </div>
          )
        }
      </Answer>
    </Section>
  )
}
