import { useState } from 'react'
import { client } from '../../../api/client.ts'
import { useChange } from '../../../api/use-change.ts'
import { stages, type CampaignWithWork, type Collaboration, type Stage } from '../campaign-words.ts'
import { BoardCard } from './BoardCard.tsx'
import classes from './board.module.css'
import { StageStatus } from './work-status.tsx'

interface BoardProps {
  campaign: CampaignWithWork
  rows: readonly Collaboration[]
  openId: string | undefined
  onOpen: (row: Collaboration) => void
}

/** The creators by stage. A card is dragged to another column, or moved with its menu. */
export function Board({ rows, openId, onOpen }: BoardProps) {
  const [over, setOver] = useState<Stage | null>(null)
  const move = useChange(client.campaigns.updateCollaborations, { done: (_, { changes }) => `Moved to “${changes.stage}”` })
  const moveTo = (id: string, stage: Stage) => {
    if (rows.find((row) => row.id === id)?.stage !== stage) move.mutate({ ids: [id], changes: { stage } })
  }
  return (
    <div className={classes.board} tabIndex={0} role="region" aria-label="Creators by stage">
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
            onDrop={(event) => {
              event.preventDefault()
              setOver(null)
              moveTo(event.dataTransfer.getData('text/plain'), stage)
            }}
          >
            <h2 className={classes.columnHead}>
              <StageStatus stage={stage} />
              <span className={classes.count}>{cards.length}</span>
            </h2>
            <ul className={classes.cards}>
              {cards.map((row) => (
                <BoardCard
                  key={row.id}
                  row={row}
                  isOpen={row.id === openId}
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
