import { ActionIcon, Select, Tooltip } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { api, client } from '../../api/client.ts'
import { useChange } from '../../api/use-change.ts'
import { Day, Money } from '../../ui/figures.tsx'
import { formatMoney } from '../../ui/format.ts'
import { Answer, EmptyState } from '../../ui/states.tsx'
import type { Behind } from './behind.ts'
import classes from './measurement.module.css'
import { RefundOrder } from './RefundOrder.tsx'

/** The shop's orders, those without a creator first; each can be given to the creator who brought it in. */
export function OrderRows({ campaign, collaborationId }: Behind) {
  const query = useQuery(api.measurement.orders.queryOptions({ input: { campaignId: campaign.id, collaborationId } }))
  const update = useChange(client.measurement.updateOrder, { done: 'Order saved' })
  const remove = useChange(client.measurement.removeOrders, { done: 'Order removed' })
  const people = campaign.collaborations.map(({ id, creatorName }) => ({ value: id, label: creatorName }))
  return (
    <Answer query={query} what="The orders could not be read">
      {(rows) =>
        rows.length === 0 ? (
          <EmptyState title="No orders">Orders of the shop stand here, with the creator whose code or link brought them in.</EmptyState>
        ) : (
          <ul className={classes.rows}>
            {rows
              .toSorted((a, b) => Number(a.collaborationId !== null) - Number(b.collaborationId !== null))
              .map((row) => (
                <li key={row.id} className={classes.row}>
                  <span className={classes.rowTitle} title={row.number}>
                    {row.number}, <Day value={row.orderedAt.slice(0, 10)} />
                  </span>
                  <span className={classes.rowAmount}>
                    <Money value={row.total} />
                  </span>
                  <span className={classes.rowButtons}>
                    <RefundOrder order={row} />
                    <Tooltip label="Remove">
                      <ActionIcon aria-label={`Remove order ${row.number}`} onClick={() => remove.mutate({ ids: [row.id] })}>
                        <IconTrash size={16} stroke={1.5} />
                      </ActionIcon>
                    </Tooltip>
                  </span>
                  <Select
                    aria-label={`Creator of order ${row.number}`}
                    placeholder="No creator"
                    searchable
                    clearable
                    data={people}
                    value={row.collaborationId}
                    w={220}
                    onChange={(next) => update.mutate({ id: row.id, changes: { collaborationId: next } })}
                  />
                  {(row.discountCode || row.refundedMinor > 0) && (
                    <span className={classes.rowDetail}>
                      {[
                        row.discountCode && `Code ${row.discountCode}`,
                        row.refundedMinor > 0 &&
                          `${formatMoney({ amountMinor: row.refundedMinor, currency: row.total.currency })} refunded`,
                      ]
                        .filter(Boolean)
                        .join(', ')}
                    </span>
                  )}
                </li>
              ))}
          </ul>
        )
      }
    </Answer>
  )
}
