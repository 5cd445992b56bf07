import { setImmediate } from 'node:timers/promises'

/** How long one piece of work inside a transaction may keep the event loop, so that reads are answered in between. Milliseconds. */
export const pauseAfterMs = 15

/** Lets whatever else waits in this thread run. */
export async function nextTurn(): Promise<void> {
  await setImmediate()
}

/** What to wait for between the pieces of long work: lets others run now and then. */
export function pauses(): () => Promise<void> {
  let started = performance.now()
  return async () => {
    if (performance.now() - started < pauseAfterMs) return
    await nextTurn()
    started = performance.now()
  }
}
