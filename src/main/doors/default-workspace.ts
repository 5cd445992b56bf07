import { homedir } from 'node:os'
import { join, resolve } from 'node:path'

/** The workspace folder that every door opens when none is named: what TROUPE_WORKSPACE says, else a folder among the user's documents
 *  (Windows, macOS) or data (elsewhere). */
export function defaultWorkspace(): string {
  return chosenFolder() ?? join(userFolder(), 'workspace')
}

/** The folder of the demo agency, beside the default workspace so that the two are never mistaken for each other. */
export function demoWorkspace(): string {
  return chosenFolder() ?? join(userFolder(), 'demo')
}

function chosenFolder(): string | undefined {
  return process.env.TROUPE_WORKSPACE ? resolve(process.env.TROUPE_WORKSPACE) : undefined
}

function userFolder(): string {
  if (process.platform === 'win32' || process.platform === 'darwin') return join(homedir(), 'Documents', 'Troupe')
  return join(process.env.XDG_DATA_HOME || join(homedir(), '.local', 'share'), 'troupe')
}
