import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core'
import {
  IconArchive,
  IconArrowMerge,
  IconDots,
  IconDownload,
  IconFileImport,
  IconFilter,
  IconTargetArrow,
  IconUsers,
} from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useWindowState } from '../../frame/window-state.ts'
import { SearchField } from '../../ui/SearchField.tsx'
import { filterOf, type RosterSearch } from './roster-search.ts'
import { useExportCreators } from './use-export-creators.ts'

interface RosterActionsProps {
  search: RosterSearch
  onChange: (search: RosterSearch) => void
}

/** Search, filter, the rest of what a list can do, and the one thing most often begun. */
export function RosterActions({ search, onChange }: RosterActionsProps) {
  const { isRailOpen, set } = useWindowState()
  const exporting = useExportCreators()
  const railLabel = isRailOpen ? 'Hide the filters' : 'Show the filters'
  return (
    <>
      <SearchField
        label="Search creators"
        value={search.search ?? ''}
        onSearch={(words) => onChange({ ...search, search: words || undefined })}
      />
      <Tooltip label={railLabel}>
        <ActionIcon
          aria-label={railLabel}
          aria-pressed={isRailOpen}
          variant={isRailOpen ? 'light' : 'subtle'}
          size={30}
          onClick={() => set({ isRailOpen: !isRailOpen })}
        >
          <IconFilter size={16} stroke={1.5} />
        </ActionIcon>
      </Tooltip>
      <Menu position="bottom-end">
        <Menu.Target>
          <Tooltip label="More">
            <ActionIcon aria-label="More" size={30}>
              <IconDots size={16} stroke={1.5} />
            </ActionIcon>
          </Tooltip>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconTargetArrow size={16} stroke={1.5} />} renderRoot={(props) => <Link {...props} to="/match" />}>
            Find creators for a campaign
          </Menu.Item>
          <Menu.Item leftSection={<IconFileImport size={16} stroke={1.5} />} renderRoot={(props) => <Link {...props} to="/files/import" />}>
            Import creators
          </Menu.Item>
          <Menu.Item
            leftSection={<IconArrowMerge size={16} stroke={1.5} />}
            renderRoot={(props) => <Link {...props} to="/roster/duplicates" />}
          >
            Find duplicates
          </Menu.Item>
          <Menu.Item leftSection={<IconDownload size={16} stroke={1.5} />} onClick={() => exporting({ filter: filterOf(search) })}>
            Export this list
          </Menu.Item>
          <Menu.Divider />
          {search.archived ? (
            <Menu.Item leftSection={<IconUsers size={16} stroke={1.5} />} onClick={() => onChange({ ...search, archived: undefined })}>
              Show the roster
            </Menu.Item>
          ) : (
            <Menu.Item leftSection={<IconArchive size={16} stroke={1.5} />} onClick={() => onChange({ ...search, archived: true })}>
              Show the archive
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <Button variant="filled" renderRoot={(props) => <Link {...props} to="/roster/new" search={search} />}>
        Add creator
      </Button>
    </>
  )
}
