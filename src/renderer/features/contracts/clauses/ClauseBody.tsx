import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import { client } from '../../../api/client.ts'
import { useChange } from '../../../api/use-change.ts'
import { ProblemNote } from '../../../ui/states.tsx'
import { canEdit, type Contract } from '../contract.ts'
import type { Clause } from './ClauseLine.tsx'
import { ClauseChanges } from './ClauseChanges.tsx'
import { ClauseWords } from './ClauseWords.tsx'
import classes from './clauses.module.css'

/** What a clause means and says; a draft's words can be rewritten, and taken back to the template. */
export function ClauseBody({ contract, clause }: { contract: Contract; clause: Clause }) {
  const { id, heading, text, note, edited, included } = clause
  const [isEditing, setEditing] = useState(false)
  const restore = useChange(client.contracts.update, { done: `${heading} is back to the template` })
  if (isEditing) return <ClauseEditor contract={contract} clause={clause} onClose={() => setEditing(false)} />
  return (
    <>
      <p className={classes.note}>{note}</p>
      {edited && included ? <ClauseChanges contract={contract} clause={clause} /> : <ClauseWords text={text} fields={contract.fields} />}
      {canEdit(contract) && (
        <div className={classes.buttons}>
          <Button size="compact-sm" aria-label={`Edit the clause ${heading}`} onClick={() => setEditing(true)}>
            Edit
          </Button>
          {edited && (
            <Button
              size="compact-sm"
              loading={restore.isPending}
              onClick={() => restore.mutate({ id: contract.id, clauses: { [id]: { text: null } } })}
            >
              Back to the template
            </Button>
          )}
        </div>
      )}
    </>
  )
}

function ClauseEditor({ contract: { id }, clause, onClose }: { contract: Contract; clause: Clause; onClose: () => void }) {
  const [text, setText] = useState(clause.text)
  const update = useChange(client.contracts.update, { done: `${clause.heading} changed`, quiet: true, onDone: onClose })
  return (
    <>
      <Textarea
        aria-label={`Text of ${clause.heading}`}
        description="Words in double braces are filled from the fields. An empty line begins a new paragraph."
        autoFocus
        value={text}
        maxRows={24}
        maxLength={20_000}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.preventDefault()
          onClose()
        }}
      />
      <ProblemNote error={update.error} />
      <div className={classes.buttons}>
        <Button
          size="compact-sm"
          variant="filled"
          disabled={text.trim() === '' || text === clause.text}
          loading={update.isPending}
          onClick={() => update.mutate({ id, clauses: { [clause.id]: { text } } })}
        >
          Keep
        </Button>
        <Button size="compact-sm" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </>
  )
}
