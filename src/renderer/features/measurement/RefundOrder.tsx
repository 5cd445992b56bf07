import { ActionIcon, Button, Popover, Stack, Tooltip } from '@mantine/core'
import { IconReceiptRefund } from '@tabler/icons-react'
import { useState } from 'react'
import type { z } from 'zod'
import type { OrderRow } from '#src/shared/contract/measurement.ts'
import type { Money } from '#src/shared/domain/money.ts'
import { client } from '../../api/client.ts'
import { useChange } from '../../api/use-change.ts'
import { DraftNote } from '../../ui/DraftNote.tsx'
import { useDraft } from '../../ui/drafts.ts'
import { formatMoney } from '../../ui/format.ts'
import { MoneyInput } from '../../ui/MoneyInput.tsx'
import { ProblemNote } from '../../ui/states.tsx'

type Order = z.infer<typeof OrderRow>

/** What of an order was given back; it is taken off what the order brought in. */
export function RefundOrder({ order: { id, number, total, refundedMinor } }: { order: Order }) {
  const [isOpen, setOpen] = useState(false)
  const draft = useDraft<{ refunded: Money | null }>(`orders/${id}/refund`, {
    refunded: refundedMinor === 0 ? null : { amountMinor: refundedMinor, currency: total.currency },
  })
  const update = useChange(client.measurement.updateOrder, {
    done: (_, { changes }) => (changes.refundedMinor === 0 ? 'Refund taken away' : 'Refund recorded'),
    quiet: true,
    onDone: () => {
      draft.discard()
      setOpen(false)
    },
  })
  const { refunded } = draft.values
  const typed = refunded?.amountMinor ?? 0
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" width={280} trapFocus>
      <Popover.Target>
        <Tooltip label="Refund">
          <ActionIcon aria-label={`Refund of order ${number}`} onClick={() => setOpen(!isOpen)}>
            <IconReceiptRefund size={16} stroke={1.5} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown aria-label={`Refund of order ${number}`}>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            update.mutate({ id, changes: { refundedMinor: typed } })
          }}
        >
          <Stack gap="sm">
            <DraftNote draft={draft} />
            <MoneyInput
              label="Refunded"
              description={`Of ${formatMoney(total)}, all refunds together.`}
              currency={total.currency}
              canChooseCurrency={false}
              value={refunded}
              onChange={(next) => draft.change({ refunded: next })}
            />
            <ProblemNote error={update.error} />
            <Button type="submit" variant="filled" disabled={typed === refundedMinor} loading={update.isPending}>
              Save refund
            </Button>
          </Stack>
        </form>
      </Popover.Dropdown>
    </Popover>
  )
}
