import { ActionIcon, Menu, Tooltip } from '@mantine/core'
import { IconDots, IconListDetails, IconPencil, IconStar, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { client } from '../../api/client.ts'
import { useChange } from '../../api/use-change.ts'
import type { CreatorAccount } from './creator-types.ts'
import { EditHandle } from './EditHandle.tsx'
import { FiguresList } from './FiguresList.tsx'

/** What can be done with an account. */
export function AccountMenu({ account: { id, handle, isPrimary, snapshots } }: { account: CreatorAccount }) {
  const [opened, setOpened] = useState<'handle' | 'figures' | null>(null)
  const update = useChange(client.creators.updateAccount, { done: `@${handle} is the primary account now` })
  const remove = useChange(client.creators.removeAccount, { done: `Took the account @${handle} out` })
  const close = () => setOpened(null)
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Tooltip label="More">
            <ActionIcon aria-label={`More for @${handle}`}>
              <IconDots size={16} stroke={1.5} />
            </ActionIcon>
          </Tooltip>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPencil size={16} stroke={1.5} />} onClick={() => setOpened('handle')}>
            Change the handle
          </Menu.Item>
          {snapshots.length > 0 && (
            <Menu.Item leftSection={<IconListDetails size={16} stroke={1.5} />} onClick={() => setOpened('figures')}>
              All figures
            </Menu.Item>
          )}
          {!isPrimary && (
            <Menu.Item
              leftSection={<IconStar size={16} stroke={1.5} />}
              onClick={() => update.mutate({ id, changes: { isPrimary: true } })}
            >
              Make it the primary account
            </Menu.Item>
          )}
          <Menu.Item leftSection={<IconTrash size={16} stroke={1.5} />} onClick={() => remove.mutate({ id })}>
            Take the account out
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {opened === 'handle' && <EditHandle id={id} handle={handle} onClose={close} />}
      {opened === 'figures' && <FiguresList handle={handle} snapshots={snapshots} onClose={close} />}
    </>
  )
}
