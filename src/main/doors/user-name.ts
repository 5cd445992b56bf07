import { userInfo } from 'node:os'

/** Who sits at this machine, for the journal; `fallback` where the system has no name for the user. */
export function userName(fallback: string): string {
  try {
    return userInfo().username
  } catch {
    return fallback
  }
}
