import { Select, TextInput } from '@mantine/core'
import { client } from '../../api/client.ts'
import { useChange } from '../../api/use-change.ts'
import { useSavedText } from '../../ui/saved-text.ts'
import { StatusDot } from '../../ui/StatusDot.tsx'
import { verdictTones, verdictWords, type ShownReview, type ShownSignal } from './vetting-types.ts'
import classes from './vetting.module.css'

type Item = ShownReview['items'][number]
const answers = [
  { value: 'fine', label: 'Fine' },
  { value: 'look', label: 'Look' },
  { value: 'red flag', label: 'Red flag' },
  { value: 'does not apply', label: 'Does not apply' },
]

interface ChecklistItemProps {
  reviewId: string
  item: Item
  /** What the data on file say of this question. */
  signals: readonly ShownSignal[]
}

/** One question: what the signals say, the reviewer's answer and what was found. */
export function ChecklistItem({ reviewId, item, signals }: ChecklistItemProps) {
  const update = useChange(client.vetting.updateReview, { done: null })
  const save = (changes: Partial<Pick<Item, 'answer' | 'finding'>>) => update.mutate({ id: reviewId, items: [{ id: item.id, ...changes }] })
  const finding = useSavedText(item.finding, (text) => save({ finding: text ?? '' }))
  const told = signals.filter(({ verdict }) => verdict !== 'not enough data')
  return (
    <div className={classes.item}>
      <div className={classes.question}>
        {item.question}
        {told.map(({ id, title, verdict }) => (
          <span key={id} className={classes.hint}>
            <StatusDot tone={verdictTones[verdict]}>{`${title}: ${verdictWords[verdict].toLowerCase()}`}</StatusDot>
          </span>
        ))}
      </div>
      <Select
        aria-label={`Answer: ${item.question}`}
        placeholder="Open"
        data={answers}
        value={item.answer}
        clearable
        onChange={(answer) => save({ answer: answer as Item['answer'] })}
      />
      <TextInput
        aria-label={`Finding: ${item.question}`}
        placeholder="Add what was found"
        variant="unstyled"
        className={classes.found}
        {...finding}
      />
    </div>
  )
}
