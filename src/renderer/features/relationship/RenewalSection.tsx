import { Button, Group } from '@mantine/core'
import { client } from '../../api/client.ts'
import { useChange } from '../../api/use-change.ts'
import { Section } from '../../ui/fields.tsx'
import { formatDay, today } from '../../ui/format.ts'
import { Sparkline } from '../../ui/Sparkline.tsx'
import { Reasons } from './LadderSection.tsx'
import type { RelationshipOfPanel } from './relationship-types.ts'
import classes from './relationship.module.css'

type Renewal = NonNullable<RelationshipOfPanel['renewal']>
const verdicts: Record<Renewal['verdict'], string> = {
  renew: 'The figures say: renew.',
  pause: 'The figures say: pause and talk.',
  end: 'The figures say: end.',
  'not enough data': 'Not enough is on file for a verdict.',
}
const words = { renew: 'Renewed', pause: 'Paused', end: 'Ended' } as const

/** Whether to go on after six months, with what the figures argue. */
export function RenewalSection({ creatorId, renewal }: { creatorId: string; renewal: Renewal }) {
  const decide = useChange(client.relationship.decideRenewal, { done: (_, { decision }) => words[decision] })
  const isDue = renewal.reviewOn <= today()
  return (
    <Section title="Renewal" note={`Together since ${formatDay(renewal.since)}. To be looked at on ${formatDay(renewal.reviewOn)}.`}>
      {isDue && <p className={classes.lead}>{verdicts[renewal.verdict]}</p>}
      <Course name="Engagement" trend={renewal.engagement} />
      <Course name="Conversions" trend={renewal.conversions} />
      <Reasons for={renewal.for} against={renewal.against} unknown={renewal.unknown} />
      {isDue && (
        <Group gap="xs" mt="sm">
          {(['renew', 'pause', 'end'] as const).map((decision) => (
            <Button
              key={decision}
              size="compact-sm"
              loading={decide.isPending && decide.variables.decision === decision}
              onClick={() => decide.mutate({ creatorIds: [creatorId], decision })}
            >
              {{ renew: 'Renew', pause: 'Pause', end: 'End' }[decision]}
            </Button>
          ))}
        </Group>
      )}
    </Section>
  )
}

function Course({ name, trend }: { name: string; trend: Renewal['engagement'] }) {
  if (!trend) return null
  const known = trend.months.filter((month) => month !== null)
  return (
    <p className={classes.course}>
      <span>{name}</span>
      <Sparkline values={known} label={`${name} over six months: ${trend.direction}`} width={96} />
      <span className={classes.soft}>{trend.direction}</span>
    </p>
  )
}
