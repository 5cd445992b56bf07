import { Button, Popover, Select, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, client } from '../../api/client.ts'
import { useChange } from '../../api/use-change.ts'
import { counted } from '../../ui/format.ts'

const making = 'new:'

/** Puts a selection of creators on a shortlist; a name that is not there yet makes a new one. */
export function AddToShortlist({ ids }: { ids: string[] }) {
  const [isOpen, setOpen] = useState(false)
  const [chosen, setChosen] = useState<string | null>(null)
  const [typed, setTyped] = useState('')
  const shortlists = useQuery(api.shortlists.list.queryOptions({ input: {}, enabled: isOpen }))
  const close = () => {
    setOpen(false)
    setChosen(null)
    setTyped('')
  }
  const add = useChange(client.shortlists.addCreators, {
    done: ({ added, alreadyIn }) => `Added ${counted(added, 'creator')}${alreadyIn > 0 ? `; ${alreadyIn} already on the shortlist` : ''}`,
    onDone: close,
  })
  const create = useChange(client.shortlists.create, {
    done: (_, { name }) => `Made the shortlist ${name} with ${counted(ids.length, 'creator')}`,
    onDone: close,
  })
  const known = (shortlists.data ?? []).map(({ id, name, clientName }) => ({
    value: id,
    label: clientName ? `${name} · ${clientName}` : name,
  }))
  const words = typed.trim()
  const isNew =
    words !== '' &&
    !shortlists.data?.some(({ name }) => name.toLowerCase() === words.toLowerCase()) &&
    !known.some(({ label }) => label === words)
  const name = chosen?.startsWith(making) ? chosen.slice(making.length) : null
  const submit = () => {
    if (name !== null) create.mutate({ name, creatorIds: ids })
    else if (chosen !== null) add.mutate({ id: chosen, creatorIds: ids })
  }
  return (
    <Popover opened={isOpen} onChange={setOpen} position="top" width={300} trapFocus>
      <Popover.Target>
        <Button onClick={() => setOpen(!isOpen)}>Add to shortlist</Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Add to shortlist">
        <Stack gap="sm">
          <Select
            label="Shortlist"
            placeholder="Choose one, or type a new name"
            searchable
            searchValue={typed}
            onSearchChange={setTyped}
            value={chosen}
            onChange={setChosen}
            comboboxProps={{ withinPortal: false }}
            data-autofocus
            data={[
              ...known,
              ...(name !== null ? [{ value: `${making}${name}`, label: name }] : []),
              ...(isNew && words !== name ? [{ value: `${making}${words}`, label: words }] : []),
            ]}
            renderOption={({ option }) => (option.value.startsWith(making) ? `Make “${option.label}”` : option.label)}
          />
          <Button variant="filled" disabled={chosen === null} loading={add.isPending || create.isPending} onClick={submit}>
            {name === null ? `Add ${counted(ids.length, 'creator')}` : `Make it with ${counted(ids.length, 'creator')}`}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}
