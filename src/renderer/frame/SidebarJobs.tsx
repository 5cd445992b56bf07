import { ActionIcon, Progress, Tooltip } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { client } from '../api/client.ts'
import { useJobs } from '../api/events.ts'
import type { Job } from '../api/jobs.ts'
import { sayProblem } from '../api/undo.tsx'
import classes from './Sidebar.module.css'

/** Long work at the foot of the sidebar: how far it is, and a way to stop it. */
export function SidebarJobs({ isCollapsed }: { isCollapsed: boolean }) {
  const jobs = useJobs()
  if (jobs.length === 0) return null
  return (
    <section className={classes.jobs} aria-label="Under way" aria-live="polite">
      {jobs.map((job) => (
        <SidebarJob key={job.id} job={job} isCollapsed={isCollapsed} />
      ))}
    </section>
  )
}

const ended: Readonly<Record<Job['state'], string | null>> = { running: null, done: 'Done', failed: 'Did not work', cancelled: 'Cancelled' }
const colour: Readonly<Record<Job['state'], string>> = { running: 'accent', done: 'green', failed: 'red', cancelled: 'gray' }

function SidebarJob({ job, isCollapsed }: { job: Job; isCollapsed: boolean }) {
  const percent = job.progress === null ? 100 : Math.round(job.progress * 100)
  const bar = (
    <Progress.Section
      value={percent}
      color={colour[job.state]}
      animated={job.progress === null && job.state === 'running'}
      aria-label={job.label}
    />
  )
  if (isCollapsed)
    return (
      <Tooltip label={job.label} position="right">
        <Progress.Root size={4}>{bar}</Progress.Root>
      </Tooltip>
    )
  return (
    <div className={classes.job}>
      <div className={classes.jobHead}>
        <span className={classes.label} title={job.label}>
          {job.label}
        </span>
        {job.state === 'running' && job.canCancel && (
          <ActionIcon
            size={20}
            aria-label={`Cancel: ${job.label}`}
            onClick={() => void client.workspace.cancelJob({ id: job.id }).catch(sayProblem)}
          >
            <IconX size={14} stroke={1.5} />
          </ActionIcon>
        )}
      </div>
      <Progress.Root size={4}>{bar}</Progress.Root>
      <span className={classes.jobNote}>{ended[job.state] ?? job.note ?? (job.progress === null ? 'Under way' : `${percent} %`)}</span>
    </div>
  )
}
