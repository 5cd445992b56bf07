import { Button, Checkbox, Progress } from '@mantine/core'
import type { ReactNode } from 'react'
import { client } from '../../../api/client.ts'
import { useJobs } from '../../../api/events.ts'
import { sayProblem } from '../../../api/undo.tsx'
import { counted } from '../../../ui/format.ts'
import classes from './compose.module.css'

interface MakeFootProps {
  count: number
  draws: boolean
  onDraws: (draws: boolean) => void
  isBusy: boolean
  children: ReactNode
}

/** What will be made, and while it is made how far it is, with a way to stop. */
export function MakeFoot({ count, draws, onDraws, isBusy, children }: MakeFootProps) {
  const job = useJobs().find(({ state, label }) => state === 'running' && label.startsWith('Making '))
  return (
    <div className={classes.foot}>
      {isBusy && job ? (
        <div className={classes.progress}>
          <Progress value={(job.progress ?? 0) * 100} aria-label={job.label} />
          <span className={classes.soft}>
            {job.label}, {Math.round((job.progress ?? 0) * 100)} %. Nothing is kept if you cancel.
          </span>
        </div>
      ) : (
        <>
          <Checkbox
            className={classes.draws}
            label={count > 1 ? 'Draw all PDFs at once' : 'Draw the PDF at once'}
            checked={draws}
            onChange={({ currentTarget }) => onDraws(currentTarget.checked)}
          />
          <span className={classes.soft}>{count === 0 ? 'Nobody chosen yet' : `${counted(count, 'draft')}, nothing is sent`}</span>
        </>
      )}
      {isBusy && job?.canCancel && <Button onClick={() => void client.workspace.cancelJob({ id: job.id }).catch(sayProblem)}>Cancel</Button>}
      {children}
    </div>
  )
}
