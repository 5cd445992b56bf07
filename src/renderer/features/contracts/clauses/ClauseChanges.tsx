import { useQuery } from '@tanstack/react-query'
import { api } from '../../../api/client.ts'
import { numbered } from '../../../ui/numbered.ts'
import { Answer } from '../../../ui/states.tsx'
import type { Contract } from '../contract.ts'
import { RedlineWords } from '../redline/RedlineWords.tsx'
import type { Clause } from './ClauseLine.tsx'
import { ClauseWords } from './ClauseWords.tsx'
import classes from './clauses.module.css'

/** An edited clause with its changes against the template marked in its words. */
export function ClauseChanges({ contract: { id: contractId, fields }, clause: { id, text } }: { contract: Contract; clause: Clause }) {
  const redline = useQuery(
    api.contracts.redline.queryOptions({
      input: { before: { contractId, which: 'template' }, after: { contractId, which: 'current' } },
    }),
  )
  return (
    <Answer query={redline} what="The changes against the template could not be shown">
      {({ clauses }) => {
        const marked = clauses.find((clause) => clause.id === id)
        if (!marked || marked.status === 'same') return <ClauseWords text={text} fields={fields} />
        return numbered(marked.paragraphs).map(({ place, item }) => (
          <p key={place} className={classes.words}>
            <RedlineWords parts={item} />
          </p>
        ))
      }}
    </Answer>
  )
}
