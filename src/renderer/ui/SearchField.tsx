import { TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import classes from './fields.module.css'

interface SearchFieldProps {
  label: string
  value: string
  onSearch: (words: string) => void
  /** Takes the focus when its dialog opens. */
  isFirst?: boolean
}

/** Searches while typing; `/` puts the cursor here, Escape empties it. */
export function SearchField({ label, value, onSearch, isFirst = false }: SearchFieldProps) {
  const [typed, setTyped] = useState(value)
  const [before, setBefore] = useState(value)
  const tell = useDebouncedCallback(onSearch, 120)
  if (before !== value) {
    setBefore(value)
    if (value !== typed.trim()) setTyped(value)
  }
  const type = (next: string) => {
    setTyped(next)
    tell(next.trim())
  }
  return (
    <TextInput
      type="search"
      aria-label={label}
      placeholder="Search"
      data-autofocus={isFirst || undefined}
      className={classes.search}
      value={typed}
      maxLength={200}
      leftSection={<IconSearch size={14} stroke={1.5} aria-hidden />}
      onChange={({ currentTarget }) => type(currentTarget.value)}
      // Who leaves the field goes elsewhere; a search that came later would bring them back.
      onBlur={() => tell.flush()}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || typed === '') return
        event.preventDefault()
        type('')
      }}
    />
  )
}
