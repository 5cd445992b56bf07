import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, client } from '../../api/client.ts'
import { useSave } from '../../api/use-save.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { counted } from '../../ui/format.ts'
import { firstKitSettings } from './kit-settings.ts'
import { KitFields } from './KitFields.tsx'
import { Preview } from './Preview.tsx'
import { SaveButtons } from './SaveButtons.tsx'
import classes from './reports.module.css'

interface MediaKitDialogProps {
  creatorId: string
  name: string
  onClose: () => void
}

/** A creator's media kit: how it is made on the left, how it looks on the right. */
export function MediaKitDialog({ creatorId, name, onClose }: MediaKitDialogProps) {
  const [settings, setSettings] = useState(firstKitSettings)
  const input = { creatorId, ...settings }
  const preview = useQuery({ ...api.reports.mediaKitPreview.queryOptions({ input }), placeholderData: keepPreviousData })
  const save = useSave<{ fileName: string; pages: number | null }>()
  const onSave = (ending: 'pdf' | 'html') =>
    save.mutate({
      title: 'Save media kit',
      name: `${name} media kit.${ending}`,
      write: (file) => client.reports.mediaKit({ ...input, file }),
      done: ({ pages, fileName }) => (pages === null ? `Wrote ${fileName}` : `Wrote ${fileName}, ${counted(pages, 'page')}`),
    })
  return (
    <Dialog title={`Media kit of ${name}`} onClose={onClose} width={1040}>
      <div className={classes.both}>
        <div className={classes.form}>
          <KitFields value={settings} onChange={setSettings} />
          <SaveButtons isBusy={save.isPending} onSave={onSave} />
        </div>
        <Preview query={preview} label={`Media kit of ${name}`} />
      </div>
    </Dialog>
  )
}
