import { existsSync, readdirSync, renameSync, rmdirSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { raise } from '#src/shared/contract/errors.ts'
import { makeFolder, removeIfEmpty } from '../../engine/db/make-folder.ts'
import { databaseIn, expectWorkspace } from '../../engine/db/workspace-folder.ts'
import { makeDemo } from '../../engine/demo/make.ts'
import { openEngine, type Engine } from '../../engine/engine.ts'
import { nodePorts, systemClock } from '../node-ports.ts'
import { userName } from '../user-name.ts'
import { appVersion } from './app-version.ts'
import { given } from './values.ts'

/** Makes an empty workspace. Raises WORKSPACE_EXISTS, and what opening one raises. */
export async function makeWorkspace(folder: string, name: string | undefined) {
  refuseExisting(folder)
  return inNewWorkspace(folder, name, (engine) => engine.client(userName('command line')).workspace.info({}))
}

/** Makes the demo agency in a new or empty folder: beside the place, and moved there whole, because what breaks off must not pass for a demo.
 *  Raises WORKSPACE_EXISTS, and CONFLICT for a folder with other files. */
export async function makeDemoWorkspace(folder: string) {
  refuseExisting(folder)
  if (existsSync(folder) && readdirSync(folder).length > 0)
    raise('CONFLICT', `The folder ${folder} holds other files; name a new or an empty one.`)
  const making = `${folder}.making-${process.pid}`
  let above: string[] = []
  try {
    above = makeFolder(dirname(folder))
    const made = await inNewWorkspace(making, undefined, async (engine) => {
      await makeDemo(engine, systemClock.today())
      return engine.client('Demo').workspace.info({})
    })
    if (existsSync(folder)) rmdirSync(folder)
    renameSync(making, folder)
    return made
  } finally {
    rmSync(making, { recursive: true, force: true })
    removeIfEmpty(above)
  }
}

function refuseExisting(folder: string): void {
  expectWorkspace(folder, true)
  if (existsSync(databaseIn(folder))) raise('WORKSPACE_EXISTS', `There is a workspace in ${folder} already; nothing was changed.`)
}

async function inNewWorkspace<Result>(
  folder: string,
  name: string | undefined,
  work: (engine: Engine) => Promise<Result>,
): Promise<Result> {
  const engine = await openEngine({ folder, create: true, ...given({ name }), ports: nodePorts({ appVersion }) })
  try {
    return await work(engine)
  } finally {
    await engine.close()
  }
}
