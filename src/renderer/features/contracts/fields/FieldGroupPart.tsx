import { IconChevronRight } from '@tabler/icons-react'
import { useId, useState } from 'react'
import type { Contract } from '../contract.ts'
import { FieldLine } from './FieldLine.tsx'
import classes from './fields.module.css'
import type { FieldGroup } from './group-fields.ts'
import { SourceLink } from './SourceLink.tsx'

interface FieldGroupProps {
  contract: Contract
  group: FieldGroup
  startsOpen: boolean
  /** A check leads to one of its fields. */
  isWanted: boolean
}

/** Fields of one source under a line that unfolds them. */
export function FieldGroupPart({ contract, group: { id, title, fields }, startsOpen, isWanted }: FieldGroupProps) {
  const [isChosen, setOpen] = useState(startsOpen)
  const isOpen = isChosen || isWanted
  const listId = useId()
  const isMixed = id === 'blank' || id === 'typed'
  return (
    <section className={classes.group} aria-label={title}>
      <div className={classes.head}>
        <button
          type="button"
          className={classes.unfold}
          aria-expanded={isOpen}
          aria-controls={isOpen ? listId : undefined}
          onClick={() => setOpen(!isOpen)}
        >
          <IconChevronRight size={14} stroke={1.75} aria-hidden className={classes.arrow} />
          <span className={classes.title}>{title}</span>
          <span className={classes.count} data-warn={id === 'blank' || undefined}>
            {fields.length}
          </span>
          {!isOpen && <span className={classes.glimpse}>{glimpseOf(fields)}</span>}
        </button>
        {isOpen && !isMixed && <SourceLink contract={contract} source={id} />}
      </div>
      {isOpen && (
        <dl id={listId} className={classes.lines}>
          {fields.map((field) => (
            <FieldLine key={field.name} contract={contract} field={field} showsSource={isMixed} />
          ))}
        </dl>
      )}
    </section>
  )
}

function glimpseOf(fields: FieldGroup['fields']): string {
  const values = fields.map(({ value }) => value?.replaceAll(/\s*\n\s*/g, ', ')).filter(Boolean)
  return values.slice(0, 4).join(' · ')
}
