import { Button, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, client } from '../../api/client.ts'
import { useSave } from '../../api/use-save.ts'
import { counted } from '../../ui/format.ts'
import { Section } from '../../ui/fields.tsx'
import { ProblemNote } from '../../ui/states.tsx'
import classes from './files.module.css'

/** One campaign, whole, as one file for a colleague. */
export function CampaignExportPart() {
  const campaigns = useQuery(api.campaigns.list.queryOptions({ input: {} }))
  const [id, setId] = useState<string | null>(null)
  const save = useSave<{ fileName: string; rows: number; attachments: number }>()
  const chosen = campaigns.data?.find((campaign) => campaign.id === id)
  const write = () =>
    chosen &&
    save.mutate({
      title: 'Save campaign file',
      name: `${chosen.name}.troupe`,
      write: (file) => client.exchange.exportCampaign({ id: chosen.id, file }),
      done: ({ fileName, rows, attachments }) => `Wrote ${fileName}: ${counted(rows, 'row')}, ${counted(attachments, 'attachment')}`,
    })
  return (
    <Section title="Campaign for a colleague" note="Everything that belongs to the campaign goes into one file, its signed PDFs included.">
      <ProblemNote error={campaigns.error} />
      <div className={classes.line}>
        <Select
          label="Campaign"
          placeholder={campaigns.data?.length === 0 ? 'There is no campaign yet' : 'Choose a campaign'}
          searchable
          value={id}
          onChange={setId}
          disabled={!campaigns.data?.length}
          data={campaigns.data?.map((campaign) => ({ value: campaign.id, label: `${campaign.name} · ${campaign.clientName}` })) ?? []}
        />
        <Button disabled={!chosen} loading={save.isPending} onClick={write}>
          Save campaign file
        </Button>
      </div>
    </Section>
  )
}
