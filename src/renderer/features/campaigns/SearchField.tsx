import { TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import classes from './campaigns.module.css'

interface SearchFieldProps {
  label: string
  value: string
  onSearch: (text: string) => void
  /** Takes the focus when its dialog opens. */
  isFirst?: boolean
}

/** Searches while the person types, a moment after the last key. */
export function SearchField({ label, value, onSearch, isFirst = false }: SearchFieldProps) {
  const [text, setText] = useState(value)
  const search = useDebouncedCallback(onSearch, 150)
  return (
    <TextInput
      type="search"
      data-autofocus={isFirst || undefined}
      aria-label={label}
      placeholder="Search"
      className={classes.search}
      leftSection={<IconSearch size={14} stroke={1.5} aria-hidden />}
      value={text}
      onChange={({ currentTarget }) => {
        setText(currentTarget.value)
        search(currentTarget.value.trim())
      }}
      // Who leaves the field goes elsewhere; a search that came later would bring them back.
      onBlur={() => search.flush()}
    />
  )
}
