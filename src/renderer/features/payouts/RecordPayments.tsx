import { Button, Group, Select, Stack, Text, TextInput } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { client } from '../../api/client.ts'
import { useChange } from '../../api/use-change.ts'
import { DraftNote } from '../../ui/DraftNote.tsx'
import { useDraft } from '../../ui/drafts.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Money } from '../../ui/figures.tsx'
import { counted, today } from '../../ui/format.ts'
import { ProblemNote } from '../../ui/states.tsx'
import { methods, type Method, type Payout } from './payout.ts'

interface RecordPaymentsProps {
  payouts: readonly Payout[]
  isOpen: boolean
  onClose: () => void
  onDone: () => void
}

/** Records that a selection was paid: one day, one method, one reference. */
export function RecordPayments({ payouts, isOpen, onClose, onDone }: RecordPaymentsProps) {
  const draft = useDraft<{ paidOn: string; method: Method; reference: string }>('payments', {
    paidOn: today(),
    method: 'bank transfer',
    reference: '',
  })
  const { paidOn, method, reference } = draft.values
  const end = () => {
    draft.discard()
    onClose()
  }
  const record = useChange(client.payouts.record, {
    done: ({ paid }) => `${counted(paid, 'payment')} recorded`,
    quiet: true,
    onDone: () => {
      onDone()
      end()
    },
  })
  const totals = Map.groupBy(payouts, ({ amount }) => amount.currency)
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={`Record ${counted(payouts.length, 'payment')}`}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          record.mutate({ ids: payouts.map(({ id }) => id), paidOn, method, reference: reference.trim() || null })
        }}
      >
        <Stack gap="sm">
          <DraftNote draft={draft} />
          <Text m={0}>
            {[...totals].map(([currency, rows], i) => (
              <span key={currency}>
                {i > 0 && ' and '}
                <Money value={{ currency, amountMinor: rows.reduce((sum, { amount }) => sum + amount.amountMinor, 0) }} />
              </span>
            ))}{' '}
            to {counted(new Set(payouts.map(({ creatorId }) => creatorId)).size, 'creator')}
          </Text>
          <DateInput label="Paid on" value={paidOn} onChange={(day) => day && draft.change({ paidOn: day })} />
          <Select
            label="Method"
            data={[...methods]}
            value={method}
            onChange={(next) => draft.change({ method: next ?? 'bank transfer' })}
          />
          <TextInput
            label="Reference"
            placeholder="Transfer or batch number"
            data-autofocus
            value={reference}
            onChange={({ currentTarget }) => draft.change({ reference: currentTarget.value })}
          />
          <ProblemNote error={record.error} />
          <Group justify="flex-end" gap="xs">
            <Button onClick={end}>Cancel</Button>
            <Button type="submit" variant="filled" loading={record.isPending}>
              Record payment
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
