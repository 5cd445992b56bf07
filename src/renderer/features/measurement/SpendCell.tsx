import { Popover } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { Field, Fields } from '../../ui/fields.tsx'
import { Money } from '../../ui/figures.tsx'
import { formatMoney } from '../../ui/format.ts'
import classes from './measurement.module.css'
import { spendPartNames, type SheetRow } from './verdict.ts'

/** Spend of one creator; opens to its parts. */
export function SpendCell({ row, campaignId, currency }: { row: SheetRow; campaignId: string; currency: string }) {
  return (
    <Popover position="bottom-end" withinPortal trapFocus>
      <Popover.Target>
        <button type="button" className={classes.figure} title="Show what it is made of">
          <Money value={row.measures.spend} isShort />
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={`Spend on ${row.creatorName}`}>
        <div className={classes.parts}>
          <Fields>
            {spendPartNames.map(([key, name]) => (
              <Field key={key} name={name}>
                {row.spendParts[key] === null ? null : formatMoney({ amountMinor: row.spendParts[key], currency })}
              </Field>
            ))}
          </Fields>
          <Link
            to="/campaigns/$campaignId/results/rows"
            params={{ campaignId }}
            search={{ kind: 'expenses', for: row.collaborationId }}
            className={classes.link}
          >
            Show the expenses
          </Link>
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}
