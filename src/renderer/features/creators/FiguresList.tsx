import { ActionIcon, NumberInput, Table, Tooltip } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { client } from '../../api/client.ts'
import { useChange } from '../../api/use-change.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Day } from '../../ui/figures.tsx'
import type { CreatorAccount } from './creator-types.ts'

const shown = [
  ['followers', 'Followers'],
  ['avgLikes', 'Likes a post'],
  ['avgComments', 'Comments a post'],
  ['avgViews', 'Views a post'],
] as const

interface FiguresListProps {
  handle: string
  snapshots: CreatorAccount['snapshots']
  onClose: () => void
}

/** All figures of an account on file, to correct or take out. A figure is saved when its field is left; an empty one is not known. */
export function FiguresList({ handle, snapshots, onClose }: FiguresListProps) {
  const remove = useChange(client.creators.removeSnapshot, { done: 'Figures taken out' })
  return (
    <Dialog title={`Figures of @${handle}`} onClose={onClose} width={720}>
      <Table horizontalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>As of</Table.Th>
            {shown.map(([name, label]) => (
              <Table.Th key={name}>{label}</Table.Th>
            ))}
            <Table.Th aria-label="Take out" />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {snapshots.map((snapshot) => (
            <Table.Tr key={snapshot.id}>
              <Table.Td style={{ whiteSpace: 'nowrap' }}>
                <Day value={snapshot.takenOn} />
              </Table.Td>
              {shown.map(([name, label]) => (
                <Table.Td key={name}>
                  <FigureCell
                    key={snapshot[name]}
                    id={snapshot.id}
                    name={name}
                    label={`${label} on ${snapshot.takenOn}`}
                    value={snapshot[name]}
                  />
                </Table.Td>
              ))}
              <Table.Td>
                <Tooltip label="Take these figures out">
                  <ActionIcon aria-label={`Take the figures of ${snapshot.takenOn} out`} onClick={() => remove.mutate({ id: snapshot.id })}>
                    <IconTrash size={16} stroke={1.5} />
                  </ActionIcon>
                </Tooltip>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Dialog>
  )
}

interface FigureCellProps {
  id: string
  name: (typeof shown)[number][0]
  label: string
  value: number | null
}

function FigureCell({ id, name, label, value }: FigureCellProps) {
  const [typed, setTyped] = useState<number | string>(value ?? '')
  const update = useChange(client.creators.updateSnapshot, { done: 'Figure corrected' })
  const save = () => {
    const next = typeof typed === 'number' ? typed : null
    if (next !== value) update.mutate({ id, changes: { [name]: next } }, { onError: () => setTyped(value ?? '') })
  }
  return (
    <NumberInput
      aria-label={label}
      hideControls
      min={0}
      allowDecimal={false}
      thousandSeparator
      value={typed}
      onChange={setTyped}
      onBlur={save}
    />
  )
}
