import { Button, Menu } from '@mantine/core'
import { IconCheck, IconChevronDown, IconDeviceFloppy, IconPencil, IconPlus, IconRestore, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { client } from '../../../api/client.ts'
import { useChange } from '../../../api/use-change.ts'
import type { RosterSearch } from '../roster-search.ts'
import { NameView } from './NameView.tsx'
import { searchOf, type View, type ViewInUse } from './use-view.ts'
import classes from './views.module.css'

interface ViewMenuProps {
  inUse: ViewInUse
  /** Opens another view, or the whole roster. */
  onOpen: (search: RosterSearch) => void
}

const icon = { size: 16, stroke: 1.5 }

/** Which view of the roster is shown, and whether it has been changed; opens, saves, renames and deletes views. */
export function ViewMenu({ inUse, onOpen }: ViewMenuProps) {
  const { views, view, content, isChanged, changeLayout } = inUse
  const [naming, setNaming] = useState<'new' | 'rename' | null>(null)
  const save = useChange(client.views.update, { done: 'View saved', onDone: () => changeLayout(null) })
  const remove = useChange(client.views.delete, { done: () => `Deleted the view ${view?.name}`, onDone: () => onOpen({}) })
  const own = view && !view.isStarting ? view : null
  const open = (next: View) => {
    changeLayout(null)
    onOpen(searchOf(next))
  }
  return (
    <>
      <Menu position="bottom-start" width={260} withinPortal={false} withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <Button variant="subtle" color="gray" rightSection={<IconChevronDown size={14} stroke={1.5} />} className={classes.view}>
            <span className={classes.name}>{view?.name ?? 'All creators'}</span>
          </Button>
        </Menu.Target>
        <Menu.Dropdown aria-label="Views" className={classes.menu}>
          <Choice name="All creators" isChosen={view === null} onClick={() => onOpen({})} />
          {views.map((other) => (
            <Choice key={other.id} name={other.name} isChosen={other.id === view?.id} onClick={() => open(other)} />
          ))}
          <Menu.Divider />
          {own && isChanged && (
            <Menu.Item leftSection={<IconDeviceFloppy {...icon} />} onClick={() => save.mutate({ id: own.id, content })}>
              Save the changes
            </Menu.Item>
          )}
          {view && isChanged && (
            <Menu.Item leftSection={<IconRestore {...icon} />} onClick={() => open(view)}>
              Discard the changes
            </Menu.Item>
          )}
          <Menu.Item leftSection={<IconPlus {...icon} />} onClick={() => setNaming('new')}>
            Save as a new view
          </Menu.Item>
          {own && (
            <>
              <Menu.Item leftSection={<IconPencil {...icon} />} onClick={() => setNaming('rename')}>
                Rename the view
              </Menu.Item>
              <Menu.Item leftSection={<IconTrash {...icon} />} onClick={() => remove.mutate({ ids: [own.id] })}>
                Delete the view
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      {isChanged && (
        <span className={classes.changed}>
          Edited
          <Button
            size="compact-xs"
            variant="light"
            loading={save.isPending}
            onClick={() => (own ? save.mutate({ id: own.id, content }) : setNaming('new'))}
          >
            Save view
          </Button>
        </span>
      )}
      {naming !== null && (
        <NameView
          view={naming === 'rename' ? own : null}
          content={content}
          onClose={() => setNaming(null)}
          onMade={(made) => {
            changeLayout(null)
            onOpen(searchOf(made))
          }}
        />
      )}
    </>
  )
}

function Choice({ name, isChosen, onClick }: { name: string; isChosen: boolean; onClick: () => void }) {
  return (
    <Menu.Item
      onClick={onClick}
      aria-current={isChosen || undefined}
      leftSection={isChosen ? <IconCheck {...icon} /> : <span className={classes.blank} />}
    >
      {name}
    </Menu.Item>
  )
}
