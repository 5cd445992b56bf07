import { Button, Checkbox } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '../../api/client.ts'
import { counted } from '../../ui/format.ts'
import { Panel } from '../../ui/Panel.tsx'
import { Answer, EmptyState } from '../../ui/states.tsx'
import classes from './clients.module.css'

const route = getRouteApi('/campaigns/clients')

/** The clients of the agency, beside the campaigns. */
export function ClientsPanel() {
  const navigate = route.useNavigate()
  const search = route.useSearch()
  const [isArchive, setArchive] = useState(false)
  const clients = useQuery(api.clients.list.queryOptions({ input: { archived: isArchive } }))
  return (
    <Panel
      label="Clients"
      header="Clients"
      onClose={() => void navigate({ to: '/campaigns', search: (now) => now })}
      footer={
        <>
          <Checkbox
            className={classes.archive}
            label="Archived"
            checked={isArchive}
            onChange={({ currentTarget }) => setArchive(currentTarget.checked)}
          />
          <Button
            variant="filled"
            renderRoot={(props) => <Link {...props} to="/campaigns/clients/$clientId" params={{ clientId: 'new' }} search={search} />}
          >
            New client
          </Button>
        </>
      }
    >
      <Answer query={clients} what="The clients could not be read">
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState title={isArchive ? 'Nothing is archived' : 'No clients yet'}>
              Whom you run campaigns for stands here, with the contact and the address that contracts and invoices need.
            </EmptyState>
          ) : (
            <ul className={classes.list}>
              {rows.map(({ id, name, industry, contactName, campaignCount }) => (
                <li key={id}>
                  <Link to="/campaigns/clients/$clientId" params={{ clientId: id }} search={search} className={classes.row}>
                    <span className={classes.name} title={name}>
                      {name}
                    </span>
                    <span className={classes.detail}>{[industry, contactName].filter(Boolean).join(', ')}</span>
                    <span className={classes.figure}>{counted(campaignCount, 'campaign')}</span>
                  </Link>
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
    </Panel>
  )
}
