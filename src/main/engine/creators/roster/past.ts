import type { RosterPast } from '../../db/roster-past.ts'

/** What was done with creators, read when a filter first asks and kept until it may have changed. */
export interface Past extends RosterPast {
  /** Whether anything had been read. */
  forget(): boolean
}

export function openPast(source: RosterPast): Past {
  let lastWorked: ReturnType<RosterPast['lastWorked']> | null = null
  let vetted: number[] | null = null
  return {
    lastWorked: () => (lastWorked ??= source.lastWorked()),
    vetted: () => (vetted ??= source.vetted()),
    forget() {
      const wasRead = lastWorked !== null || vetted !== null
      lastWorked = vetted = null
      return wasRead
    },
  }
}
