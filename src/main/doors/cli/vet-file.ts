import { resolve } from 'node:path'
import { uuidv7 } from 'uuidv7'
import { openBus } from '../../engine/bus.ts'
import { fileSource, type ByteSource } from '../../engine/exchange/tables/source.ts'
import { openJobs, type JobHandle } from '../../engine/jobs.ts'
import { showProgress } from './progress.ts'

export { vetComments } from '../../engine/vetting/comments.ts'
export { vetFollowers } from '../../engine/vetting/followers.ts'

/** Goes through the file at `path` without any workspace: with progress on standard error, and given up when `onInterrupt` aborts. */
export async function vetFile<Result>(
  path: string,
  onInterrupt: AbortSignal,
  vet: (source: ByteSource, job: JobHandle) => Promise<Result>,
): Promise<Result> {
  const source = await fileSource(resolve(path))
  const bus = openBus()
  const jobs = openJobs(bus, uuidv7)
  const progress = showProgress(bus, process.stderr)
  const cancel = () => jobs.list().forEach(({ id }) => jobs.cancel(id))
  onInterrupt.addEventListener('abort', cancel)
  try {
    return await jobs.run(`Vetting ${source.name}`, async (job) => vet(source, job))
  } finally {
    onInterrupt.removeEventListener('abort', cancel)
    progress.stop()
  }
}
