import { Button } from '@mantine/core'
import { IconFileExport } from '@tabler/icons-react'
import { client } from '../../api/client.ts'
import { useSave } from '../../api/use-save.ts'
import type { Campaign } from './campaign-words.ts'

/** What can be done with the whole campaign. */
export function CampaignMenu({ campaign: { id, name } }: { campaign: Campaign }) {
  const save = useSave<Awaited<ReturnType<typeof client.exchange.exportCampaign>>>()
  const hand = () => save.mutate({
    title: 'Hand over the campaign', name: `${name.replaceAll(/[\\/:*?"<>|]/g, ' ').trim()}.troupe`, write: (file) => client.exchange.exportCampaign({ id, file }),
    done: (_, fileName) => `Campaign written to ${fileName}`,
  })
  return <Button leftSection={<IconFileExport size={16} stroke={1.5} aria-hidden />} loading={save.isPending} onClick={hand}>Hand over</Button>
}
