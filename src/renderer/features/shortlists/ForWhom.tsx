import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../api/client.ts'

export interface Whom {
  clientId: string | null
  campaignId: string | null
}

/** Whom a shortlist is for: a client, and one of its campaigns. */
export function ForWhom({ value: { clientId, campaignId }, onChange }: { value: Whom; onChange: (whom: Whom) => void }) {
  const clients = useQuery(api.clients.list.queryOptions({ input: {} }))
  const campaigns = useQuery(api.campaigns.list.queryOptions({ input: clientId ? { clientId } : {} }))
  const clientOf = (id: string | null) => campaigns.data?.find((campaign) => campaign.id === id)?.clientId
  return (
    <>
      <Select
        label="Client"
        placeholder="Nobody yet"
        clearable
        searchable
        value={clientId}
        data={(clients.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(next) => onChange({ clientId: next, campaignId: next !== null && clientOf(campaignId) === next ? campaignId : null })}
        clearButtonProps={{ 'aria-label': 'Clear the client' }}
      />
      <Select
        label="Campaign"
        placeholder="None yet"
        clearable
        searchable
        value={campaignId}
        data={(campaigns.data ?? []).map(({ id, name, clientName }) => ({
          value: id,
          label: clientId ? name : `${name} · ${clientName}`,
        }))}
        onChange={(next) => onChange({ clientId: clientOf(next) ?? clientId, campaignId: next })}
        clearButtonProps={{ 'aria-label': 'Clear the campaign' }}
      />
    </>
  )
}
