import { nextTurn, pauseAfterMs } from '../db/next-turn.ts'
import type { JobHandle } from '../jobs.ts'

/** Goes through a list in slices so short that the engine answers in between. Raises CANCELLED. */
export async function forEachPaced<Item>(items: readonly Item[], job: JobHandle, note: string, work: (item: Item) => void): Promise<void> {
  let since = Date.now()
  for (const [at, item] of items.entries()) {
    work(item)
    if (Date.now() - since < pauseAfterMs) continue
    job.throwIfCancelled()
    job.progress(at + 1, items.length, note)
    await nextTurn()
    since = Date.now()
  }
  job.throwIfCancelled()
}
