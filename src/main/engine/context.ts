import type { Bus } from './bus.ts'
import type { ReadDb, WriteDb } from './db/handles.ts'
import type { Committed, Transaction, Work } from './db/transact.ts'
import type { WorkspaceFolder } from './db/workspace-folder.ts'
import type { ReadPdf } from './documents/reading/content.ts'
import type { FileStore } from './files.ts'
import type { Grants } from './grants.ts'
import type { Jobs } from './jobs.ts'
import type { EnginePorts } from './ports.ts'

/** What every procedure may use. */
export interface EngineContext {
  readonly ports: EnginePorts
  readonly workspace: WorkspaceFolder
  readonly read: ReadDb
  readonly files: FileStore
  /** In a worker with a limit of time and memory. */
  readonly readPdf: ReadPdf
  readonly grants: Grants
  readonly jobs: Jobs
  readonly bus: Bus
  readonly engineId: string
  /** Who asks, for the journal. */
  readonly actor: string
}

/** What a mutation has besides: the open transaction, and words for the history. */
export interface MutationContext extends EngineContext {
  readonly write: WriteDb
  /** The journal entry under which this transaction's changes are kept. */
  readonly entryId: string
  /** Says in the history, in a person's words, what was done. */
  describe(summary: string): void
}

/** What a task has besides: transactions of its own making. */
export interface TaskContext extends EngineContext {
  transact<Result>(about: Pick<Transaction, 'summary' | 'undoes'>, work: Work<Result>): Promise<Committed<Result>>
}
