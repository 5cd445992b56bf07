import { Button, Group, Select, Stack } from '@mantine/core'
import { useState } from 'react'
import { client } from '../../api/client.ts'
import { useSave } from '../../api/use-save.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { counted } from '../../ui/format.ts'
import type { Chosen } from './chosen.ts'
import { firstKitSettings } from './kit-settings.ts'
import { KitFields } from './KitFields.tsx'

/** A media kit for each creator of a selection or a shortlist, in one zip. How far it is stands at the foot of the sidebar, with Cancel. */
export function MediaKitsDialog({ chosen, onClose }: { chosen: Chosen; onClose: () => void }) {
  const [settings, setSettings] = useState(firstKitSettings)
  const [format, setFormat] = useState<'pdf' | 'html'>('pdf')
  const save = useSave<{ fileName: string; kits: number; notices: string[] }>()
  const onSave = () =>
    save.mutate({
      title: 'Save media kits',
      name: 'media kits.zip',
      write: (file) => {
        onClose()
        return client.reports.mediaKits({ ...chosen, ...settings, format, file })
      },
      done: ({ kits, fileName, notices }) =>
        [`Wrote ${counted(kits, 'media kit')} to ${fileName}`, ...notices.slice(0, 2), ...(notices.length > 2 ? ['…'] : [])].join('. '),
    })
  return (
    <Dialog title="Media kits" onClose={onClose} width={380}>
      <Stack gap="sm">
        <KitFields value={settings} onChange={setSettings} />
        <Select
          label="Files"
          allowDeselect={false}
          value={format}
          onChange={(value) => value && setFormat(value)}
          data={[
            { value: 'pdf', label: 'PDF' },
            { value: 'html', label: 'HTML' },
          ]}
        />
        <Group gap="xs">
          <Button variant="filled" loading={save.isPending} onClick={onSave}>
            Save as one zip
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
