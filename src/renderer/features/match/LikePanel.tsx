import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { Panel } from '../../ui/Panel.tsx'
import { FactList } from './FactList.tsx'
import type { Alike } from './like-columns.tsx'
import classes from './match.module.css'

/** In what one creator is like another. */
export function LikePanel({ row: { creatorId, name, likeness }, like, onClose }: { row: Alike; like: string; onClose: () => void }) {
  return (
    <Panel
      label={`${name}, like ${like}`}
      header={name}
      onClose={onClose}
      footer={
        <Button renderRoot={(props) => <Link {...props} to="/roster/$creatorId" params={{ creatorId }} search={{}} />}>
          Open the creator
        </Button>
      }
    >
      <p className={classes.verdict}>
        <strong>{likeness.points === null ? '–' : Math.round(likeness.points)}</strong> of 100 like {like}.{' '}
        {Math.round(likeness.confidence * 100)} % of what is compared is known.
      </p>
      <FactList facts={likeness.facts} />
    </Panel>
  )
}
