import { Button, Select, Textarea } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { client } from '../../api/client.ts'
import { useChange } from '../../api/use-change.ts'
import { DraftNote } from '../../ui/DraftNote.tsx'
import { useKeptForm } from '../../ui/drafts.ts'
import { ProblemNote } from '../../ui/states.tsx'
import { decisionWords, type ShownReview } from './vetting-types.ts'
import classes from './vetting.module.css'

type Choice = NonNullable<ShownReview['decision']>
const choices: { value: Choice; label: string }[] = [
  { value: 'approve', label: 'Approve' },
  { value: 'approve with conditions', label: 'Approve with conditions' },
  { value: 'reject', label: 'Reject' },
]

interface Typed extends Record<string, unknown> {
  decision: Choice | null
  conditions: string
  reason: string
  recheckOn: string | null
}

/** The end of a review: a decision with its reason, and when to look again. */
export function DecisionForm({ review: { id, creatorName } }: { review: ShownReview }) {
  const { form, kept } = useKeptForm<Typed>(`reviews/${id}/decision`, { decision: null, conditions: '', reason: '', recheckOn: null })
  const decide = useChange(client.vetting.decide, {
    done: (_, { decision }) => `${decisionWords[decision]}: ${creatorName}`,
    quiet: true,
    onDone: kept.discard,
  })
  const { decision } = form.values
  const hasConditions = decision === 'approve with conditions'
  const submit = form.onSubmit(({ decision, conditions, reason, recheckOn }) => {
    if (decision) decide.mutate({ id, decision, reason, recheckOn, ...(hasConditions && { conditions }) })
  })
  return (
    <form onSubmit={submit} className={classes.decision} aria-label="Decide">
      <DraftNote draft={kept} />
      <div className={classes.pair}>
        <Select label="Decision" placeholder="Not decided" data={choices} {...form.getInputProps('decision')} />
        <DateInput label="Look again on" placeholder="Never" clearable {...form.getInputProps('recheckOn')} />
      </div>
      {hasConditions && <Textarea label="Conditions" required autosize minRows={2} {...form.getInputProps('conditions')} />}
      <Textarea label="Reason" required={decision === 'reject'} autosize minRows={2} {...form.getInputProps('reason')} />
      <ProblemNote error={decide.error} />
      <Button type="submit" variant="filled" disabled={!decision} loading={decide.isPending} className={classes.submit}>
        Record the decision
      </Button>
    </form>
  )
}
