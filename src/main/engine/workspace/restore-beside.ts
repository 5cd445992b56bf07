import { existsSync } from 'node:fs'
import type { EngineContext } from '../context.ts'
import { restoreWorkspace, type Restored } from './restore.ts'

interface RestoredBeside extends Restored {
  folder: string
  /** Lets the shell open it. */
  opening: string
}

/** Makes a workspace from the granted backup, in a new folder beside the one that is open, which stays as it is. Raises what
 *  `restoreWorkspace` raises; then no folder is left. */
export async function restoreBeside({ grants, jobs, ports, workspace }: EngineContext, grant: string): Promise<RestoredBeside> {
  const { path, name } = await grants.readable(grant)
  const folder = newFolder(`${workspace.folder} restored ${ports.clock.today()}`)
  return jobs.run(`Restoring ${name}`, async (job) => {
    const onProgress = (share: number) => job.progress(share, 1)
    const restored = await restoreWorkspace({ file: path, folder, signal: job.signal, onProgress })
    return { ...restored, folder, opening: grants.toOpen(folder) }
  })
}

function newFolder(wanted: string, count = 1): string {
  const folder = count === 1 ? wanted : `${wanted} (${count})`
  return existsSync(folder) ? newFolder(wanted, count + 1) : folder
}
