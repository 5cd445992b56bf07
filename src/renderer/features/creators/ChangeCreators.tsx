import { Button, Group, Menu, Stack, TextInput } from '@mantine/core'
import { IconUser } from '@tabler/icons-react'
import { useState, type SyntheticEvent } from 'react'
import { RelationshipStage } from '#src/shared/contract/creators.ts'
import { client } from '../../api/client.ts'
import { useChange } from '../../api/use-change.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { counted } from '../../ui/format.ts'
import { StatusDot } from '../../ui/StatusDot.tsx'
import { stageTones, stageWord } from './stages.ts'

/** Says of a selection of creators how far the relationship is, or who looks after them. */
export function ChangeCreators({ ids }: { ids: string[] }) {
  const [isAsking, setAsking] = useState(false)
  const change = useChange(client.creators.setStage, {
    done: ({ changed }, { stage }) => `Set ${counted(changed, 'creator')} to ${stageWord(stage)}`,
  })
  return (
    <>
      <Menu position="top" withinPortal={false} withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <Button loading={change.isPending}>Change</Button>
        </Menu.Target>
        <Menu.Dropdown aria-label="Change the chosen creators">
          <Menu.Label>Relationship</Menu.Label>
          {RelationshipStage.options.map((stage) => (
            <Menu.Item key={stage} onClick={() => change.mutate({ ids, stage })}>
              <StatusDot tone={stageTones[stage]}>{stageWord(stage)}</StatusDot>
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item leftSection={<IconUser size={16} stroke={1.5} />} onClick={() => setAsking(true)}>
            Set the owner
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {isAsking && <OwnerDialog ids={ids} onClose={() => setAsking(false)} />}
    </>
  )
}

function OwnerDialog({ ids, onClose }: { ids: string[]; onClose: () => void }) {
  const [owner, setOwner] = useState('')
  const name = owner.trim() || null
  const change = useChange(client.creators.setOwner, {
    done: ({ changed }) =>
      name === null ? `Took the owner off ${counted(changed, 'creator')}` : `Gave ${counted(changed, 'creator')} to ${name}`,
    onDone: onClose,
  })
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    change.mutate({ ids, owner: name })
  }
  return (
    <Dialog title="Set the owner" onClose={onClose} width={400}>
      <form onSubmit={submit}>
        <Stack gap="md">
          <TextInput
            label="Owner"
            description="Who at the agency looks after them. Leave it empty for nobody."
            maxLength={200}
            value={owner}
            onChange={({ currentTarget }) => setOwner(currentTarget.value)}
            data-autofocus
          />
          <Group justify="flex-end">
            <Button onClick={onClose}>Cancel</Button>
            <Button type="submit" variant="filled" loading={change.isPending}>
              {name === null ? 'Take the owner off' : 'Set owner'}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
