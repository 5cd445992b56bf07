import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { client } from '../../../api/client.ts'
import { useChange } from '../../../api/use-change.ts'
import { canEdit, type Contract } from '../contract.ts'
import { FieldEditor } from './FieldEditor.tsx'
import classes from './fields.module.css'
import { originOf, type ContractField } from './group-fields.ts'
import { SourceLink } from './SourceLink.tsx'
import { useFieldFocus } from './use-field-focus.ts'

interface FieldLineProps {
  contract: Contract
  field: ContractField
  /** In groups that mix sources, each line says its own. */
  showsSource: boolean
}

/** One field as a line of words; its pen turns it into a box. */
export function FieldLine({ contract, field, showsSource }: FieldLineProps) {
  const { name, label, value, edited, source } = field
  const [isChosen, setEditing] = useState(false)
  const { field: wanted, lookAt } = useFieldFocus()
  const isEditing = canEdit(contract) && (isChosen || wanted === name)
  const line = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (wanted === name) line.current?.scrollIntoView({ block: 'center' })
  }, [wanted, name])
  const restore = useChange(client.contracts.update, { done: `${label} follows the record again` })
  const close = () => {
    setEditing(false)
    if (wanted === name) lookAt(null)
  }
  return (
    <div ref={line} className={classes.line}>
      <dt className={classes.label}>{label}</dt>
      <dd className={classes.value}>
        {isEditing ? (
          <FieldEditor contract={contract} field={field} onClose={close} />
        ) : (
          <>
            <span className={value === null ? classes.blank : value === '' ? classes.none : undefined}>
              {value === null ? 'Not known yet' : value === '' ? 'None' : value}
            </span>
            {canEdit(contract) && (
              <Tooltip label={`Change ${label}`}>
                <ActionIcon size={24} className={classes.pen} aria-label={`Change ${label}`} onClick={() => setEditing(true)}>
                  <IconPencil size={14} stroke={1.5} />
                </ActionIcon>
              </Tooltip>
            )}
          </>
        )}
        {showsSource && !isEditing && (
          <span className={classes.from}>
            {edited ? (
              canEdit(contract) && (
                <Button
                  size="compact-xs"
                  variant="subtle"
                  ml={-8}
                  loading={restore.isPending}
                  onClick={() => restore.mutate({ id: contract.id, fields: { [name]: null } })}
                >
                  Back to the record
                </Button>
              )
            ) : (
              <>
                From the {originOf({ source })} <SourceLink contract={contract} source={originOf({ source })} />
              </>
            )}
          </span>
        )}
      </dd>
    </div>
  )
}
