import type { z } from 'zod'
import type { Job as JobSchema } from '#src/shared/contract/workspace.ts'

export type Job = z.infer<typeof JobSchema>

/** The list of jobs after one more message about `job`; a new job comes last. */
export function applyJob(jobs: readonly Job[], job: Job): readonly Job[] {
  return jobs.some(({ id }) => id === job.id) ? jobs.map((known) => (known.id === job.id ? job : known)) : [...jobs, job]
}
