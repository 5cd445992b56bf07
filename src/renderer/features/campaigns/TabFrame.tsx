import { Outlet } from '@tanstack/react-router'
import { use, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { PanelSlot } from './panel-slot.ts'
import classes from './campaign.module.css'

interface TabFrameProps {
  /** Left of the row above the content: views, filters. */
  tools?: ReactNode
  /** Right of that row; the last one may be the primary action. */
  actions?: ReactNode
  /** `false` for content that fills the height and scrolls by itself. */
  scrolls?: boolean
  children: ReactNode
}

/** One tab of a campaign: a row of tools, its content, and the detail of a child address beside the page. */
export function TabFrame({ tools, actions, scrolls = true, children }: TabFrameProps) {
  const slot = use(PanelSlot)
  return (
    <>
      {(tools || actions) && (
        <div className={classes.tools}>
          {tools}
          <div className={classes.toolActions}>{actions}</div>
        </div>
      )}
      <div className={scrolls ? classes.scroller : classes.filled}>{children}</div>
      {slot && createPortal(<Outlet />, slot)}
    </>
  )
}
