import { Checkbox } from '@mantine/core'
import type { ReactNode } from 'react'
import { counted } from '../../../ui/format.ts'
import { RunningJob } from '../RunningJob.tsx'
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
  return (
    <div className={classes.foot}>
      {isBusy ? (
        <RunningJob begins="Making " />
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
      {children}
    </div>
  )
}
