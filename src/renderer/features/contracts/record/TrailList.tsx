import { useQuery } from '@tanstack/react-query'
import { api } from '../../../api/client.ts'
import { Section } from '../../../ui/fields.tsx'
import { formatInstant } from '../../../ui/format.ts'
import { Answer } from '../../../ui/states.tsx'
import { StatusDot } from '../../../ui/StatusDot.tsx'
import type { Contract } from '../contract.ts'
import { Hash } from './Hash.tsx'
import classes from './record.module.css'
import { stepText } from './step-text.ts'

/** What happened, who did it and when, each step with the hash that holds it to the one before. */
export function TrailList({ contract: { id, number } }: { contract: Contract }) {
  const trail = useQuery(api.contracts.trail.queryOptions({ input: { id } }))
  return (
    <Section title="Audit trail" note="Each step holds the hash of the one before, so that none can be changed or taken out unseen.">
      <Answer query={trail} what="The audit trail could not be read">
        {({ steps, brokenAt }) => (
          <>
            <StatusDot tone={brokenAt === null ? 'good' : 'bad'}>
              {brokenAt === null ? 'The chain is whole' : `The chain is broken at step ${brokenAt}`}
            </StatusDot>
            <ol className={classes.list}>
              {steps.toReversed().map((step) => (
                <li key={step.sequence} className={classes.entry}>
                  <span className={classes.sequence}>{step.sequence}</span>
                  <div className={classes.words}>
                    <span className={classes.name}>{stepText(step)}</span>
                    <span className={classes.soft}>
                      {step.actor}, {formatInstant(step.at)}
                    </span>
                    <Hash value={step.hash} of={`step ${step.sequence} of contract ${number}`} />
                  </div>
                </li>
              ))}
            </ol>
          </>
        )}
      </Answer>
    </Section>
  )
}
