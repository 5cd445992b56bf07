import { Skeleton } from '@mantine/core'
import { useState } from 'react'
import { formatCount } from '../../ui/format.ts'
import classes from './rail.module.css'

interface FacetGroupProps {
  title: string
  /** Without a count where none is known. */
  options: readonly { value: string; label: string; count?: number }[]
  chosen: readonly string[]
  isLoading: boolean
  onToggle: (value: string) => void
}

/** So many values stand there before "Show all". */
const shortList = 6

/** The values of one facet; those that are chosen always stand there. */
export function FacetGroup({ title, options, chosen, isLoading, onToggle }: FacetGroupProps) {
  const [isLong, setLong] = useState(false)
  if (options.length === 0 && !isLoading) return null
  const shown = isLong ? options : options.filter(({ value }, place) => place < shortList || chosen.includes(value))
  return (
    <fieldset className={classes.group}>
      <legend className={classes.title}>{title}</legend>
      {isLoading && Array.from({ length: 3 }, (_, place) => <Skeleton key={place} height={10} my={8} width={`${70 - place * 12}%`} />)}
      {shown.map(({ value, label, count }) => (
        <label key={value} className={classes.option} data-chosen={chosen.includes(value) || undefined}>
          <input type="checkbox" className={classes.box} checked={chosen.includes(value)} onChange={() => onToggle(value)} />
          <span className={classes.word} title={label}>
            {label}
          </span>
          {count !== undefined && <span className={classes.count}>{formatCount(count)}</span>}
        </label>
      ))}
      {options.length > shortList && (
        <button type="button" className={classes.all} aria-expanded={isLong} onClick={() => setLong(!isLong)}>
          {isLong ? 'Show fewer' : `Show all ${options.length}`}
        </button>
      )}
    </fieldset>
  )
}
