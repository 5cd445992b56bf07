import type { ReactNode } from 'react'
import classes from './fields.module.css'
import { notKnown } from './format.ts'

/** Names and values below each other: `<Fields><Field name="Country">Portugal</Field></Fields>`. */
export function Fields({ children }: { children: ReactNode }) {
  return <dl className={classes.rows}>{children}</dl>
}

/** One line of `Fields`; "–" where the value is not known. */
export function Field({ name, children }: { name: string; children: ReactNode }) {
  const isUnknown = children === null || children === undefined || children === ''
  return (
    <>
      <dt>{name}</dt>
      <dd title={isUnknown ? 'Not known' : undefined}>{isUnknown ? notKnown : children}</dd>
    </>
  )
}

interface SectionProps {
  title: string
  note?: ReactNode
  /** Buttons beside the title. */
  actions?: ReactNode
  children: ReactNode
}

/** A titled part of a page or panel. */
export function Section({ title, note, actions, children }: SectionProps) {
  return (
    <section className={classes.section} aria-label={title}>
      <div className={classes.sectionHead}>
        <h2>{title}</h2>
        {actions}
      </div>
      {note && <p className={classes.note}>{note}</p>}
      {children}
    </section>
  )
}
