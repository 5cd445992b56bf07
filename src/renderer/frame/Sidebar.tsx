import { ActionIcon, Tooltip } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconLayoutSidebar, IconSearch } from '@tabler/icons-react'
import { spotlight } from '@mantine/spotlight'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '../api/client.ts'
import { navigation, settingsPage } from './navigation.ts'
import classes from './Sidebar.module.css'
import { SidebarJobs } from './SidebarJobs.tsx'
import { useWindowState } from './window-state.ts'

type NavItem = (typeof navigation)[number] | typeof settingsPage

/** Windows that have too little room for the sidebar's words beside a list and a panel; there, it is narrow until asked. */
const tight = '(max-width: 1100px)'

/** The workspace's name, the pages, and at the foot what is running. */
export function Sidebar() {
  const { isSidebarCollapsed, set } = useWindowState()
  const isTight = useMediaQuery(tight, undefined, { getInitialValueInEffect: false })
  const [isWidened, setWidened] = useState(false)
  const isCollapsed = isTight ? !isWidened : isSidebarCollapsed
  const toggle = () => (isTight ? setWidened(!isWidened) : set({ isSidebarCollapsed: !isSidebarCollapsed }))
  const { data: info } = useQuery(api.workspace.info.queryOptions({ input: {} }))
  const toggleLabel = isCollapsed ? 'Widen the sidebar' : 'Narrow the sidebar'
  return (
    <nav className={classes.sidebar} data-collapsed={isCollapsed || undefined} aria-label="Pages">
      <div className={classes.top}>
        {!isCollapsed && (
          <span className={classes.name} title={info?.name}>
            {info?.name ?? ' '}
          </span>
        )}
        <Tooltip label={toggleLabel}>
          <ActionIcon aria-label={toggleLabel} aria-expanded={!isCollapsed} onClick={toggle}>
            <IconLayoutSidebar size={16} stroke={1.5} />
          </ActionIcon>
        </Tooltip>
      </div>
      <button
        type="button"
        className={classes.item}
        onClick={() => spotlight.open()}
        aria-label={isCollapsed ? 'Search' : undefined}
        aria-keyshortcuts="Control+K"
      >
        <IconSearch size={16} stroke={1.5} aria-hidden />
        {!isCollapsed && (
          <>
            <span className={classes.label}>Search</span>
            <kbd className={classes.key}>Ctrl K</kbd>
          </>
        )}
      </button>
      <div className={classes.items}>
        {navigation.map((item) => (
          <SidebarLink key={item.to} item={item} isCollapsed={isCollapsed} />
        ))}
      </div>
      <SidebarJobs isCollapsed={isCollapsed} />
      <SidebarLink item={settingsPage} isCollapsed={isCollapsed} />
    </nav>
  )
}

function SidebarLink({ item: { to, label, icon: Icon }, isCollapsed }: { item: NavItem; isCollapsed: boolean }) {
  return (
    <Tooltip label={label} position="right" disabled={!isCollapsed}>
      <Link
        to={to}
        className={classes.item}
        activeOptions={{ exact: to === '/', includeSearch: false }}
        activeProps={{ 'data-active': true }}
        aria-label={isCollapsed ? label : undefined}
      >
        <Icon size={16} stroke={1.5} aria-hidden />
        {!isCollapsed && <span className={classes.label}>{label}</span>}
      </Link>
    </Tooltip>
  )
}
