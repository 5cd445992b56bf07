import { Select, Stack, Switch } from '@mantine/core'
import { PageSizeField } from './PageSizeField.tsx'
import type { KitSettings } from './kit-settings.ts'

interface KitFieldsProps {
  value: KitSettings
  onChange: (value: KitSettings) => void
}

/** How a media kit is made. */
export function KitFields({ value, onChange }: KitFieldsProps) {
  const set = (changes: Partial<KitSettings>) => onChange({ ...value, ...changes })
  return (
    <Stack gap="sm">
      <Select
        label="Layout"
        allowDeselect={false}
        value={value.layout}
        onChange={(layout) => layout && set({ layout })}
        data={[
          { value: 'one-page', label: 'One page' },
          { value: 'portfolio', label: 'Portfolio, everything in full' },
        ]}
      />
      <PageSizeField value={value.pageSize} onChange={(pageSize) => set({ pageSize })} />
      <Select
        label="Whom to ask"
        allowDeselect={false}
        value={value.contact}
        onChange={(contact) => contact && set({ contact })}
        data={[
          { value: 'agency', label: 'The agency' },
          { value: 'creator', label: 'The creator' },
          { value: 'none', label: 'Nobody named' },
        ]}
      />
      <Switch label="Show rates" checked={value.showRates} onChange={({ currentTarget }) => set({ showRates: currentTarget.checked })} />
    </Stack>
  )
}
