import { Link } from '@tanstack/react-router'
import { Section } from '../../ui/fields.tsx'
import type { RelationshipOfPanel } from './relationship-types.ts'
import classes from './relationship.module.css'

/** The programs they are a member of, and the tier they belong in. */
export function Programs({ programs }: Pick<RelationshipOfPanel, 'programs'>) {
  return (
    <Section title="Programs">
      <ul className={classes.list}>
        {programs.map(({ campaignId, campaignName, kind, tierName }) => (
          <li key={campaignId} className={classes.entry}>
            <Link to="/campaigns/$campaignId" params={{ campaignId }}>
              {campaignName}
            </Link>
            <span className={classes.soft}>{kind}</span>
            <span className={classes.end}>{tierName}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
