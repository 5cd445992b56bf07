import { Button, Menu } from '@mantine/core'
import { client } from '../../api/client.ts'
import { useChange } from '../../api/use-change.ts'
import { counted, today } from '../../ui/format.ts'
import { SelectionBar } from '../../ui/SelectionBar.tsx'
import { deliverableStatuses, type Deliverable, type Status } from './deliverable-words.ts'
import { DeliverableStatusDot } from './DeliverableStatusDot.tsx'

/** What can be done with chosen deliverables. */
export function DeliverablesSelection({ rows, onClear }: { rows: readonly Deliverable[]; onClear: () => void }) {
  const ids = rows.map(({ id }) => id)
  const update = useChange(client.deliverables.update, {
    done: (_, input) => `${counted(input.ids.length, 'deliverable')} set to “${input.changes.status}”`,
  })
  const remove = useChange(client.deliverables.remove, {
    done: (_, input) => `${counted(input.ids.length, 'deliverable')} removed`,
    onDone: onClear,
  })
  const setStatus = (status: Status) => {
    // What goes live without a time of its own went live today.
    const isDated = status !== 'posted' || rows.every(({ postedAt }) => postedAt !== null)
    update.mutate({ ids, changes: isDated ? { status } : { status, postedAt: `${today()}T12:00:00Z` } })
  }
  return (
    <SelectionBar count={ids.length} noun="deliverable" onClear={onClear}>
      <Menu position="top">
        <Menu.Target>
          <Button size="compact-sm" loading={update.isPending}>
            Set status
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {deliverableStatuses.map((status) => (
            <Menu.Item key={status} onClick={() => setStatus(status)}>
              <DeliverableStatusDot status={status} />
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Button size="compact-sm" loading={remove.isPending} onClick={() => remove.mutate({ ids })}>
        Remove
      </Button>
    </SelectionBar>
  )
}
