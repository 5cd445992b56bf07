import { ActionIcon, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import type { MouseEvent } from 'react'
import { CompactCount } from '../../../ui/figures.tsx'
import { formatDay, formatMoney } from '../../../ui/format.ts'
import { sentence, stages, type Collaboration, type Stage } from '../campaign-words.ts'
import classes from './board.module.css'
import { modelLabel } from './compensation-draft.ts'

interface BoardCardProps {
  row: Collaboration
  isOpen: boolean
  isChosen: boolean
  /** How many are chosen on the whole board. */
  chosenCount: number
  onChoose: () => void
  onOpen: () => void
  onMove: (stage: Stage) => void
}

/** One creator on the board: who, for what, and what comes next. */
export function BoardCard({ row, isOpen, isChosen, chosenCount, onChoose, onOpen, onMove }: BoardCardProps) {
  const { id, creatorName, handle, followers, stage } = row
  const moving = isChosen && chosenCount > 1 ? `${chosenCount} creators` : creatorName
  const click = (event: MouseEvent) => (event.ctrlKey || event.metaKey || event.shiftKey ? onChoose() : onOpen())
  return (
    <li
      className={classes.card}
      data-open={isOpen || undefined}
      data-chosen={isChosen || undefined}
      data-choosing={chosenCount > 0 || undefined}
      draggable
      onDragStart={(event) => event.dataTransfer.setData('text/plain', id)}
    >
      <div className={classes.cardHead}>
        <button type="button" className={classes.cardName} title={creatorName} onClick={click}>
          {creatorName}
        </button>
        <input type="checkbox" className={classes.box} aria-label={`Select ${creatorName}`} checked={isChosen} onChange={onChoose} />
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon size={22} aria-label={`Move ${moving}`}>
              <IconDots size={14} stroke={1.5} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Label>{isChosen && chosenCount > 1 ? `Move ${chosenCount} creators to` : 'Move to'}</Menu.Label>
            {stages
              .filter((next) => next !== stage)
              .map((next) => (
                <Menu.Item key={next} onClick={() => onMove(next)}>
                  {sentence(next)}
                </Menu.Item>
              ))}
          </Menu.Dropdown>
        </Menu>
      </div>
      {handle && (
        <div className={classes.cardLine}>
          <span className={classes.cut} title={handle}>
            @{handle}
          </span>
          {followers !== null && <CompactCount value={followers} />}
        </div>
      )}
      <div className={classes.cardLine}>
        <span className={classes.cut} title={row.compensationText ?? undefined}>
          {terms(row)}
        </span>
      </div>
      <div className={classes.cardLine}>
        <span className={classes.cut}>{nextStep(row)}</span>
      </div>
    </li>
  )
}

function terms({ compensation, agreedCash }: Collaboration): string {
  if (!compensation) return 'Nothing agreed'
  return agreedCash && agreedCash.amountMinor > 0
    ? `${formatMoney(agreedCash, true)} ${modelLabel(compensation.model).toLowerCase()}`
    : modelLabel(compensation.model)
}

function nextStep({ briefSentAt, contract, deliverables: { nextDueOn, posted, total } }: Collaboration): string {
  if (nextDueOn) return `Next post due ${formatDay(nextDueOn)}`
  if (total > 0 && posted === total) return total === 1 ? 'Post is live' : `All ${total} posts live`
  if (contract) return `Contract ${contract.status}`
  return briefSentAt ? 'Brief sent' : 'Brief not sent'
}
