import { useEffect, useSyncExternalStore } from 'react'
import type { z } from 'zod'
import type { EngineEvent } from '#src/shared/contract/workspace.ts'
import { client, lane } from './client.ts'
import { featuresTouchedBy } from './invalidation.ts'
import { applyJob, type Job } from './jobs.ts'
import { queryClient } from './query-client.ts'

type Event = z.infer<typeof EngineEvent>

const changeListeners = new Set<(tables: readonly string[]) => void>()
let jobs: readonly Job[] = []
const jobListeners = new Set<() => void>()

/** Calls `listener` with the changed tables after each change, whoever made it; with none when anything may have changed. */
export function onChange(listener: (tables: readonly string[]) => void): () => void {
  changeListeners.add(listener)
  return () => void changeListeners.delete(listener)
}

/** Long work that is under way, and what ended a moment ago. */
export function useJobs(): readonly Job[] {
  return useSyncExternalStore(
    (listener) => {
      jobListeners.add(listener)
      return () => void jobListeners.delete(listener)
    },
    () => jobs,
  )
}

function setJobs(next: readonly Job[]): void {
  jobs = next
  for (const listener of jobListeners) listener()
}

const endedStaysMs = 4000

function take(event: Event): void {
  if (event.type === 'hello') {
    setJobs([])
    tell([])
  } else if (event.type === 'changed') {
    tell(event.tables)
  } else {
    setJobs(applyJob(jobs, event.job))
    if (event.job.state !== 'running') setTimeout(() => setJobs(jobs.filter(({ id }) => id !== event.job.id)), endedStaysMs)
  }
}

function tell(tables: readonly string[]): void {
  const features = featuresTouchedBy(tables)
  void queryClient.invalidateQueries(features === null ? {} : { predicate: ({ queryKey: [path] }) => Array.isArray(path) && features.has(path[0] as string) })
  for (const listener of changeListeners) listener(tables)
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

/** Whether the engine can be reached. */
export function useLaneState() {
  return useSyncExternalStore(lane.subscribe, () => lane.state)
}
