import { Outlet } from '@tanstack/react-router'
import { lazy, Suspense, useEffect } from 'react'
import { shell } from '../api/client.ts'
import { useEngineEvents } from '../api/events.ts'
import { sayProblem } from '../api/undo.tsx'
import { CommandPalette } from './CommandPalette.tsx'
import { ConnectionBanner } from './ConnectionBanner.tsx'
import classes from './Frame.module.css'
import { useHandOver } from './hand-over.ts'
import { ShortcutSheet } from './ShortcutSheet.tsx'
import { Sidebar } from './Sidebar.tsx'
import { useShortcuts } from './use-shortcuts.ts'
import { useWindowState } from './window-state.ts'

const HandOverScreen = lazy(() => import('../features/contracts/hand-over/HandOverScreen.tsx'))

/** The window: the agency's own, or, while it is handed over, one contract and nothing else, whatever the address says. */
export function Frame() {
  useEngineEvents()
  const handedOver = useHandOver((state) => state.handedOver)
  const isHandedOver = handedOver !== null
  useEffect(() => {
    shell.handOver(isHandedOver).catch(sayProblem)
  }, [isHandedOver])
  return handedOver ? (
    <Suspense fallback={null}>
      <ConnectionBanner />
      <HandOverScreen contractId={handedOver.contractId} identified={handedOver.identified} />
    </Suspense>
  ) : (
    <OwnWindow />
  )
}

/** Sidebar and page, and what floats over every page. */
function OwnWindow() {
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
