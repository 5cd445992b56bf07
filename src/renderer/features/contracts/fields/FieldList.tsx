import { Section } from '../../../ui/fields.tsx'
import { canEdit, type Contract } from '../contract.ts'
import { FieldGroupPart } from './FieldGroupPart.tsx'
import { groupFields } from './group-fields.ts'
import { useFieldFocus } from './use-field-focus.ts'

/** What the clauses are filled with, by where each value came from: what is blank or was changed here stands open, the rest is folded. */
export function FieldList({ contract }: { contract: Contract }) {
  const groups = groupFields(contract)
  const { field: wanted } = useFieldFocus()
  return (
    <Section
      title="Fields"
      note={canEdit(contract) ? 'Filled from the records. What you type over one stays with this contract alone.' : undefined}
    >
      <div>
        {groups.map((group) => (
          <FieldGroupPart
            key={group.id}
            contract={contract}
            group={group}
            startsOpen={group.id === 'blank' || group.id === 'typed'}
            isWanted={group.fields.some(({ name }) => name === wanted)}
          />
        ))}
      </div>
    </Section>
  )
}
