import { useState, type DragEvent } from 'react'
import type { Selection } from '../../../ui/table/selection.ts'
import { stages, type Collaboration, type Stage } from '../campaign-words.ts'
import { BoardCard } from './BoardCard.tsx'
import classes from './board.module.css'
import { useBulk } from './use-bulk.ts'
import { StageStatus } from './work-status.tsx'

interface BoardProps {
  rows: readonly Collaboration[]
  selection: Selection
  openId: string | undefined
  onOpen: (row: Collaboration) => void
}

/** The creators by stage. A card is dragged to another column, or moved with its menu; with it go all that are chosen, if it is one of them. */
export function Board({ rows, selection, openId, onOpen }: BoardProps) {
  const [over, setOver] = useState<Stage | null>(null)
  const { setStage } = useBulk()
  const moveTo = (id: string, stage: Stage) => {
    const ids = selection.ids.has(id) ? selection.ids : new Set([id])
    const moving = rows.filter((row) => ids.has(row.id) && row.stage !== stage)
    if (moving.length > 0) setStage.mutate({ ids: moving.map((row) => row.id), changes: { stage } })
  }
  const drop = (event: DragEvent, stage: Stage) => {
    event.preventDefault()
    setOver(null)
    moveTo(event.dataTransfer.getData('text/plain'), stage)
  }
  return (
    <div
      className={classes.board}
      data-choosing={selection.ids.size > 0 || undefined}
      tabIndex={0}
      role="region"
      aria-label="Creators by stage"
    >
      {stages.map((stage) => {
        const cards = rows.filter((row) => row.stage === stage)
        return (
          <section
            key={stage}
            className={classes.column}
            aria-label={stage}
            data-over={over === stage || undefined}
            onDragOver={(event) => {
              event.preventDefault()
              setOver(stage)
            }}
            onDragLeave={(event) => !event.currentTarget.contains(event.relatedTarget as Node | null) && setOver(null)}
            onDrop={(event) => drop(event, stage)}
          >
            <ColumnHead stage={stage} cards={cards} selection={selection} />
            <ul className={classes.cards}>
              {cards.map((row) => (
                <BoardCard
                  key={row.id}
                  row={row}
                  isOpen={row.id === openId}
                  isChosen={selection.ids.has(row.id)}
                  chosenCount={selection.ids.size}
                  onChoose={() => selection.toggle(row.id)}
                  onOpen={() => onOpen(row)}
                  onMove={(next) => moveTo(row.id, next)}
                />
              ))}
            </ul>
          </section>
        )
      })}
    </div>
  )
}

function ColumnHead({ stage, cards, selection }: { stage: Stage; cards: readonly Collaboration[]; selection: Selection }) {
  const ids = cards.map(({ id }) => id)
  const isAll = ids.length > 0 && ids.every((id) => selection.ids.has(id))
  const choose = () => (isAll ? selection.replace([...selection.ids].filter((id) => !ids.includes(id))) : selection.add(ids))
  return (
    <div className={classes.columnHead}>
      <h2 className={classes.columnName}>
        <StageStatus stage={stage} />
      </h2>
      <span className={classes.count}>{cards.length}</span>
      {cards.length > 0 && (
        <input type="checkbox" className={classes.box} aria-label={`Select all in ${stage}`} checked={isAll} onChange={choose} />
      )}
    </div>
  )
}
