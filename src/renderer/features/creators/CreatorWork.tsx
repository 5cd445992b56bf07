import { Link } from '@tanstack/react-router'
import { Day } from '../../ui/figures.tsx'
import { EmptyState } from '../../ui/states.tsx'
import type { CreatorOfPanel } from './creator-types.ts'
import classes from './panel.module.css'

/** Campaigns the creator took part in, newest first. */
export function CreatorWork({ creator: { work } }: { creator: CreatorOfPanel }) {
  if (work.length === 0) return <EmptyState title="No work together yet">Campaigns this creator takes part in stand here.</EmptyState>
  return (
    <ul className={classes.list}>
      {work.map(({ collaborationId, campaignId, campaignName, clientName, stage, startsOn }) => (
        <li key={collaborationId} className={classes.item}>
          <Link to="/campaigns/$campaignId" params={{ campaignId }} className={classes.itemName}>
            {campaignName}
          </Link>
          <span className={classes.soft}>{clientName}</span>
          <span className={classes.itemEnd}>{stage}</span>
          <Day value={startsOn} />
        </li>
      ))}
    </ul>
  )
}
