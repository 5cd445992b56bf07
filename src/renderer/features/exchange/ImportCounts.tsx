import { Count } from '../../ui/figures.tsx'
import type { Report } from './import-types.ts'
import classes from './import.module.css'

const words = [
  ['created', 'New'],
  ['updated', 'Updated'],
  ['unchanged', 'Unchanged'],
  ['skipped', 'Skipped'],
  ['rejected', 'Rejected'],
] as const

/** What becomes of the rows: five figures that add up to those read. */
export function ImportCounts({ rows, isPreview = false }: { rows: Report['rows']; isPreview?: boolean }) {
  return (
    <dl className={classes.counts} aria-label={isPreview ? 'What the import will do' : 'What the import did'}>
      {words.map(([name, word]) => (
        <div key={name} data-name={name} data-none={rows[name] === 0 || undefined}>
          <dt>{word}</dt>
          <dd>
            <Count value={rows[name]} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
