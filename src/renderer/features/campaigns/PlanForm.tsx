import { Select, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { client } from '../../api/client.ts'
import { useChange } from '../../api/use-change.ts'
import { MoneyInput } from '../../ui/MoneyInput.tsx'
import { Field, Fields } from '../../ui/fields.tsx'
import { useSavedText } from '../../ui/saved-text.ts'
import { ProblemNote } from '../../ui/states.tsx'
import type { Money } from '#src/shared/domain/money.ts'
import type { Campaign } from './campaign-words.ts'
import { programKinds, sentence } from './campaign-words.ts'
import classes from './campaigns.module.css'
import { DateField } from './DateField.tsx'

type Changes = Partial<Pick<Campaign, 'name' | 'programKind' | 'startsOn' | 'endsOn' | 'budgetMinor' | 'currency' | 'notes'>>

/** What the campaign is; each field is saved when it is left, without a word. */
export function PlanForm({ campaign }: { campaign: Campaign }) {
  const saved = campaign.budgetMinor === null ? null : { amountMinor: campaign.budgetMinor, currency: campaign.currency }
  const [typed, setTyped] = useState<{ budget: Money | null; over: number | null } | null>(null)
  if (typed && typed.over !== campaign.budgetMinor) setTyped(null)
  const save = useChange(client.campaigns.update, { done: () => null, quiet: true })
  const change = (changes: Changes) => {
    const isNew = Object.entries(changes).some(([key, value]) => campaign[key as keyof Changes] !== value)
    if (isNew) save.mutate({ id: campaign.id, changes })
  }
  const name = useSavedText(campaign.name, (text) => change({ name: text ?? campaign.name }), true)
  const notes = useSavedText(campaign.notes, (text) => change({ notes: text }))
  const saveBudget = () => {
    if (!typed) return
    const { budget } = typed
    change(budget ? { budgetMinor: budget.amountMinor, currency: budget.currency } : { budgetMinor: null })
  }
  return (
    <div className={classes.form}>
      <Fields>
        <Field name="Client">{campaign.clientName}</Field>
      </Fields>
      <TextInput label="Name" {...name} />
      <Select
        label="Kind"
        data={programKinds.map((kind) => ({ value: kind, label: sentence(kind) }))}
        value={campaign.programKind}
        onChange={(kind) => change({ programKind: kind as Campaign['programKind'] })}
      />
      <div className={classes.pair}>
        <DateField label="Starts" value={campaign.startsOn} onChange={(startsOn) => change({ startsOn })} latest={campaign.endsOn} />
        <DateField label="Ends" value={campaign.endsOn} onChange={(endsOn) => change({ endsOn })} earliest={campaign.startsOn} />
      </div>
      <div onBlur={saveBudget}>
        <MoneyInput
          label="Budget"
          value={typed ? typed.budget : saved}
          onChange={(budget) => setTyped({ budget, over: campaign.budgetMinor })}
          currency={campaign.currency}
        />
      </div>
      <Textarea label="Notes" {...notes} />
      <ProblemNote error={save.error} />
    </div>
  )
}
