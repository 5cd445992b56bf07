import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import { client } from '../../../api/client.ts'
import { useChange } from '../../../api/use-change.ts'
import { DateField } from '../../campaigns/DateField.tsx'
import type { Contract } from '../contract.ts'
import classes from './fields.module.css'
import type { ContractField } from './group-fields.ts'

interface FieldEditorProps {
  contract: Contract
  field: ContractField
  onClose: () => void
}

/** Fields that are a day of the contract itself. */
const days = { 'term.start': 'startsOn', 'term.end': 'endsOn' } as const

export function FieldEditor(props: FieldEditorProps) {
  const { name } = props.field
  return name === 'term.start' || name === 'term.end' ? <DayEditor {...props} day={days[name]} /> : <TextEditor {...props} />
}

/** Enter keeps, Escape does not; in several lines Shift and Enter begins the next. */
function TextEditor({ contract: { id }, field: { name, label, value }, onClose }: FieldEditorProps) {
  const [text, setText] = useState(value ?? '')
  const update = useChange(client.contracts.update, { done: `${label} changed`, onDone: onClose })
  const keep = () => (text.trim() === (value ?? '') ? onClose() : update.mutate({ id, fields: { [name]: text.trim() } }))
  return (
    <div className={classes.editor}>
      <Textarea
        aria-label={label}
        minRows={1}
        data-autofocus
        autoFocus
        value={text}
        maxLength={20_000}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') {
            event.preventDefault()
            onClose()
          } else if (event.key === 'Enter' && !event.shiftKey) {
            event.preventDefault()
            keep()
          }
        }}
      />
      <div className={classes.buttons}>
        <Button size="compact-sm" variant="filled" loading={update.isPending} onClick={keep}>
          Keep
        </Button>
        <Button size="compact-sm" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </div>
  )
}

function DayEditor({ contract, field: { label }, onClose, day }: FieldEditorProps & { day: 'startsOn' | 'endsOn' }) {
  const update = useChange(client.contracts.update, { done: `${label} changed`, onDone: onClose })
  return (
    <div className={classes.editor}>
      <DateField
        label={label}
        isLabelHidden
        value={contract.term[day]}
        onChange={(next) => update.mutate({ id: contract.id, [day]: next })}
      />
      <div className={classes.buttons}>
        <Button size="compact-sm" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </div>
  )
}
