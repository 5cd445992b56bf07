import { Button, Popover, Select, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { z } from 'zod'
import type { ShortlistDetail } from '#src/shared/contract/shortlists.ts'
import { api, client } from '../../api/client.ts'
import { useChange } from '../../api/use-change.ts'
import { counted } from '../../ui/format.ts'

interface ToCampaignProps {
  shortlist: z.infer<typeof ShortlistDetail>
  /** Only these; all where nobody is chosen. */
  chosen: string[]
}

/** Makes the creators of a shortlist collaborations of a campaign. */
export function ToCampaign({ shortlist: { id, entries, campaignId: own, clientId }, chosen }: ToCampaignProps) {
  const [isOpen, setOpen] = useState(false)
  const [picked, setPicked] = useState<string | null>(null)
  const campaigns = useQuery(api.campaigns.list.queryOptions({ input: clientId ? { clientId } : {}, enabled: isOpen }))
  const open = campaigns.data?.filter(({ status }) => status === 'draft' || status === 'active') ?? []
  const campaignId = picked ?? (open.some((campaign) => campaign.id === own) ? own : null)
  const add = useChange(client.shortlists.toCampaign, {
    done: ({ added, alreadyIn }) => `Added ${counted(added, 'creator')}${alreadyIn > 0 ? `; ${alreadyIn} already in the campaign` : ''}`,
    onDone: () => setOpen(false),
  })
  const count = chosen.length > 0 ? chosen.length : entries.length
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" width={320} trapFocus>
      <Popover.Target>
        <Button variant="filled" disabled={entries.length === 0} onClick={() => setOpen(!isOpen)}>
          Add to campaign
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Add to campaign">
        {campaigns.data && open.length === 0 ? (
          <Text c="dimmed">There is no open campaign for this. Begin one under Campaigns first.</Text>
        ) : (
          <Stack gap="sm">
            <Select
              label="Campaign"
              placeholder="Choose a campaign"
              searchable
              value={campaignId}
              onChange={setPicked}
              comboboxProps={{ withinPortal: false }}
              data-autofocus
              data={open.map(({ id: value, name, clientName }) => ({ value, label: `${name} · ${clientName}` }))}
            />
            <Button
              variant="filled"
              disabled={campaignId === null}
              loading={add.isPending}
              onClick={() => campaignId !== null && add.mutate({ id, campaignId, ...(chosen.length > 0 ? { creatorIds: chosen } : {}) })}
            >
              Add {counted(count, 'creator')}
            </Button>
          </Stack>
        )}
      </Popover.Dropdown>
    </Popover>
  )
}
