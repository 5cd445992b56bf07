import { Button, Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { client } from '../../api/client.ts'
import { useChange } from '../../api/use-change.ts'
import { StatusDot } from '../../ui/StatusDot.tsx'
import { sentence, statusTones, type Campaign, type Status } from './campaign-words.ts'

/** Where each status may lead, with the verb that leads there. */
const steps: Readonly<Record<Status, readonly (readonly [Status, string])[]>> = {
  draft: [
    ['active', 'Start campaign'],
    ['cancelled', 'Cancel campaign'],
  ],
  active: [
    ['completed', 'Complete campaign'],
    ['draft', 'Back to draft'],
    ['cancelled', 'Cancel campaign'],
  ],
  completed: [['active', 'Take up again']],
  cancelled: [
    ['active', 'Take up again'],
    ['draft', 'Back to draft'],
  ],
}

/** The campaign's status, and where it may go from here. */
export function StatusMenu({ campaign: { id, status } }: { campaign: Campaign }) {
  const change = useChange(client.campaigns.setStatus, { done: (_, { status: next }) => `Campaign is ${next}` })
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          rightSection={<IconChevronDown size={14} stroke={1.5} aria-hidden />}
          loading={change.isPending}
          aria-label={`Status: ${status}. Change it`}
        >
          <StatusDot tone={statusTones[status]}>{sentence(status)}</StatusDot>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {steps[status].map(([next, verb]) => (
          <Menu.Item key={next} onClick={() => change.mutate({ ids: [id], status: next })}>
            {verb}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
