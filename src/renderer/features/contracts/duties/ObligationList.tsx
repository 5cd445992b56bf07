import { Checkbox } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import type { ObligationRow } from '#src/shared/contract/contracts-composing.ts'
import { api, client } from '../../../api/client.ts'
import { useChange } from '../../../api/use-change.ts'
import { Day, Money } from '../../../ui/figures.tsx'
import { Section } from '../../../ui/fields.tsx'
import { formatDay, today } from '../../../ui/format.ts'
import { Answer } from '../../../ui/states.tsx'
import type { Contract } from '../contract.ts'
import classes from './duties.module.css'

type Obligation = z.infer<typeof ObligationRow>

/** What the signed contract asks of whom, by day; ticked off by hand where no post or payout says that it is done. */
export function ObligationList({ contract: { id, status } }: { contract: Contract }) {
  const obligations = useQuery(api.contracts.obligations.queryOptions({ input: { contractId: id } }))
  return (
    <Section title="What is due" note="Posts and payouts are ticked off by themselves once they are out or paid.">
      <Answer query={obligations} what="The obligations could not be read">
        {(rows) =>
          rows.length === 0 ? (
            <p className={classes.soft}>
              {['signed by all', 'amended', 'expired'].includes(status)
                ? 'This contract asks for nothing by a day.'
                : 'They are taken from the contract once both sides have signed.'}
            </p>
          ) : (
            <ul className={classes.obligations}>
              {rows.map((row) => (
                <ObligationLine key={row.id} row={row} />
              ))}
            </ul>
          )
        }
      </Answer>
    </Section>
  )
}

function ObligationLine({ row: { id, what, partyName, dueOn, amount, doneOn, deliverableId, payoutId } }: { row: Obligation }) {
  const mark = useChange(client.contracts.markObligations, {
    done: (_, { doneOn: on }) => (on ? `Done: ${what}` : `Open again: ${what}`),
  })
  const isLate = doneOn === null && dueOn !== null && dueOn < today()
  const follows = deliverableId !== null || payoutId !== null
  return (
    <li className={classes.obligation} data-done={doneOn !== null || undefined}>
      <Checkbox
        aria-label={`Done: ${what}, ${partyName}`}
        checked={doneOn !== null}
        disabled={follows || mark.isPending}
        title={follows ? 'Follows its post or payout' : undefined}
        onChange={({ currentTarget }) => mark.mutate({ ids: [id], doneOn: currentTarget.checked ? today() : null })}
      />
      <span className={classes.what}>
        {what}
        <span className={classes.soft}>
          {partyName}
          {doneOn && `, done ${formatDay(doneOn)}`}
        </span>
      </span>
      <span className={classes.due} data-late={isLate || undefined}>
        {amount && <Money value={amount} isShort />}
        <span>{dueOn ? <Day value={dueOn} /> : 'No day'}</span>
        {isLate && <span>Late</span>}
      </span>
    </li>
  )
}
