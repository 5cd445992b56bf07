import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useId, useState } from 'react'
import type { z } from 'zod'
import type { DuplicatePair as PairSchema } from '#src/shared/contract/duplicates.ts'
import { client } from '../../api/client.ts'
import { useChange } from '../../api/use-change.ts'
import { Day } from '../../ui/figures.tsx'
import { counted, formatCompact } from '../../ui/format.ts'
import { StatusDot } from '../../ui/StatusDot.tsx'
import { platformLabel } from '../creators/platform-label.ts'
import classes from './duplicates.module.css'

type Pair = z.infer<typeof PairSchema>
type Side = Pair['one']

/** Two creators side by side: which to keep, merge them, or say that they are not the same. */
export function DuplicatePair({ pair: { one, other, points, evidence } }: { pair: Pair }) {
  const [keptId, setKeptId] = useState(richer(one, other).id)
  const [kept, gone] = keptId === one.id ? [one, other] : [other, one]
  const merge = useChange(client.duplicates.merge, {
    done: ({ notes }) => [`Merged ${gone.name} into ${kept.name}.`, ...notes].join(' '),
  })
  const apart = useChange(client.duplicates.keepApart, { done: `${one.name} and ${other.name} are kept apart` })
  return (
    <article className={classes.pair} aria-label={`${one.name} and ${other.name}`}>
      <div className={classes.evidence}>
        <StatusDot tone={points >= 5 ? 'good' : points >= 3 ? 'accent' : 'neutral'}>{sureness(points)}</StatusDot>
        <ul className={classes.reasons}>
          {evidence.map(({ kind, words }) => (
            <li key={kind}>{words}</li>
          ))}
        </ul>
      </div>
      <div className={classes.sides}>
        {[one, other].map((side) => (
          <Card key={side.id} side={side} isKept={side.id === keptId} onKeep={() => setKeptId(side.id)} group={`${one.id} ${other.id}`} />
        ))}
      </div>
      <div className={classes.actions}>
        <Button loading={apart.isPending} onClick={() => apart.mutate({ oneId: one.id, otherId: other.id })}>
          Not the same
        </Button>
        <Button variant="filled" loading={merge.isPending} onClick={() => merge.mutate({ keepId: kept.id, otherIds: [gone.id] })}>
          Merge into {kept.name}
        </Button>
      </div>
    </article>
  )
}

interface CardProps {
  side: Side
  isKept: boolean
  onKeep: () => void
  group: string
}

function Card({ side, isKept, onKeep, group }: CardProps) {
  const id = useId()
  const { name, accounts, email, phone, city, country, niches, campaigns, createdAt } = side
  const place = [city, country].filter(Boolean).join(', ')
  return (
    <div className={classes.side} data-kept={isKept || undefined}>
      <div className={classes.who}>
        <input type="radio" id={id} name={group} checked={isKept} onChange={onKeep} />
        <label htmlFor={id}>Keep {name}</label>
        <Link to="/roster/$creatorId" params={{ creatorId: side.id }} className={classes.open}>
          Open
        </Link>
      </div>
      {accounts.map(({ platform, handle, followers }) => (
        <span key={`${platform} ${handle}`} className={classes.line}>
          {platformLabel(platform)} @{handle} <span className={classes.soft}>{formatCompact(followers)}</span>
        </span>
      ))}
      {[email, phone, place, niches.join(', ')].map(
        (line) =>
          line && (
            <span key={line} className={classes.line}>
              {line}
            </span>
          ),
      )}
      <span className={classes.soft}>
        {counted(campaigns, 'campaign')}, on file since <Day value={createdAt.slice(0, 10)} />
      </span>
    </div>
  )
}

/** The one of whom more is on file: work first, then accounts, then age. */
function richer(one: Side, other: Side): Side {
  const difference = other.campaigns - one.campaigns || other.accounts.length - one.accounts.length
  if (difference !== 0) return difference > 0 ? other : one
  return other.createdAt < one.createdAt ? other : one
}

function sureness(points: number): string {
  if (points >= 5) return 'Very likely the same'
  return points >= 3 ? 'Likely the same' : 'Possibly the same'
}
