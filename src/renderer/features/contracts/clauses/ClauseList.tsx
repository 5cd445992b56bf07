import { Section } from '../../../ui/fields.tsx'
import { canEdit, type Contract } from '../contract.ts'
import { ClauseLine } from './ClauseLine.tsx'
import classes from './clauses.module.css'

/** The clauses of the template, in or out; each opens to its words and to what they mean. */
export function ClauseList({ contract }: { contract: Contract }) {
  return (
    <Section
      title="Clauses"
      note={canEdit(contract) ? 'Edited words stay with this contract; the template is left as it is.' : 'Each with a note in plain words.'}
    >
      <ul className={classes.list}>
        {contract.clauses.map((clause) => (
          <ClauseLine key={clause.id} contract={contract} clause={clause} />
        ))}
      </ul>
    </Section>
  )
}
