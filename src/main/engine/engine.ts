import { call, createRouterClient, isProcedure, unlazy, unlazyRouter, type AnyProcedure, type RouterClient } from '@orpc/server'
import { basename } from 'node:path'
import { raise } from '#src/shared/contract/errors.ts'
import { openBus } from './bus.ts'
import type { EngineContext } from './context.ts'
import { openWorkspaceForReading } from './db/reading.ts'
import { filesIn, openWorkspaceFolder } from './db/workspace-folder.ts'
import { openFileStore } from './files.ts'
import { openGrants, type Grants } from './grants.ts'
import { openJobs } from './jobs.ts'
import { openPdfReader } from './pdf-reader.ts'
import type { EnginePorts } from './ports.ts'
import { router, type Router } from './router.ts'
import { ensureIdentity } from './workspace/identity.ts'

/** One open workspace with everything that can be asked of it; every door stands on this. */
export interface Engine {
  readonly router: Router
  readonly grants: Grants
  /** The context for calls by `actor`, as a door hands it to its handler. */
  contextFor(actor: string): EngineContext
  /** Typed calls in this process. */
  client(actor: string): RouterClient<Router>
  /** Any procedure by its dotted name; UNKNOWN_PROCEDURE where there is none. */
  callByName(name: string, input: unknown, actor: string): Promise<unknown>
  close(): Promise<void>
}

export interface EngineOptions {
  folder: string
  create?: boolean
  /** What a new workspace is called; as its folder when left out. */
  name?: string
  /** Only to look, also while another process has the workspace open; every change is refused. */
  readonly?: boolean
  ports: EnginePorts
}

/** Opens the workspace in `folder`. Raises what `openWorkspaceFolder` raises. */
export async function openEngine({
  folder,
  create = false,
  name = basename(folder),
  readonly = false,
  ports,
}: EngineOptions): Promise<Engine> {
  const bus = openBus()
  const workspace = readonly
    ? openWorkspaceForReading(folder)
    : openWorkspaceFolder({
        folder,
        create,
        clock: ports.clock,
        newId: ports.newId,
        onCommit: ({ procedure }, { entryId, tables }, summary) => {
          if (entryId) bus.publish({ type: 'changed', tables, entryId, procedure, summary })
        },
      })
  const pdfs = openPdfReader(ports)
  const shared = {
    ports,
    workspace,
    bus,
    read: workspace.read,
    files: openFileStore(filesIn(folder)),
    readPdf: pdfs.read,
    grants: openGrants(),
    jobs: openJobs(bus, ports.newId),
    engineId: ports.newId(),
  }
  const contextFor = (actor: string): EngineContext => ({ ...shared, actor })
  await ensureIdentity(contextFor('Troupe'), name).catch(async (error: unknown) => {
    await workspace.abandon()
    throw error
  })
  return {
    router,
    grants: shared.grants,
    contextFor,
    client: (actor) => createRouterClient(router, { context: contextFor(actor) }),
    callByName: async (name, input, actor) => call(await procedureNamed(name), input ?? {}, { context: contextFor(actor) }),
    async close() {
      await shared.jobs.stop()
      await pdfs.close()
      await workspace.close()
    },
  }
}

/** The dotted names of all procedures of the contract, such as `creators.list`. */
export async function procedureNames(): Promise<string[]> {
  return Object.entries(await unlazyRouter(router))
    .flatMap(([feature, procedures]) => Object.keys(procedures).map((name) => `${feature}.${name}`))
    .toSorted()
}

async function procedureNamed(name: string): Promise<AnyProcedure> {
  const [feature = '', procedure = '', ...rest] = name.split('.')
  const lazily = Object.hasOwn(router, feature) ? router[feature as keyof Router] : undefined
  const group: object | undefined = lazily && (await unlazy(lazily)).default
  const found: unknown = group && rest.length === 0 && Object.hasOwn(group, procedure) ? group[procedure as keyof typeof group] : undefined
  return isProcedure(found)
    ? found
    : raise('UNKNOWN_PROCEDURE', `There is no procedure "${name.slice(0, 100)}". "troupe help procedures" lists them.`)
}
