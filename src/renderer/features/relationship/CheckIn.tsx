import { Select } from '@mantine/core'
import { CHECK_IN_DAYS } from '#src/shared/domain/relationship/check-in.ts'
import { client } from '../../api/client.ts'
import { useChange } from '../../api/use-change.ts'
import { Field, Fields, Section } from '../../ui/fields.tsx'
import { Day } from '../../ui/figures.tsx'
import type { RelationshipOfPanel } from './relationship-types.ts'
import classes from './relationship.module.css'

const usual = [CHECK_IN_DAYS.least, CHECK_IN_DAYS.usual, CHECK_IN_DAYS.most]

/** When they were last written to, and when they are to be again. */
export function CheckIn({
  creatorId,
  checkIn,
  lastContactOn,
}: { creatorId: string } & Pick<RelationshipOfPanel, 'checkIn' | 'lastContactOn'>) {
  const set = useChange(client.relationship.setCheckIn, {
    done: (_, { everyDays }) => (everyDays === null ? 'Check-ins ended' : `Check-ins every ${everyDays} days`),
  })
  const every = checkIn?.everyDays ?? null
  const choices = [...new Set([...usual, ...(every === null ? [] : [every])])].toSorted((a, b) => a - b)
  return (
    <Section title="Check-ins">
      <div className={classes.checkIn}>
        <Select
          label="Write to them"
          allowDeselect={false}
          data={[
            { value: 'never', label: 'No check-ins' },
            ...choices.map((days) => ({ value: String(days), label: days % 7 === 0 ? `Every ${days / 7} weeks` : `Every ${days} days` })),
          ]}
          value={every === null ? 'never' : String(every)}
          disabled={set.isPending}
          onChange={(value) =>
            set.mutate({ creatorIds: [creatorId], everyDays: value === null || value === 'never' ? null : Number(value) })
          }
        />
        <Fields>
          <Field name="Last contact">{lastContactOn && <Day value={lastContactOn} />}</Field>
          {checkIn && (
            <Field name="Next">
              <Day value={checkIn.dueOn} />
            </Field>
          )}
        </Fields>
      </div>
    </Section>
  )
}
