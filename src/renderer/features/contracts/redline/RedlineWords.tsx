import { numbered } from '../../../ui/numbered.ts'
import classes from './redline.module.css'
import type { RedlineParts } from './redline-types.ts'

/** Words with what went out struck through and what came in underlined; the marks are spoken too. */
export function RedlineWords({ parts }: { parts: RedlineParts }) {
  return numbered(parts).map(({ place: key, item: { kind, text } }) => {
    if (kind === 'inserted')
      return (
        <ins key={key} className={classes.inserted}>
          {text}
        </ins>
      )
    if (kind === 'deleted')
      return (
        <del key={key} className={classes.deleted}>
          {text}
        </del>
      )
    return <span key={key}>{text}</span>
  })
}
