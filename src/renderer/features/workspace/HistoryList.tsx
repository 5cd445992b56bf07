import { Button } from '@mantine/core'
import type { z } from 'zod'
import type { JournalEntry } from '#src/shared/contract/workspace.ts'
import { takeBack } from '../../api/undo.tsx'
import { Ago } from '../../ui/figures.tsx'
import { EmptyState } from '../../ui/states.tsx'
import classes from './history.module.css'

/** Changes, newest first: who did what, and Undo where it still stands. */
export function HistoryList({ entries }: { entries: readonly z.infer<typeof JournalEntry>[] }) {
  if (entries.length === 0)
    return <EmptyState title="Nothing has changed yet">Every change stands here, with who made it and a way back.</EmptyState>
  return (
    <ol className={classes.history}>
      {entries.map(({ id, summary, actor, at, undoneBy }) => (
        <li key={id} className={classes.entry} data-undone={undoneBy !== null || undefined}>
          <span className={classes.summary} title={summary}>
            {summary}
          </span>
          <span className={classes.by}>
            {actor} · <Ago value={at} />
            {undoneBy && ' · undone'}
          </span>
          {undoneBy ? (
            <span />
          ) : (
            <Button size="compact-xs" variant="subtle" aria-label={`Undo: ${summary}`} onClick={() => void takeBack(id)}>
              Undo
            </Button>
          )}
        </li>
      ))}
    </ol>
  )
}
