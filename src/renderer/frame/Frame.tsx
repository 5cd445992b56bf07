import { Outlet } from '@tanstack/react-router'
import { useEngineEvents } from '../api/events.ts'
import { CommandPalette } from './CommandPalette.tsx'
import { ConnectionBanner } from './ConnectionBanner.tsx'
import classes from './Frame.module.css'
import { ShortcutSheet } from './ShortcutSheet.tsx'
import { Sidebar } from './Sidebar.tsx'
import { useShortcuts } from './use-shortcuts.ts'
import { useWindowState } from './window-state.ts'

/** Sidebar and page, and what floats over every page. */
export function Frame() {
  useEngineEvents()
  const shortcuts = useShortcuts()
  const density = useWindowState((state) => state.density)
  return (
    <div className={classes.frame} data-density={density}>
      <a href="#page" className={classes.skip} onClick={skipToPage}>
        Skip to the page
      </a>
      <Sidebar />
      <div className={classes.page}>
        <ConnectionBanner />
        <Outlet />
      </div>
      <CommandPalette />
      <ShortcutSheet opened={shortcuts.isSheetOpen} onClose={shortcuts.closeSheet} />
    </div>
  )
}

function skipToPage(event: React.MouseEvent): void {
  event.preventDefault()
  document.querySelector<HTMLElement>('#page')?.focus()
}
