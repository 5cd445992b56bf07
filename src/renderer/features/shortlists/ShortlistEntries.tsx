import { Button, VisuallyHidden } from '@mantine/core'
import { useState } from 'react'
import type { z } from 'zod'
import type { ShortlistDetail } from '#src/shared/contract/shortlists.ts'
import { client } from '../../api/client.ts'
import { useChange } from '../../api/use-change.ts'
import { counted } from '../../ui/format.ts'
import { SelectionBar } from '../../ui/SelectionBar.tsx'
import type { Selection } from '../../ui/table/selection.ts'
import { ShortlistEntryRow } from './ShortlistEntryRow.tsx'
import classes from './shortlists.module.css'

interface ShortlistEntriesProps {
  shortlist: z.infer<typeof ShortlistDetail>
  selection: Selection
  chosen: string[]
}

/** Every row has a field; beyond so many they are drawn when asked for. */
const drawnAtOnce = 200

/** Who is on a shortlist, in its order: rows are dragged, or moved with the arrows. */
export function ShortlistEntries({ shortlist: { id, entries }, selection, chosen }: ShortlistEntriesProps) {
  const [isAll, setAll] = useState(false)
  const [dragged, setDragged] = useState<string | null>(null)
  const [over, setOver] = useState<number | null>(null)
  const move = useChange(client.shortlists.move, { done: 'Moved' })
  const remove = useChange(client.shortlists.removeCreators, {
    done: (_, { creatorIds }) => `Took ${counted(creatorIds.length, 'creator')} off the shortlist`,
    onDone: selection.clear,
  })
  const drop = (to: number) => {
    if (dragged !== null) move.mutate({ id, creatorIds: [dragged], to })
    setDragged(null)
    setOver(null)
  }
  const shown = isAll ? entries : entries.slice(0, drawnAtOnce)
  return (
    <>
      <table className={classes.entries} aria-label="Creators on the shortlist">
        <thead>
          <tr>
            <th>
              <input
                type="checkbox"
                className={classes.box}
                aria-label="Select all"
                checked={chosen.length === entries.length}
                onChange={() => (chosen.length > 0 ? selection.clear() : selection.replace(entries.map(({ creator }) => creator.id)))}
              />
            </th>
            <th className={classes.number}>#</th>
            <th>Creator</th>
            <th>Platform</th>
            <th>Tier</th>
            <th className={classes.number}>Followers</th>
            <th className={classes.number}>Engagement</th>
            <th>Note</th>
            <th>
              <VisuallyHidden>Order</VisuallyHidden>
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((entry, at) => (
            <ShortlistEntryRow
              key={entry.creator.id}
              shortlistId={id}
              entry={entry}
              place={at}
              count={entries.length}
              isChosen={selection.ids.has(entry.creator.id)}
              isOver={over === at && dragged !== null && dragged !== entry.creator.id}
              onChoose={() => selection.toggle(entry.creator.id)}
              onMove={(to) => move.mutate({ id, creatorIds: [entry.creator.id], to })}
              onDrag={setDragged}
              onOver={() => setOver(at)}
              onDrop={() => drop(at)}
            />
          ))}
        </tbody>
      </table>
      {shown.length < entries.length && (
        <Button className={classes.rest} onClick={() => setAll(true)}>
          Show all {counted(entries.length, 'creator')}
        </Button>
      )}
      <div className={classes.foot}>
        <SelectionBar count={chosen.length} noun="creator" onClear={selection.clear}>
          <Button loading={move.isPending} onClick={() => move.mutate({ id, creatorIds: chosen, to: 0 })}>
            Move to the top
          </Button>
          <Button loading={remove.isPending} onClick={() => remove.mutate({ id, creatorIds: chosen })}>
            Take off the list
          </Button>
        </SelectionBar>
      </div>
    </>
  )
}
