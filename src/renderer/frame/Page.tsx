import { useEffect, type ReactNode } from 'react'
import { Count } from '../ui/figures.tsx'
import classes from './Page.module.css'

interface PageProps {
  title: ReactNode
  /** For the window's title, where `title` is not text. */
  name?: string
  count?: number | null
  /** View tabs, left, after the count. */
  tabs?: ReactNode
  /** Search, filter and one primary action, right. */
  actions?: ReactNode
  /** `false` for pages whose content fills the height and scrolls by itself, such as a table. */
  scrolls?: boolean
  /** The detail panel, right of the content: usually `<Outlet />` with a `Panel` in it. */
  panel?: ReactNode
  children: ReactNode
}

/** One page: a title row, its content, and a detail panel that leaves the content in place. */
export function Page({ title, name, count, tabs, actions, scrolls = true, panel, children }: PageProps) {
  const spoken = name ?? (typeof title === 'string' ? title : '')
  useEffect(() => {
    document.title = spoken ? `${spoken} – Troupe` : 'Troupe'
  }, [spoken])
  return (
    <div className={classes.page}>
      <main id="page" tabIndex={-1} className={classes.main} aria-label={spoken || undefined}>
        <header className={classes.header}>
          <h1 className={classes.title}>{title}</h1>
          {count !== undefined && (
            <span className={classes.count}>
              <Count value={count} />
            </span>
          )}
          {tabs && <div className={classes.tabs}>{tabs}</div>}
          {actions && <div className={classes.actions}>{actions}</div>}
        </header>
        <div className={scrolls ? classes.scroller : classes.filled}>{children}</div>
      </main>
      {panel}
    </div>
  )
}
