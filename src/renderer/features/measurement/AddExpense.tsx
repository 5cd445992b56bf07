import { Button, Select, TextInput } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { ExpenseKind } from '#src/shared/contract/measurement.ts'
import type { Money } from '#src/shared/domain/money.ts'
import { client } from '../../api/client.ts'
import { useChange } from '../../api/use-change.ts'
import { today } from '../../ui/format.ts'
import { DraftNote } from '../../ui/DraftNote.tsx'
import { useDraft } from '../../ui/drafts.ts'
import { MoneyInput } from '../../ui/MoneyInput.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { ProblemNote } from '../../ui/states.tsx'
import { sentence } from '../campaigns/campaign-words.ts'
import { DateField } from '../campaigns/DateField.tsx'
import { useCampaign } from '../campaigns/use-campaign.ts'
import classes from './measurement.module.css'

const route = getRouteApi('/campaigns/$campaignId/results/expense')
type Kind = (typeof ExpenseKind.options)[number]

interface Typed {
  kind: Kind
  amount: Money | null
  spentOn: string | null
  description: string
  collaborationId: string | null
}

/** What was spent beside fees: products, shipping, the agency's own time. */
export function AddExpense() {
  const { campaignId } = route.useParams()
  const navigate = route.useNavigate()
  const { data: campaign } = useCampaign(campaignId)
  const draft = useDraft<Typed>(`expenses/new/${campaignId}`, {
    kind: 'product',
    amount: null,
    spentOn: today(),
    description: '',
    collaborationId: route.useSearch().for ?? null,
  })
  const { kind, amount, spentOn, description, collaborationId } = draft.values
  const close = () => void navigate({ to: '/campaigns/$campaignId/results', params: { campaignId } })
  const end = () => {
    draft.discard()
    close()
  }
  const add = useChange(client.measurement.addExpense, { done: 'Expense added', quiet: true, onDone: end })
  const isReady = amount !== null && spentOn !== null
  if (!campaign) return null
  return (
    <Panel
      label="New expense"
      header="Add expense"
      onClose={close}
      footer={
        <>
          <Button onClick={end}>Cancel</Button>
          <Button variant="filled" type="submit" form="expense" disabled={!isReady} loading={add.isPending}>
            Add expense
          </Button>
        </>
      }
    >
      <form
        id="expense"
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (isReady) add.mutate({ campaignId, collaborationId, kind, amount, spentOn, description: description.trim() || null })
        }}
      >
        <DraftNote draft={draft} />
        <div className={classes.pair}>
          <Select
            label="Kind"
            data={ExpenseKind.options.map((one) => ({ value: one, label: sentence(one) }))}
            value={kind}
            onChange={(next) => draft.change({ kind: next as Kind })}
          />
          <DateField label="Spent on" value={spentOn} onChange={(next) => draft.change({ spentOn: next })} latest={today()} isRequired />
        </div>
        <MoneyInput
          label="Amount"
          isRequired
          value={amount}
          onChange={(next) => draft.change({ amount: next })}
          currency={campaign.currency}
          description="Fees, and products that the compensation names, are in the spend already."
        />
        <TextInput
          label="What for"
          value={description}
          onChange={({ currentTarget }) => draft.change({ description: currentTarget.value })}
        />
        <Select
          label="Creator"
          searchable
          clearable
          placeholder="The whole campaign"
          data={campaign.collaborations.map(({ id, creatorName }) => ({ value: id, label: creatorName }))}
          value={collaborationId}
          onChange={(next) => draft.change({ collaborationId: next })}
        />
        <ProblemNote error={add.error} />
      </form>
    </Panel>
  )
}
