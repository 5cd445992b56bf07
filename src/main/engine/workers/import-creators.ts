import { parentPort, workerData } from 'node:worker_threads'
import { TroupeError } from '#src/shared/contract/errors.ts'
import { bulkTransaction } from '../db/bulk-transaction.ts'
import { openConnection, type Connection } from '../db/connection.ts'
import { failureOf } from '../failure.ts'
import type { RowCounts } from '../creators/importing/go-through.ts'
import { newIds } from '../creators/importing/new-ids.ts'
import { importList, previewList } from '../creators/importing/run-import.ts'
import type { ImportResult, Watch } from '../creators/importing/run-import.ts'
import type { ImportAccount, ImportMessage, ImportTask } from '../creators/importing/worker-messages.ts'

/** Rows of the file that a preview shows. */
const shownRows = 30

const task = workerData as ImportTask
const cancelled = new Int32Array(task.cancelled)
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker's port has no origin
const post = (message: ImportMessage) => parentPort?.postMessage(message)

const watch: Watch = {
  progress: (done, total) => post({ kind: 'progress', done, total }),
  throwIfCancelled() {
    if (Atomics.load(cancelled, 0) === 1) throw new TroupeError('CANCELLED')
  },
}

try {
  post({ kind: 'done', account: task.mode === 'import' ? await runImport() : await runPreview() })
} catch (error) {
  const { code, message, data } = failureOf(error, 'import-creators')
  post({ kind: 'failed', code, message, data })
}

async function runImport(): Promise<ImportAccount> {
  const { database, entry, request } = task
  const journal = { entryId: entry.id, newId: newIds(), now: entry.at }
  const work = async (db: Connection) => {
    const done = await importList(db, request, journal, watch)
    return { ...accountOf(done), batchId: done.batchId }
  }
  const { result, tables } = await bulkTransaction(database, entry, work, summarise)
  return { ...result, tables }
}

function summarise({ fileName, rows }: { fileName: string; rows: RowCounts }): string {
  return `Imported ${fileName}: ${rows.created} creators new, ${rows.updated} updated`
}

async function runPreview(): Promise<ImportAccount> {
  const db = openConnection(task.database, { readonly: true })
  try {
    db.exec('BEGIN')
    return { ...accountOf(await previewList(db, task.request, task.entry.at, watch)), batchId: null, tables: [] }
  } finally {
    db.close()
  }
}

function accountOf({ list, rows, rejects, notices, skips }: Omit<ImportResult, 'batchId'>): Omit<ImportAccount, 'batchId' | 'tables'> {
  const { table, plan, mapping, questions } = list
  const { fileName, format, encoding, delimiter, sheet, sheets, headerLine, headers, sample } = table
  return {
    fileName,
    format,
    encoding,
    delimiter,
    sheet,
    sheets: [...sheets],
    headerLine,
    headers: [...headers],
    mapping,
    platform: plan.platform,
    questions,
    rows,
    rejects,
    notices,
    skips,
    sample: sample.rows.slice(0, shownRows).map((cells, at) => {
      return { line: sample.lines[at] ?? 0, cells: headers.map((_, column) => cells[column] ?? '') }
    }),
  }
}
