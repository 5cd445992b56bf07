import { Link } from '@tanstack/react-router'
import { client } from '../../../api/client.ts'
import { useChange } from '../../../api/use-change.ts'
import { Field, Fields, Section } from '../../../ui/fields.tsx'
import { Day } from '../../../ui/figures.tsx'
import { DateField } from '../../campaigns/DateField.tsx'
import { canEdit, statusLook, type Contract } from '../contract.ts'
import classes from './duties.module.css'

type Other = Contract['amendedBy'][number]

/** The days of a contract, when somebody is reminded of its end, and the contracts it hangs together with. */
export function TermPart({ contract }: { contract: Contract }) {
  const { id, number, term, amends, amendedBy } = contract
  const update = useChange(client.contracts.update, { done: `Days of contract ${number} changed` })
  const remind = useChange(client.contracts.remind, {
    done: (_, { on }) => (on ? `Reminder for contract ${number} set` : `No reminder for contract ${number}`),
  })
  const isOpen = canEdit(contract)
  return (
    <Section title="Term" note={isOpen ? 'The days follow from the words of the contract until you set them here.' : undefined}>
      {isOpen ? (
        <div className={classes.days}>
          <DateField
            label="First day"
            value={term.startsOn}
            latest={term.endsOn}
            onChange={(startsOn) => update.mutate({ id, startsOn })}
          />
          <DateField label="Last day" value={term.endsOn} earliest={term.startsOn} onChange={(endsOn) => update.mutate({ id, endsOn })} />
        </div>
      ) : (
        <Fields>
          <Field name="First day">{term.startsOn && <Day value={term.startsOn} />}</Field>
          <Field name="Last day">{term.endsOn && <Day value={term.endsOn} />}</Field>
        </Fields>
      )}
      <Fields>
        <Field name="Last day for notice">{term.noticeOn && <Day value={term.noticeOn} />}</Field>
        {amends && (
          <Field name="Amends">
            <ContractLink other={amends} />
          </Field>
        )}
        {amendedBy.length > 0 && (
          <Field name="Amended by">
            <span className={classes.others}>
              {amendedBy.map((other) => (
                <ContractLink key={other.id} other={other} />
              ))}
            </span>
          </Field>
        )}
      </Fields>
      <div className={classes.reminder}>
        <DateField label="Remind us of its end on" value={term.remindOn} onChange={(on) => remind.mutate({ ids: [id], on })} />
        <p className={classes.soft}>The reminder stands on Today from that day on. Without a day nobody is reminded.</p>
      </div>
    </Section>
  )
}

function ContractLink({ other: { id, number, status } }: { other: Other }) {
  return (
    <Link to="/contracts/$contractId" params={{ contractId: id }} className={classes.link}>
      {number}, {statusLook(status).word.toLowerCase()}
    </Link>
  )
}
