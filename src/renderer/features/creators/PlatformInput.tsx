import { Autocomplete, type AutocompleteProps } from '@mantine/core'
import { PLATFORMS } from '#src/shared/domain/platforms.ts'

const labels = PLATFORMS.map(({ label }) => label)

/** A platform: one that the product knows, or any other by its name. Its value is the id where there is one. */
export function PlatformInput({ value, onChange, ...rest }: AutocompleteProps) {
  const shown = PLATFORMS.find(({ id }) => id === value)?.label ?? value
  return (
    <Autocomplete
      label="Platform"
      required
      data={labels}
      value={shown}
      onChange={(typed) => onChange?.(idOf(typed))}
      comboboxProps={{ withinPortal: false }}
      {...rest}
    />
  )
}

function idOf(typed: string): string {
  return PLATFORMS.find(({ label }) => label.toLowerCase() === typed.trim().toLowerCase())?.id ?? typed
}
