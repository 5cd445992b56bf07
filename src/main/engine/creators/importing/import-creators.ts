import type { z } from 'zod'
import type { ImportOptions, ImportPreview, ImportReport } from '#src/shared/contract/creators.ts'
import { TroupeError } from '#src/shared/contract/errors.ts'
import type { EngineContext } from '../../context.ts'
import { endWorker } from '../../end-worker.ts'
import type { JobHandle } from '../../jobs.ts'
import { settingsOf } from '../../workspace/settings.ts'
import { fieldChoices } from './mapping.ts'
import type { ImportAccount, ImportMessage, ImportTask } from './worker-messages.ts'

type Options = z.infer<typeof ImportOptions>
const procedure = 'creators.import'

/**
 * Imports a creator list as one change that can be undone as a whole. Raises what reading a file, its questions and cancelling raise;
 * then nothing was written.
 */
export async function importCreators(context: EngineContext, options: Options): Promise<z.infer<typeof ImportReport>> {
  const { jobs, bus, workspace } = context
  const { name } = await context.grants.readable(options.file)
  const account = await jobs.run(`Importing ${name}`, async (job) => {
    const task = await taskFor(context, options, 'import')
    const done = await workspace.writer.gate.run(() => inWorker(context, task, job))
    if (done.tables.length > 0)
      bus.publish({
        type: 'changed',
        tables: done.tables,
        entryId: task.entry.id,
        procedure,
        summary: `Imported ${done.fileName}`,
      })
    return { ...done, entryId: done.tables.length > 0 ? task.entry.id : null }
  })
  const { format, encoding, delimiter, sheet, headerLine, mapping, rows, rejects, notices, skips, batchId, entryId } = account
  return { format, encoding, delimiter, sheet, headerLine, mapping, rows, rejects, notices, skips, batchId, entryId }
}

/** What importing a list would come to; writes nothing. Open questions are answered with `mapping` and `platform`. */
export async function previewImport(context: EngineContext, options: Options): Promise<z.infer<typeof ImportPreview>> {
  const { name } = await context.grants.readable(options.file)
  const account = await context.jobs.run(`Reading ${name}`, async (job) => {
    const task = await taskFor(context, options, 'preview')
    return inWorker(context, task, job)
  })
  const { tables: _, batchId: __, ...preview } = account
  return { ...preview, fields: fieldChoices(preview.mapping) }
}

async function taskFor(context: EngineContext, options: Options, mode: ImportTask['mode']): Promise<ImportTask> {
  const {
    ports: { clock, newId },
    workspace,
    actor,
  } = context
  const { path } = await context.grants.readable(options.file)
  const { currency } = await settingsOf(context.read)
  const { mapping = null, platform = null, sheet = null, takenOn = clock.today() } = options
  return {
    mode,
    database: workspace.database,
    cancelled: new SharedArrayBuffer(4),
    entry: { id: newId(), at: clock.now(), actor, procedure },
    request: { path, mapping, platform, sheet, takenOn, currency },
  }
}

async function inWorker({ ports }: EngineContext, task: ImportTask, job: JobHandle): Promise<ImportAccount> {
  job.throwIfCancelled()
  const cancel = () => void Atomics.store(new Int32Array(task.cancelled), 0, 1)
  job.signal.addEventListener('abort', cancel)
  const worker = ports.startWorker('import-creators', task)
  try {
    return await new Promise<ImportAccount>((resolve, reject) => {
      worker.on('message', (message: ImportMessage) => {
        if (message.kind === 'progress') job.progress(message.done, message.total)
        else if (message.kind === 'done') resolve(message.account)
        else reject(new TroupeError(message.code, message.message, message.data))
      })
      worker.on('error', reject)
      worker.on('exit', (code) => reject(new Error(`The import ended early (${code}).`)))
    })
  } finally {
    job.signal.removeEventListener('abort', cancel)
    await endWorker(worker)
  }
}
