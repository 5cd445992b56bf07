import { useEffect, useSyncExternalStore } from 'react'
import type { z } from 'zod'
import type { EngineEvent } from '#src/shared/contract/workspace.ts'
import { client, lane } from './client.ts'
import { featuresTouchedBy } from './invalidation.ts'
import { createJobList, type Job } from './jobs.ts'
import { createListeners } from './listeners.ts'
import { queryClient } from './query-client.ts'

type Event = z.infer<typeof EngineEvent>

const changes = createListeners<[tables: readonly string[]]>()
const jobs = createJobList()

/** Calls `listener` with the changed tables after each change, whoever made it; with none when anything may have changed. */
export const onChange = changes.subscribe

/** Long work that is under way, and what ended a moment ago. */
export function useJobs(): readonly Job[] {
  return useSyncExternalStore(jobs.subscribe, jobs.shown)
}

/** Whether the engine can be reached. */
export function useLaneState() {
  return useSyncExternalStore(lane.subscribe, () => lane.state)
}

/** Follows what happens in the engine as long as the window lives, over every restart of the engine. */
export function useEngineEvents(): void {
  useEffect(() => {
    const stop = new AbortController()
    void follow(stop.signal)
    return () => stop.abort()
  }, [])
}

async function follow(signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      for await (const event of await client.events.subscribe({}, { signal })) take(event)
    } catch {
      // The lane says whether the engine is gone; the next turn waits for it to come back.
    }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

function take(event: Event): void {
  if (event.type === 'job') jobs.take(event.job)
  else if (event.type === 'changed') tell(event.tables)
  else greet()
}

let isFirstGreeting = true

/** After the first greeting nothing can have been missed yet; after a later one, anything. */
function greet(): void {
  jobs.clear()
  if (!isFirstGreeting) tell([])
  isFirstGreeting = false
}

function tell(tables: readonly string[]): void {
  const features = featuresTouchedBy(tables)
  void queryClient.invalidateQueries(
    features === null ? {} : { predicate: ({ queryKey: [path] }) => Array.isArray(path) && features.has(path[0] as string) },
  )
  changes.tell(tables)
}
