import { Button, Select, TextInput } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import type { Money } from '#src/shared/domain/money.ts'
import { client } from '../../api/client.ts'
import { useChange } from '../../api/use-change.ts'
import { today } from '../../ui/format.ts'
import { DraftNote } from '../../ui/DraftNote.tsx'
import { useDraft } from '../../ui/drafts.ts'
import { MoneyInput } from '../../ui/MoneyInput.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { ProblemNote } from '../../ui/states.tsx'
import { DateField } from '../campaigns/DateField.tsx'
import { useCampaign } from '../campaigns/use-campaign.ts'
import classes from './measurement.module.css'

const route = getRouteApi('/campaigns/$campaignId/results/order')

interface Typed {
  number: string
  day: string | null
  total: Money | null
  refunded: Money | null
  discountCode: string
  collaborationId: string | null
}

/** A shop order; its discount code finds the creator. */
export function AddOrder() {
  const { campaignId } = route.useParams()
  const navigate = route.useNavigate()
  const { data: campaign } = useCampaign(campaignId)
  const draft = useDraft<Typed>(`orders/new/${campaignId}`, {
    number: '',
    day: today(),
    total: null,
    refunded: null,
    discountCode: '',
    collaborationId: route.useSearch().for ?? null,
  })
  const { number, day, total, refunded, discountCode, collaborationId } = draft.values
  const close = () => void navigate({ to: '/campaigns/$campaignId/results', params: { campaignId } })
  const end = () => {
    draft.discard()
    close()
  }
  const add = useChange(client.measurement.addOrder, {
    done: ({ collaborationId: found }) => (found ? 'Order added' : 'Order added, without a creator'),
    quiet: true,
    onDone: end,
  })
  const isReady = number.trim() !== '' && total !== null && day !== null
  if (!campaign) return null
  const currency = total?.currency ?? campaign.currency
  return (
    <Panel
      label="New order"
      header="Add order"
      onClose={close}
      footer={
        <>
          <Button onClick={end}>Cancel</Button>
          <Button variant="filled" type="submit" form="order" disabled={!isReady} loading={add.isPending}>
            Add order
          </Button>
        </>
      }
    >
      <form
        id="order"
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (isReady)
            add.mutate({
              campaignId,
              number,
              total,
              refundedMinor: refunded?.amountMinor ?? 0,
              orderedAt: `${day}T12:00:00Z`,
              discountCode: discountCode.trim() || null,
              collaborationId,
            })
        }}
      >
        <DraftNote draft={draft} />
        <div className={classes.pair}>
          <TextInput
            label="Order number"
            required
            autoFocus
            value={number}
            onChange={({ currentTarget }) => draft.change({ number: currentTarget.value })}
          />
          <DateField label="Ordered on" value={day} onChange={(next) => draft.change({ day: next })} latest={today()} isRequired />
        </div>
        <MoneyInput
          label="Total"
          isRequired
          value={total}
          onChange={(next) => draft.change({ total: next })}
          currency={campaign.currency}
        />
        <MoneyInput
          key={total?.currency}
          label="Refunded"
          description="What of the total was given back."
          currency={currency}
          canChooseCurrency={false}
          value={refunded}
          onChange={(next) => draft.change({ refunded: next })}
        />
        <TextInput
          label="Discount code"
          value={discountCode}
          description="Finds the creator, in capitals or not."
          onChange={({ currentTarget }) => draft.change({ discountCode: currentTarget.value })}
        />
        <Select
          label="Creator"
          searchable
          clearable
          placeholder="By the discount code"
          data={campaign.collaborations.map(({ id, creatorName }) => ({ value: id, label: creatorName }))}
          value={collaborationId}
          onChange={(next) => draft.change({ collaborationId: next })}
        />
        <ProblemNote error={add.error} />
      </form>
    </Panel>
  )
}
