import { setImmediate } from 'node:timers/promises'

/** How long one piece of work inside a transaction may keep the event loop, so that reads are answered in between. Milliseconds. */
export const pauseAfterMs = 15

/** Lets whatever else waits in this thread run. */
export async function nextTurn(): Promise<void> {
  await setImmediate()
}
