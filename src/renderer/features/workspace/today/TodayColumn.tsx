import { Count } from '../../../ui/figures.tsx'
import { TodayRow } from './TodayRow.tsx'
import classes from './today.module.css'
import { columnWords, type Item } from './today-words.ts'

/** One of the three columns. */
export function TodayColumn({ column, items }: { column: Item['column']; items: readonly Item[] }) {
  const { title, empty } = columnWords[column]
  return (
    <section className={classes.column} aria-label={title} tabIndex={0}>
      <h2 className={classes.title} data-late={(column === 'overdue' && items.length > 0) || undefined}>
        {title}{' '}
        <span className={classes.count}>
          <Count value={items.length} />
        </span>
      </h2>
      {items.length === 0 && <p className={classes.none}>{empty}</p>}
      <ul className={classes.items}>
        {items.map((item) => (
          <TodayRow key={`${item.kind} ${item.id} ${item.title}`} item={item} />
        ))}
      </ul>
    </section>
  )
}
