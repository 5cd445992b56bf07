import { numbered } from '../../../ui/numbered.ts'
import type { Contract } from '../contract.ts'
import classes from './clauses.module.css'

/** The words of a clause with its fields filled in, each marked with where its value came from. */
export function ClauseWords({ text, fields }: { text: string; fields: Contract['fields'] }) {
  return numbered(text.split(/\n{2,}/)).map(({ place: line, item: paragraph }) => (
    <p key={line} className={classes.words}>
      {numbered(paragraph.split(/\{\{([\w.]+)\}\}/)).map(({ place, item: part }) => {
        if (place % 2 === 0) return part
        const field = fields.find(({ name }) => name === part)
        if (!field) return `{{${part}}}`
        const { label, value, source } = field
        return (
          <span key={place} className={value === null ? classes.blank : classes.filled} title={`${label}, from: ${source}`}>
            {value === null ? `[${label}]` : value || '(none)'}
          </span>
        )
      })}
    </p>
  ))
}
