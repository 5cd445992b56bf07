import { Button, Stack, Textarea } from '@mantine/core'
import { client } from '../../api/client.ts'
import { useChange } from '../../api/use-change.ts'
import { Section } from '../../ui/fields.tsx'
import type { Contract } from './contract.ts'
import classes from './contracts.module.css'

/** The merge fields with where each value came from. Typing over one keeps the text with this contract alone. */
export function FieldList({ contract }: { contract: Contract }) {
  return (
    <Section title="Fields">
      <Stack gap={12}>
        {contract.fields.map((field) => (
          <MergeField key={`${field.name} ${field.value}`} contract={contract} field={field} />
        ))}
      </Stack>
    </Section>
  )
}

function MergeField({
  contract: { id, status },
  field: { name, label, value, source, edited },
}: {
  contract: Contract
  field: Contract['fields'][number]
}) {
  const update = useChange(client.contracts.update, { done: `${label} changed` })
  const keep = (text: string) => {
    if (text !== (value ?? '')) update.mutate({ id, fields: { [name]: text } })
  }
  return (
    <div>
      <Textarea
        label={label}
        minRows={1}
        defaultValue={value ?? ''}
        placeholder="Not known yet"
        readOnly={status !== 'draft'}
        onBlur={({ currentTarget }) => keep(currentTarget.value.trim())}
      />
      <span className={classes.source}>From: {source}</span>
      {edited && status === 'draft' && (
        <Button ml={8} size="compact-xs" variant="subtle" onClick={() => update.mutate({ id, fields: { [name]: null } })}>
          Use the record again
        </Button>
      )}
    </div>
  )
}
