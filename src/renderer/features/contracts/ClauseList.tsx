import { Button, Switch, Textarea } from '@mantine/core'
import { useState } from 'react'
import { client } from '../../api/client.ts'
import { useChange } from '../../api/use-change.ts'
import { Section } from '../../ui/fields.tsx'
import type { Contract } from './contract.ts'
import classes from './contracts.module.css'

/** The clauses of the template: in or out, each with its text and a note in plain words. */
export function ClauseList({ contract }: { contract: Contract }) {
  return (
    <Section title="Clauses" note="Edited text stays with this contract; the template is left as it is.">
      {contract.clauses.map((clause) => (
        <Clause key={clause.id} contract={contract} clause={clause} />
      ))}
    </Section>
  )
}

function Clause({ contract: { id, status }, clause }: { contract: Contract; clause: Contract['clauses'][number] }) {
  const [isOpen, setOpen] = useState(false)
  const update = useChange(client.contracts.update, { done: `${clause.heading} changed` })
  const canEdit = status === 'draft'
  const change = (edit: { text?: string | null; included?: boolean }) => update.mutate({ id, clauses: { [clause.id]: edit } })
  const keep = (text: string) => {
    if (text !== clause.text) change({ text })
  }
  return (
    <div className={classes.clause}>
      <div className={classes.clauseHead}>
        <span className={classes.clauseTitle}>
          {clause.heading}
          {clause.edited && <span className={classes.source}> edited</span>}
        </span>
        <Button
          size="compact-xs"
          variant="subtle"
          aria-expanded={isOpen}
          aria-label={`${isOpen ? 'Close' : 'Show'} the clause ${clause.heading}`}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? 'Close' : canEdit ? 'Edit' : 'Show'}
        </Button>
        <Switch
          aria-label={`${clause.heading} is part of the contract`}
          checked={clause.included}
          disabled={!canEdit}
          onChange={({ currentTarget }) => change({ included: currentTarget.checked })}
        />
      </div>
      {isOpen && (
        <>
          <p className={classes.clauseNote}>{clause.note}</p>
          <Textarea
            key={clause.text}
            aria-label={`Text of ${clause.heading}`}
            defaultValue={clause.text}
            readOnly={!canEdit}
            maxRows={24}
            onBlur={({ currentTarget }) => keep(currentTarget.value)}
          />
          {clause.edited && canEdit && (
            <Button mt={4} size="compact-xs" variant="subtle" onClick={() => change({ text: null })}>
              Use the template again
            </Button>
          )}
        </>
      )}
    </div>
  )
}
