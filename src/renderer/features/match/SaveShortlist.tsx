import { Button, Popover, Stack, TextInput } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { client } from '../../api/client.ts'
import { useChange } from '../../api/use-change.ts'
import { counted } from '../../ui/format.ts'
import type { Need } from './match-search.ts'

/** Keeps a selection under a name, with what was asked of the match that found it. */
export function SaveShortlist({ ids, need }: { ids: string[]; need?: Need | undefined }) {
  const [isOpen, setOpen] = useState(false)
  const navigate = useNavigate()
  const [name, setName] = useState('')
  const save = useChange(client.shortlists.create, {
    done: (_, input) => `Saved the shortlist ${input.name}`,
    onDone: ({ id }) => void navigate({ to: '/shortlists/$shortlistId', params: { shortlistId: id } }),
  })
  const keep = () =>
    save.mutate({ name: name.trim(), creatorIds: ids, ...(need && { need }), ...(need?.campaignId && { campaignId: need.campaignId }) })
  return (
    <Popover opened={isOpen} onChange={setOpen} position="top" width={300} trapFocus>
      <Popover.Target>
        <Button onClick={() => setOpen(!isOpen)}>Save as shortlist</Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Save as shortlist">
        <form
          onSubmit={(event) => {
            event.preventDefault()
            if (name.trim() !== '') keep()
          }}
        >
          <Stack gap="sm">
            <TextInput
              label="Name of the shortlist"
              value={name}
              maxLength={300}
              onChange={({ currentTarget }) => setName(currentTarget.value)}
              data-autofocus
            />
            <Button type="submit" variant="filled" disabled={name.trim() === ''} loading={save.isPending}>
              Save {counted(ids.length, 'creator')}
            </Button>
          </Stack>
        </form>
      </Popover.Dropdown>
    </Popover>
  )
}
