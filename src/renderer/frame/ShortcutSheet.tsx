import { Group, Kbd, Stack, Text } from '@mantine/core'
import { Dialog } from '../ui/Dialog.tsx'
import { navigation, settingsPage } from './navigation.ts'

const everywhere = [
  { keys: ['Ctrl', 'K'], does: 'Search and commands' },
  { keys: ['/'], does: 'To the search field of the page' },
  { keys: ['Ctrl', 'Z'], does: 'Undo the last change' },
  { keys: ['Esc'], does: 'Close the panel' },
  { keys: ['?'], does: 'This sheet' },
]
const inTables = [
  { keys: ['↑', '↓'], does: 'Move by row' },
  { keys: ['Enter'], does: 'Open the row' },
  { keys: ['Space'], does: 'Select the row' },
  { keys: ['Shift', '↓'], does: 'Select on' },
  { keys: ['PgUp', 'PgDn'], does: 'Move by page' },
  { keys: ['Home', 'End'], does: 'First and last row' },
  { keys: ['Ctrl', 'A'], does: 'Select all of the filter' },
]
const onHeadings = [
  { keys: ['Enter'], does: 'Sort by the column' },
  { keys: ['Shift', '→'], does: 'Wider' },
  { keys: ['Shift', '←'], does: 'Narrower' },
  { keys: ['Ctrl', '→'], does: 'Move to the right' },
  { keys: ['Ctrl', '←'], does: 'Move to the left' },
]

/** The keys, opened with `?`. */
export function ShortcutSheet({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const pages = [...navigation, settingsPage].map(({ key, label }) => ({ keys: ['G', key.toUpperCase()], does: label }))
  return (
    <Dialog isOpen={opened} onClose={onClose} title="Keys" width={620}>
      <Group align="flex-start" grow gap="xl">
        <Stack gap="lg">
          <Keys title="Everywhere" keys={everywhere} />
          <Keys title="In tables" keys={inTables} />
        </Stack>
        <Stack gap="lg">
          <Keys title="Go to" keys={pages} />
          <Keys title="On a heading of the roster" keys={onHeadings} />
        </Stack>
      </Group>
    </Dialog>
  )
}

function Keys({ title, keys }: { title: string; keys: readonly { keys: readonly string[]; does: string }[] }) {
  return (
    <Stack gap={6}>
      <Text fw={600} component="h3" m={0}>
        {title}
      </Text>
      {keys.map(({ keys, does }) => (
        <Group key={does} justify="space-between" wrap="nowrap">
          <Text c="dimmed">{does}</Text>
          <Group gap={4} wrap="nowrap">
            {keys.map((key) => (
              <Kbd key={key}>{key}</Kbd>
            ))}
          </Group>
        </Group>
      ))}
    </Stack>
  )
}
