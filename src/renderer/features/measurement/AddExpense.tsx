import { Button, Select, TextInput } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { ExpenseKind } from '#src/shared/contract/measurement.ts'
import type { Money } from '#src/shared/domain/money.ts'
import { client } from '../../api/client.ts'
import { useChange } from '../../api/use-change.ts'
import { today } from '../../ui/format.ts'
import { MoneyInput } from '../../ui/MoneyInput.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { ProblemNote } from '../../ui/states.tsx'
import { sentence } from '../campaigns/campaign-words.ts'
import { DateField } from '../campaigns/DateField.tsx'
import { useCampaign } from '../campaigns/use-campaign.ts'
import classes from './measurement.module.css'

const route = getRouteApi('/campaigns/$campaignId/results/expense')
type Kind = (typeof ExpenseKind.options)[number]

/** What was spent beside fees: products, shipping, the agency's own time. */
export function AddExpense() {
  const { campaignId } = route.useParams()
  const navigate = route.useNavigate()
  const { data: campaign } = useCampaign(campaignId)
  const [kind, setKind] = useState<Kind>('product')
  const [amount, setAmount] = useState<Money | null>(null)
  const [spentOn, setDay] = useState<string | null>(today())
  const [description, setDescription] = useState('')
  const [collaborationId, setCollaboration] = useState<string | null>(route.useSearch().for ?? null)
  const close = () => void navigate({ to: '/campaigns/$campaignId/results', params: { campaignId } })
  const add = useChange(client.measurement.addExpense, { done: 'Expense added', quiet: true, onDone: close })
  const isReady = amount !== null && spentOn !== null
  if (!campaign) return null
  return (
    <Panel
      label="New expense"
      header={<h2 className={classes.heading}>Add expense</h2>}
      onClose={close}
      footer={
        <>
          <Button onClick={close}>Cancel</Button>
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
        <div className={classes.pair}>
          <Select
            label="Kind"
            data={ExpenseKind.options.map((one) => ({ value: one, label: sentence(one) }))}
            value={kind}
            onChange={(next) => setKind(next as Kind)}
          />
          <DateField label="Spent on" value={spentOn} onChange={setDay} latest={today()} isRequired />
        </div>
        <MoneyInput
          label="Amount"
          isRequired
          value={amount}
          onChange={setAmount}
          currency={campaign.currency}
          description="Fees, and products that the compensation names, are in the spend already."
        />
        <TextInput label="What for" value={description} onChange={({ currentTarget }) => setDescription(currentTarget.value)} />
        <Select
          label="Creator"
          searchable
          clearable
          placeholder="The whole campaign"
          data={campaign.collaborations.map(({ id, creatorName }) => ({ value: id, label: creatorName }))}
          value={collaborationId}
          onChange={setCollaboration}
        />
        <ProblemNote error={add.error} />
      </form>
    </Panel>
  )
}
