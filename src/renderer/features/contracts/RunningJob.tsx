import { Button, Progress } from '@mantine/core'
import { client } from '../../api/client.ts'
import { useJobs } from '../../api/events.ts'
import { sayProblem } from '../../api/undo.tsx'
import classes from './RunningJob.module.css'

/** How far the work is whose name begins so, with a way to stop it; nothing while there is none. */
export function RunningJob({ begins }: { begins: string }) {
  const job = useJobs().find(({ state, label }) => state === 'running' && label.startsWith(begins))
  if (!job) return null
  const percent = Math.round((job.progress ?? 0) * 100)
  return (
    <div className={classes.job}>
      <div className={classes.words}>
        <Progress value={percent} aria-label={job.label} />
        <span className={classes.note}>
          {job.label}, {percent} %. Nothing is kept if you cancel.
        </span>
      </div>
      {job.canCancel && <Button onClick={() => void client.workspace.cancelJob({ id: job.id }).catch(sayProblem)}>Cancel</Button>}
    </div>
  )
}
