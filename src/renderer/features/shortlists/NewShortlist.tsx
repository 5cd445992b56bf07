import { Button, Group, Stack, TextInput } from '@mantine/core'
import { useState, type SyntheticEvent } from 'react'
import { client } from '../../api/client.ts'
import { useChange } from '../../api/use-change.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { ForWhom, type Whom } from './ForWhom.tsx'

interface NewShortlistProps {
  onClose: () => void
  onMade: (id: string) => void
}

/** Asks what a shortlist is called and whom it is for. */
export function NewShortlist({ onClose, onMade }: NewShortlistProps) {
  const [name, setName] = useState('')
  const [whom, setWhom] = useState<Whom>({ clientId: null, campaignId: null })
  const create = useChange(client.shortlists.create, { done: `Made the shortlist ${name}`, onDone: ({ id }) => onMade(id) })
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    create.mutate({ name, ...whom })
  }
  return (
    <Dialog title="New shortlist" onClose={onClose} width={420}>
      <form onSubmit={submit}>
        <Stack gap="md">
          <TextInput
            label="Name"
            required
            value={name}
            maxLength={300}
            onChange={({ currentTarget }) => setName(currentTarget.value)}
            data-autofocus
          />
          <ForWhom value={whom} onChange={setWhom} />
          <Group justify="flex-end">
            <Button onClick={onClose}>Cancel</Button>
            <Button type="submit" variant="filled" disabled={name.trim() === ''} loading={create.isPending}>
              Make shortlist
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
