import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, client } from '../../api/client.ts'
import { useChange } from '../../api/use-change.ts'
import { ProblemNote } from '../../ui/states.tsx'

interface ClientPickerProps {
  value: string | null
  onChange: (clientId: string) => void
  isRequired?: boolean
}

const adding = 'new:'

/** A client by name; a name that is not there yet can be added in place. */
export function ClientPicker({ value, onChange, isRequired }: ClientPickerProps) {
  const clients = useQuery(api.clients.list.queryOptions({ input: {} }))
  const [search, setSearch] = useState('')
  const add = useChange(client.clients.create, {
    done: (_, { name }) => `Client ${name} added`,
    quiet: true,
    onDone: ({ id }) => onChange(id),
  })
  const known = (clients.data ?? []).map(({ id, name }) => ({ value: id, label: name }))
  const typed = search.trim()
  const isNew = typed !== '' && !known.some(({ label }) => label.toLowerCase() === typed.toLowerCase())
  const choose = (chosen: string | null) => {
    if (chosen?.startsWith(adding)) add.mutate({ name: chosen.slice(adding.length) })
    else if (chosen) onChange(chosen)
  }
  return (
    <div>
      <Select
        label="Client"
        required={isRequired}
        searchable
        searchValue={search}
        onSearchChange={setSearch}
        value={value}
        onChange={choose}
        disabled={add.isPending}
        placeholder={known.length === 0 ? 'Type the name of your first client' : 'Choose, or type a new name'}
        data={isNew ? [...known, { value: adding + typed, label: `Add client “${typed}”` }] : known}
        nothingFoundMessage="Type a name to add a client"
        filter={({ options, search: text }) =>
          options.filter(
            (option) =>
              'label' in option && (option.value.startsWith(adding) || option.label.toLowerCase().includes(text.trim().toLowerCase())),
          )
        }
      />
      <ProblemNote error={add.error ?? clients.error} />
    </div>
  )
}
