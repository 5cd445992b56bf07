import { Switch, Tooltip } from '@mantine/core'
import { IconChevronRight } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { client } from '../../../api/client.ts'
import { useChange } from '../../../api/use-change.ts'
import { canEdit, type Contract } from '../contract.ts'
import { ClauseBody } from './ClauseBody.tsx'
import classes from './clauses.module.css'

export type Clause = Contract['clauses'][number]

/** One clause: whether it is in, and, opened, what it says. */
export function ClauseLine({ contract, clause }: { contract: Contract; clause: Clause }) {
  const { id, heading, edited, included, optional } = clause
  const [isOpen, setOpen] = useState(false)
  const bodyId = useId()
  const update = useChange(client.contracts.update, { done: included ? `${heading} left out` : `${heading} put in` })
  const tags = [edited && 'Edited', !included && (optional ? 'Optional, not in' : 'Left out')].filter(Boolean)
  const verb = included ? 'Leave out' : 'Put in'
  return (
    <li className={classes.clause} data-out={!included || undefined}>
      <div className={classes.head}>
        <button
          type="button"
          className={classes.unfold}
          aria-expanded={isOpen}
          aria-controls={isOpen ? bodyId : undefined}
          onClick={() => setOpen(!isOpen)}
        >
          <IconChevronRight size={14} stroke={1.75} aria-hidden className={classes.arrow} />
          <span className={classes.title}>{heading}</span>
          {tags.map((tag) => (
            <span key={String(tag)} className={classes.tag} data-edited={tag === 'Edited' || undefined}>
              {tag}
            </span>
          ))}
        </button>
        {canEdit(contract) && (
          <Tooltip label={`${verb} this clause`}>
            <Switch
              aria-label={`${heading} is part of the contract`}
              checked={included}
              disabled={update.isPending}
              onChange={({ currentTarget }) => update.mutate({ id: contract.id, clauses: { [id]: { included: currentTarget.checked } } })}
            />
          </Tooltip>
        )}
      </div>
      {isOpen && (
        <div id={bodyId} className={classes.body}>
          <ClauseBody contract={contract} clause={clause} />
        </div>
      )}
    </li>
  )
}
