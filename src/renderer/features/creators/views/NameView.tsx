import { Button, Group, Stack, TextInput } from '@mantine/core'
import { useState, type SyntheticEvent } from 'react'
import type { z } from 'zod'
import { ViewContent } from '#src/shared/contract/views.ts'
import { client } from '../../../api/client.ts'
import { useChange } from '../../../api/use-change.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import type { View } from './use-view.ts'

interface NameViewProps {
  /** The view to rename; null saves a new one. */
  view: View | null
  content: z.input<typeof ViewContent>
  onClose: () => void
  onMade: (view: View) => void
}

/** Asks what a view is to be called, and saves it. */
export function NameView({ view, content, onClose, onMade }: NameViewProps) {
  const [name, setName] = useState(view?.name ?? '')
  const create = useChange(client.views.create, {
    done: `Saved the view ${name}`,
    onDone: ({ id }) => {
      onClose()
      onMade({ id, name, content: ViewContent.parse(content), isStarting: false })
    },
  })
  const rename = useChange(client.views.update, { done: `Renamed the view to ${name}`, onDone: onClose })
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    if (view) rename.mutate({ id: view.id, name })
    else create.mutate({ name, content })
  }
  const title = view ? 'Rename the view' : 'Save as a new view'
  return (
    <Dialog title={title} onClose={onClose} width={400}>
      <form onSubmit={submit}>
        <Stack gap="md">
          <TextInput
            label="Name"
            description={view ? undefined : 'Keeps the filters, the order and the columns as they are now.'}
            value={name}
            maxLength={300}
            onChange={({ currentTarget }) => setName(currentTarget.value)}
            data-autofocus
          />
          <Group justify="flex-end">
            <Button onClick={onClose}>Cancel</Button>
            <Button type="submit" variant="filled" disabled={name.trim() === ''} loading={create.isPending || rename.isPending}>
              {view ? 'Rename view' : 'Save view'}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
