import { ActionIcon, Button, NumberInput, Select, TextInput, Tooltip } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { DateField } from '../campaigns/DateField.tsx'
import { formatChoices, platformChoices } from '../deliverables/deliverable-words.ts'
import classes from './briefs.module.css'
import type { BriefContent } from './use-brief-draft.ts'

type Row = BriefContent['deliverables'][number]
const newRow: Row = { platform: 'instagram', format: 'reel', quantity: 1, length: null, dueOn: null }

interface BriefDeliverablesProps {
  rows: readonly Row[]
  onChange: (rows: Row[]) => void
}

/** What every creator is asked for: format by number by length, with its day. */
export function BriefDeliverables({ rows, onChange }: BriefDeliverablesProps) {
  return (
    <div className={classes.points}>
      {rows.length > 0 && (
        <div className={classes.tableScroll}>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">Platform</th>
                <th scope="col">Format</th>
                <th scope="col">Count</th>
                <th scope="col">Length</th>
                <th scope="col">Due</th>
                <th>
                  <span className="visually-hidden">Remove</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row, place) => (
                <DeliverableRow
                  // oxlint-disable-next-line react/no-array-index-key -- rows have no id of their own, and every field is controlled
                  key={place}
                  row={row}
                  name={`deliverable ${place + 1}`}
                  onChange={(changes) => onChange(rows.with(place, { ...row, ...changes }))}
                  onRemove={() => onChange(rows.toSpliced(place, 1))}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Button
        variant="subtle"
        size="compact-sm"
        className={classes.add}
        leftSection={<IconPlus size={14} stroke={1.5} aria-hidden />}
        onClick={() => onChange([...rows, rows.at(-1) ?? newRow])}
      >
        Add a deliverable
      </Button>
    </div>
  )
}

function DeliverableRow({
  row,
  name,
  onChange,
  onRemove,
}: {
  row: Row
  name: string
  onChange: (changes: Partial<Row>) => void
  onRemove: () => void
}) {
  return (
    <tr>
      <td>
        <Select
          aria-label={`Platform of ${name}`}
          searchable
          data={platformChoices}
          value={row.platform}
          onChange={(platform) => platform && onChange({ platform, format: formatChoices(platform)[0]?.value ?? row.format })}
        />
      </td>
      <td>
        <Select
          aria-label={`Format of ${name}`}
          data={formatChoices(row.platform, row.format)}
          value={row.format}
          onChange={(format) => format && onChange({ format })}
        />
      </td>
      <td>
        <NumberInput
          aria-label={`Count of ${name}`}
          min={1}
          max={1000}
          allowDecimal={false}
          clampBehavior="strict"
          value={row.quantity}
          onChange={(quantity) => typeof quantity === 'number' && quantity >= 1 && onChange({ quantity })}
        />
      </td>
      <td>
        <TextInput
          aria-label={`Length of ${name}`}
          placeholder="30–45 s"
          value={row.length ?? ''}
          onChange={({ currentTarget }) => onChange({ length: currentTarget.value || null })}
        />
      </td>
      <td>
        <DateField label={`Due day of ${name}`} isLabelHidden value={row.dueOn} onChange={(dueOn) => onChange({ dueOn })} />
      </td>
      <td>
        <Tooltip label="Remove">
          <ActionIcon aria-label={`Remove ${name}`} onClick={onRemove}>
            <IconX size={14} stroke={1.5} />
          </ActionIcon>
        </Tooltip>
      </td>
    </tr>
  )
}
