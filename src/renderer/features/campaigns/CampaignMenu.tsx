import { ActionIcon, Menu, Tooltip } from '@mantine/core'
import { IconBuildingStore, IconDots, IconFileExport } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { client } from '../../api/client.ts'
import { useSave } from '../../api/use-save.ts'
import type { Campaign } from './campaign-words.ts'

/** What can be done with the whole campaign. */
export function CampaignMenu({ campaign: { id, name, clientId, clientName } }: { campaign: Campaign }) {
  const navigate = useNavigate()
  const save = useSave<Awaited<ReturnType<typeof client.exchange.exportCampaign>>>()
  const handOver = () =>
    save.mutate({
      title: 'Hand over the campaign',
      name: `${name.replaceAll(/[\\/:*?"<>|]/g, ' ').trim()}.troupe`,
      write: (file) => client.exchange.exportCampaign({ id, file }),
      done: (_, fileName) => `Campaign written to ${fileName}`,
    })
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Tooltip label="More">
          <ActionIcon aria-label="More for this campaign" loading={save.isPending}>
            <IconDots size={16} stroke={1.5} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconFileExport size={16} stroke={1.5} aria-hidden />} onClick={handOver}>
          Hand over as a file
        </Menu.Item>
        <Menu.Item
          leftSection={<IconBuildingStore size={16} stroke={1.5} aria-hidden />}
          onClick={() => void navigate({ to: '/campaigns/clients/$clientId', params: { clientId }, search: {} })}
        >
          Client {clientName}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
