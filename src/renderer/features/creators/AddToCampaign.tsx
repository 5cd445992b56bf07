import { Button, Popover, Select, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, client } from '../../api/client.ts'
import { useChange } from '../../api/use-change.ts'
import { counted } from '../../ui/format.ts'

/** Puts a selection of creators into a campaign that is not over. */
export function AddToCampaign({ ids }: { ids: string[] }) {
  const [isOpen, setOpen] = useState(false)
  const [campaignId, setCampaignId] = useState<string | null>(null)
  const campaigns = useQuery(api.campaigns.list.queryOptions({ input: {}, enabled: isOpen }))
  const open = campaigns.data?.filter(({ status }) => status === 'draft' || status === 'active') ?? []
  const add = useChange(client.campaigns.addCreators, {
    done: ({ added, alreadyIn }) =>
      `Added ${counted(added.length, 'creator')}${alreadyIn > 0 ? `; ${alreadyIn} already in the campaign` : ''}`,
    onDone: () => setOpen(false),
  })
  return (
    <Popover opened={isOpen} onChange={setOpen} position="top" width={300} trapFocus>
      <Popover.Target>
        <Button onClick={() => setOpen(!isOpen)}>Add to campaign</Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Add to campaign">
        {campaigns.data && open.length === 0 ? (
          <Text c="dimmed">There is no open campaign. Begin one under Campaigns first.</Text>
        ) : (
          <Stack gap="sm">
            <Select
              label="Campaign"
              placeholder="Choose a campaign"
              searchable
              value={campaignId}
              onChange={setCampaignId}
              comboboxProps={{ withinPortal: false }}
              data-autofocus
              data={open.map(({ id, name, clientName }) => ({ value: id, label: `${name} · ${clientName}` }))}
            />
            <Button
              variant="filled"
              disabled={!campaignId}
              loading={add.isPending}
              onClick={() => campaignId && add.mutate({ id: campaignId, creatorIds: ids })}
            >
              Add {counted(ids.length, 'creator')}
            </Button>
          </Stack>
        )}
      </Popover.Dropdown>
    </Popover>
  )
}
