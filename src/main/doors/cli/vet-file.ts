import { resolve } from 'node:path'
import { uuidv7 } from 'uuidv7'
import { openBus } from '../../engine/bus.ts'
import { fileSource, type ByteSource } from '../../engine/exchange/tables/source.ts'
import { openJobs, type JobHandle } from '../../engine/jobs.ts'
import { vetComments, type CommentRequest } from '../../engine/vetting/comments.ts'
import { vetFollowers, type FollowerRequest } from '../../engine/vetting/followers.ts'
import { showProgress } from './progress.ts'

/** Vets the comments in the file at `path`, without any workspace. */
export async function vetCommentFile(path: string, request: CommentRequest, onInterrupt: AbortSignal) {
  return asJob(path, onInterrupt, (source, job) => vetComments(source, request, job))
}

/** Vets the followers in the file at `path`, without any workspace. */
export async function vetFollowerFile(path: string, request: FollowerRequest, onInterrupt: AbortSignal) {
  return asJob(path, onInterrupt, (source, job) => vetFollowers(source, request, job))
}

/** With progress on standard error, and given up with CANCELLED when `onInterrupt` aborts. */
async function asJob<Result>(
  path: string,
  onInterrupt: AbortSignal,
  work: (source: ByteSource, job: JobHandle) => Promise<Result>,
): Promise<Result> {
  const source = await fileSource(resolve(path))
  const bus = openBus()
  const jobs = openJobs(bus, uuidv7)
  const progress = showProgress(bus, process.stderr)
  const cancel = () => jobs.list().forEach(({ id }) => jobs.cancel(id))
  onInterrupt.addEventListener('abort', cancel)
  try {
    return await jobs.run(`Vetting ${source.name}`, async (job) => work(source, job))
  } finally {
    onInterrupt.removeEventListener('abort', cancel)
    progress.stop()
  }
}
