import { Button, Select, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { client } from '../../../api/client.ts'
import { useChange } from '../../../api/use-change.ts'
import { Section } from '../../../ui/fields.tsx'
import { useSavedText } from '../../../ui/saved-text.ts'
import { ProblemNote } from '../../../ui/states.tsx'
import { sentence, stages, type Collaboration } from '../campaign-words.ts'
import { CompensationDialog } from './CompensationDialog.tsx'
import classes from './creators.module.css'

type Changes = Partial<Pick<Collaboration, 'stage' | 'trackingLink' | 'discountCode' | 'notes'>>

/** What was agreed with one creator; each field is saved when it is left. */
export function CollaborationFields({ row, currency }: { row: Collaboration; currency: string }) {
  const [isEditingTerms, setEditingTerms] = useState(false)
  const save = useChange(client.campaigns.updateCollaborations, {
    done: (_, { changes }) => (changes.stage ? `Moved to “${changes.stage}”` : null),
    quiet: true,
  })
  const change = (changes: Changes) => {
    const isNew = Object.entries(changes).some(([key, value]) => row[key as keyof Changes] !== value)
    if (isNew) save.mutate({ ids: [row.id], changes })
  }
  const link = useSavedText(row.trackingLink, (trackingLink) => change({ trackingLink }))
  const code = useSavedText(row.discountCode, (discountCode) => change({ discountCode }))
  const notes = useSavedText(row.notes, (text) => change({ notes: text }))
  return (
    <>
      <Section title="Agreement">
        <div className={classes.stack}>
          <Select
            label="Stage"
            data={stages.map((stage) => ({ value: stage, label: sentence(stage) }))}
            value={row.stage}
            onChange={(stage) => change({ stage: stage as Collaboration['stage'] })}
          />
          <div className={classes.line}>
            <span className={row.compensation ? undefined : classes.soft}>{row.compensationText ?? 'No compensation is agreed yet.'}</span>
            <Button size="compact-sm" onClick={() => setEditingTerms(true)}>
              {row.compensation ? 'Change' : 'Set compensation'}
            </Button>
          </div>
          <TextInput label="Tracking link" type="url" placeholder="https://" {...link} />
          <TextInput label="Discount code" {...code} />
          <Textarea label="Notes" {...notes} />
          <ProblemNote error={save.error} />
        </div>
      </Section>
      {isEditingTerms && <CompensationDialog collaborations={[row]} currency={currency} onClose={() => setEditingTerms(false)} />}
    </>
  )
}
