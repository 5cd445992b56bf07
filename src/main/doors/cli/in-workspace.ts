import { codeOf } from '#src/shared/contract/errors.ts'
import { openEngine, type Engine } from '../../engine/engine.ts'
import { nodePorts } from '../node-ports.ts'
import { userName } from '../user-name.ts'
import { appVersion } from './app-version.ts'
import type { Client, Outcome, WorkspaceCommand } from './command.ts'
import { filesFrom } from './files.ts'
import { lookupBy } from './lookup.ts'
import { showProgress } from './progress.ts'
import type { Values } from './values.ts'

/** Runs one command with the workspace open, and closes it whatever happens. Ctrl-C cancels what is under way. */
export async function runInWorkspace(
  command: WorkspaceCommand,
  folder: string,
  values: Values,
  say: (line: string) => void,
): Promise<Outcome> {
  const engine = await open(folder, isReading(command, values))
  const call: Client = engine.client(userName('command line'))
  const cancel = () => void cancelAll(call)
  const progress = showProgress(engine.contextFor('command line').bus, process.stderr)
  process.on('SIGINT', cancel)
  try {
    return await command.run({ call, engine, folder, values, lookup: lookupBy(call), files: filesFrom(process.cwd(), engine.grants), say })
  } finally {
    process.off('SIGINT', cancel)
    progress.stop()
    await engine.close()
  }
}

async function cancelAll(call: Client): Promise<void> {
  for (const { id } of await call.workspace.jobs({})) await call.workspace.cancelJob({ id })
}

function isReading({ readsOnly = () => false }: WorkspaceCommand, values: Values): boolean {
  return readsOnly === true || readsOnly(values)
}

async function open(folder: string, readsOnly: boolean): Promise<Engine> {
  const ports = nodePorts({ appVersion })
  try {
    return await openEngine({ folder, ports })
  } catch (error) {
    if (readsOnly && codeOf(error) === 'WORKSPACE_IN_USE') return openEngine({ folder, ports, readonly: true })
    throw error
  }
}
