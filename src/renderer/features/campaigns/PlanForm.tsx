import { Select, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { client } from '../../api/client.ts'
import { useChange } from '../../api/use-change.ts'
import { MoneyInput } from '../../ui/MoneyInput.tsx'
import { Field, Fields } from '../../ui/fields.tsx'
import { ProblemNote } from '../../ui/states.tsx'
import type { Campaign } from './campaign-words.ts'
import { programKinds, sentence } from './campaign-words.ts'
import classes from './campaigns.module.css'
import { DateField } from './DateField.tsx'

type Changes = Partial<Pick<Campaign, 'name' | 'programKind' | 'startsOn' | 'endsOn' | 'budgetMinor' | 'currency' | 'notes'>>

/** What the campaign is; each field is saved when it is left, without a word. */
export function PlanForm({ campaign }: { campaign: Campaign }) {
  const [name, setName] = useState(campaign.name)
  const [notes, setNotes] = useState(campaign.notes ?? '')
  const [budget, setBudget] = useState(
    campaign.budgetMinor === null ? null : { amountMinor: campaign.budgetMinor, currency: campaign.currency },
  )
  const save = useChange(client.campaigns.update, { done: () => null, quiet: true })
  const change = (changes: Changes) => {
    const isNew = Object.entries(changes).some(([key, value]) => campaign[key as keyof Changes] !== value)
    if (isNew) save.mutate({ id: campaign.id, changes })
  }
  const saveBudget = () => change(budget ? { budgetMinor: budget.amountMinor, currency: budget.currency } : { budgetMinor: null })
  return (
    <div className={classes.form}>
      <Fields>
        <Field name="Client">{campaign.clientName}</Field>
      </Fields>
      <TextInput
        label="Name"
        value={name}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
        onBlur={() => (name.trim() === '' ? setName(campaign.name) : change({ name: name.trim() }))}
      />
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
        <MoneyInput label="Budget" value={budget} onChange={setBudget} currency={campaign.currency} />
      </div>
      <Textarea
        label="Notes"
        value={notes}
        onChange={({ currentTarget }) => setNotes(currentTarget.value)}
        onBlur={() => change({ notes: notes.trim() === '' ? null : notes })}
      />
      <ProblemNote error={save.error} />
    </div>
  )
}
