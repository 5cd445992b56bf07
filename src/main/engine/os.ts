import { implement, ORPCError } from '@orpc/server'
import { contract } from '#src/shared/contract/index.ts'
import type { ProcedureKind } from '#src/shared/contract/base.ts'
import { raise } from '#src/shared/contract/errors.ts'
import type { EngineContext, MutationContext, TaskContext } from './context.ts'
import { failureOf } from './failure.ts'
import type { JobHandle, Jobs } from './jobs.ts'

// Input and output are checked inside withClearErrors, and before a transaction is opened.
const base = implement(contract).$context<EngineContext>().$config({ initialInputValidationIndex: 1, initialOutputValidationIndex: 1 })

/** Turns every failure into one of the closed set before it meets a door. What was not expected is reported on standard error and named INTERNAL. */
const withClearErrors = base.middleware(async ({ next, path, signal }) => {
  try {
    refuseGivenUp(signal)
    return await next()
  } catch (error) {
    if (error instanceof ORPCError && error.code !== 'INTERNAL_SERVER_ERROR') throw asBadInput(error)
    const { code, message, data } = failureOf(error, path.join('.'))
    throw new ORPCError(code, { message, data })
  }
})

function refuseGivenUp(signal: AbortSignal | undefined): void {
  if (signal?.aborted) raise('CANCELLED', 'The call was given up before it began; nothing was changed.')
}

interface Issue {
  message: string
  path?: readonly (PropertyKey | { key: PropertyKey })[]
}

function asBadInput(error: ORPCError<string, unknown>): ORPCError<string, unknown> {
  if (error.code !== 'BAD_REQUEST') return error
  const issues = (error.data as { issues?: Issue[] } | undefined)?.issues ?? []
  const sentences = issues.slice(0, 3).map(({ message, path }) => {
    const place = (path ?? []).map((part) => String(typeof part === 'object' ? part.key : part)).join('.')
    return place ? `${place}: ${message}` : message
  })
  return new ORPCError('BAD_INPUT', { message: `The request is not valid. ${sentences.join(' ')}`.trim(), data: { issues: sentences } })
}

function expectKind(meta: { kind: ProcedureKind }, kind: ProcedureKind, path: readonly string[]): void {
  if (meta.kind !== kind) throw new Error(`${path.join('.')} is a ${meta.kind} in the contract but is implemented as a ${kind}.`)
}

/** For procedures that only read. */
export const queries = base.use(withClearErrors).use(({ next, procedure, path }) => {
  expectKind(procedure['~orpc'].meta, 'query', path)
  return next()
})

/** For procedures that are one transaction: the handler's changes and their journal rows are committed together. Handlers answer with
 *  `context.entryId`; where no row changed it becomes null, because there is nothing to undo. */
export const mutations = base.use(withClearErrors).use(async ({ next, procedure, path, context, signal }, input) => {
  expectKind(procedure['~orpc'].meta, 'mutation', path)
  const committed = await shownWhenLong(context.jobs, selectionIn(input), (job) =>
    context.workspace.writer.transact({ procedure: path.join('.'), actor: context.actor }, async (write, describe, entryId) => {
      refuseGivenUp(signal)
      const answer = await next({ context: { write, describe, entryId } satisfies Omit<MutationContext, keyof EngineContext> })
      job?.throwIfCancelled()
      return answer
    }),
  )
  const { result } = committed
  return committed.entryId ? result : { ...result, output: Object.assign({}, result.output, { entryId: null }) }
})

/** From so many rows on, a change takes long enough to be shown among the work under way, where it can be cancelled. */
const longSelection = 2000

function shownWhenLong<Result>(jobs: Jobs, rows: number, work: (job?: JobHandle) => Promise<Result>): Promise<Result> {
  return rows < longSelection ? work() : jobs.run(`Changing ${rows.toLocaleString('en-US')} rows`, work)
}

/** How many rows a change is asked to change. */
function selectionIn(input: unknown): number {
  const { ids, creatorIds } = (input ?? {}) as { ids?: unknown; creatorIds?: unknown }
  const chosen = ids ?? creatorIds
  return Array.isArray(chosen) ? chosen.length : 0
}

/** For long work and work with files, which opens its transactions itself through `transact`. */
export const tasks = base.use(withClearErrors).use(({ next, procedure, path, context }) => {
  const { meta } = procedure['~orpc']
  expectKind(meta, 'task', path)
  const transact: TaskContext['transact'] = async (about, work) => {
    if (meta.isReading) throw new Error(`${path.join('.')} only reads, as the contract has it, but wants to write.`)
    return context.workspace.writer.transact({ ...about, procedure: path.join('.'), actor: context.actor }, work)
  }
  return next({ context: { transact } })
})
