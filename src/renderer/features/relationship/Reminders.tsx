import { Button, Checkbox, TextInput } from '@mantine/core'
import { client } from '../../api/client.ts'
import { useChange } from '../../api/use-change.ts'
import { DraftNote } from '../../ui/DraftNote.tsx'
import { useKeptForm } from '../../ui/drafts.ts'
import { Section } from '../../ui/fields.tsx'
import { Day } from '../../ui/figures.tsx'
import { ProblemNote } from '../../ui/states.tsx'
import { DateField } from '../campaigns/DateField.tsx'
import type { RelationshipOfPanel } from './relationship-types.ts'
import classes from './relationship.module.css'

/** What is to be done on a day, and a way to add to it. */
export function Reminders({ creatorId, reminders }: { creatorId: string } & Pick<RelationshipOfPanel, 'reminders'>) {
  const setDone = useChange(client.relationship.setDone, { done: 'Ticked off' })
  const { form, kept } = useKeptForm<{ words: string; dueOn: string | null }>(`relationship/${creatorId}/reminder`, {
    words: '',
    dueOn: null,
  })
  const remind = useChange(client.relationship.remind, { done: 'Reminder set', quiet: true, onDone: kept.discard })
  const submit = form.onSubmit(({ words, dueOn }) => {
    if (dueOn) remind.mutate({ creatorIds: [creatorId], dueOn, words: words.trim() || null })
  })
  return (
    <Section title="Reminders">
      {reminders.length > 0 && (
        <ul className={classes.list}>
          {reminders.map(({ id, words, dueOn, everyDays }) => (
            <li key={id} className={classes.reminder}>
              <Checkbox
                label={words ?? 'To be looked at'}
                checked={false}
                disabled={setDone.isPending}
                onChange={() => setDone.mutate({ ids: [id], done: true })}
              />
              {everyDays !== null && <span className={classes.soft}>every {everyDays} days</span>}
              <span className={classes.end}>
                <Day value={dueOn} />
              </span>
            </li>
          ))}
        </ul>
      )}
      <DraftNote draft={kept} />
      <form onSubmit={submit} className={classes.line}>
        <TextInput label="What" placeholder="Send the summer dates" {...form.getInputProps('words')} />
        <DateField label="On" isRequired value={form.values.dueOn} onChange={(dueOn) => form.setFieldValue('dueOn', dueOn)} />
        <Button type="submit" loading={remind.isPending} disabled={form.values.dueOn === null}>
          Remind me
        </Button>
      </form>
      <ProblemNote error={remind.error} />
    </Section>
  )
}
