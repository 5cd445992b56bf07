import { ActionIcon, Tooltip } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { api, client } from '../../api/client.ts'
import { useChange } from '../../api/use-change.ts'
import { Field, Fields } from '../../ui/fields.tsx'
import { Day, Money } from '../../ui/figures.tsx'
import { formatMoney } from '../../ui/format.ts'
import { Answer } from '../../ui/states.tsx'
import { sentence } from '../campaigns/campaign-words.ts'
import type { Behind } from './behind.ts'
import classes from './measurement.module.css'
import { spendPartNames } from './verdict.ts'

/** What the spend is made of, then the expenses that were entered by hand. */
export function ExpenseRows({ campaign, collaborationId }: Behind) {
  const expenses = useQuery(api.measurement.expenses.queryOptions({ input: { campaignId: campaign.id, collaborationId } }))
  const roi = useQuery(api.measurement.roi.queryOptions({ input: { campaignId: campaign.id } }))
  const remove = useChange(client.measurement.removeExpenses, { done: 'Expense removed' })
  const parts =
    collaborationId === undefined ? roi.data?.spendParts : roi.data?.rows.find((row) => row.collaborationId === collaborationId)?.spendParts
  return (
    <Answer query={expenses} what="The expenses could not be read">
      {(rows) => (
        <>
          {parts && (
            <Fields>
              {spendPartNames.map(([key, name]) => (
                <Field key={key} name={name}>
                  {parts[key] === null ? null : formatMoney({ amountMinor: parts[key], currency: campaign.currency })}
                </Field>
              ))}
            </Fields>
          )}
          {rows.length === 0 && (
            <p className={classes.soft}>
              No expense was entered by hand. Fees, commission and the products of a compensation come from what was agreed.
            </p>
          )}
          <ul className={classes.rows}>
            {rows.map((row) => (
              <li key={row.id} className={classes.row}>
                <span className={classes.rowTitle}>{row.description ?? sentence(row.kind)}</span>
                <span className={classes.rowAmount}>
                  <Money value={row.amount} />
                </span>
                <Tooltip label="Remove">
                  <ActionIcon aria-label={`Remove expense ${row.description ?? row.kind}`} onClick={() => remove.mutate({ ids: [row.id] })}>
                    <IconTrash size={16} stroke={1.5} />
                  </ActionIcon>
                </Tooltip>
                <span className={classes.rowDetail}>
                  {sentence(row.kind)}, {row.creatorName ?? 'whole campaign'}, <Day value={row.spentOn} />
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Answer>
  )
}
