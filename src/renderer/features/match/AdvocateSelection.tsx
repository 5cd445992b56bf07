import { Button, Popover, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { client } from '../../api/client.ts'
import { useChange } from '../../api/use-change.ts'
import { counted } from '../../ui/format.ts'
import { SelectionBar } from '../../ui/SelectionBar.tsx'
import type { Selection } from '../../ui/table/selection.ts'
import { ClientPicker } from '../clients/ClientPicker.tsx'
import { unknownId } from './advocate-columns.tsx'
import type { Report } from './FileColumns.tsx'
import { SaveShortlist } from './SaveShortlist.tsx'

interface AdvocateSelectionProps {
  report: Report
  known: Selection
  unknown: Selection
}

/** Takes over chosen people: those on the roster get a tag, unknown ones become creators, all as one change. */
export function AdvocateSelection({ report, known, unknown }: AdvocateSelectionProps) {
  const people = report.unknown.filter((one) => unknown.ids.has(unknownId(one)))
  const creatorIds = [...known.ids]
  const clear = () => {
    known.clear()
    unknown.clear()
  }
  return (
    <SelectionBar count={people.length + creatorIds.length} noun="advocate" onClear={clear}>
      {people.length === 0 && <SaveShortlist ids={creatorIds} />}
      <TakeOver people={people} creatorIds={creatorIds} onDone={clear} />
    </SelectionBar>
  )
}

interface TakeOverProps {
  people: Report['unknown']
  creatorIds: string[]
  onDone: () => void
}

function TakeOver({ people, creatorIds, onDone }: TakeOverProps) {
  const [isOpen, setOpen] = useState(false)
  const [clientId, setClientId] = useState<string | null>(null)
  const placed = people.flatMap(({ platform, handle, name, followers }) =>
    platform === null ? [] : [{ platform, handle, name, followers }],
  )
  const take = useChange(client.match.addAdvocates, {
    done: ({ added, tagged, tag }) => `Added ${counted(added.length, 'creator')}, tagged ${counted(tagged, 'creator')} “${tag}”`,
    onDone: () => {
      setOpen(false)
      onDone()
    },
  })
  const placeless = people.length - placed.length
  return (
    <Popover opened={isOpen} onChange={setOpen} position="top" width={320} trapFocus closeOnClickOutside={false}>
      <Popover.Target>
        <Button variant="filled" onClick={() => setOpen(!isOpen)}>
          Take over
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Take over as advocates">
        <Stack gap="sm">
          <ClientPicker value={clientId} onChange={setClientId} isRequired />
          <Text size="sm" c="dimmed">
            {placed.length > 0 && `${counted(placed.length, 'handle')} will be added to the roster. `}
            {creatorIds.length > 0 && `${counted(creatorIds.length, 'creator')} will be tagged. `}
            {placeless > 0 && `${counted(placeless, 'handle')} without a platform stay out; choose the platform on the left.`}
          </Text>
          <Button
            variant="filled"
            disabled={clientId === null || placed.length + creatorIds.length === 0}
            loading={take.isPending}
            onClick={() => clientId && take.mutate({ clientId, creatorIds, people: placed })}
          >
            Take over {counted(placed.length + creatorIds.length, 'advocate')}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}
