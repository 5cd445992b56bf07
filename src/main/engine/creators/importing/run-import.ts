import { createHash } from 'node:crypto'
import type { Connection } from '../../db/connection.ts'
import type { NewId } from '../../ports.ts'
import { fileSource } from '../../exchange/tables/source.ts'
import { batchWriter } from './batch-writer.ts'
import { goThrough, noRows } from './go-through.ts'
import type { Findings, RowCounts } from './go-through.ts'
import { headerSignature } from './guess-plan.ts'
import type { MergeContext } from './merge.ts'
import { expectNoQuestions, openList } from './open-list.ts'
import type { ImportRequest, KnownBefore, OpenList } from './open-list.ts'
import { storedCreators } from './stored-creators.ts'
import { rowUpdater } from '../../db/row-updates.ts'
import { bulkWriter } from '../../db/bulk.ts'

export interface Watch {
  progress(done: number, total: number): void
  /** Throws CANCELLED once a person has cancelled. */
  throwIfCancelled(): void
}

export interface ImportResult extends Findings {
  list: OpenList
  batchId: string | null
}

/**
 * Imports a list inside the open transaction of `db`, under the journal entry `entryId`. Where every row is known already nothing is
 * written, not
 * even the batch. Raises what opening a list raises, MAPPING_NEEDED, PLATFORM_NEEDED or CANCELLED; the transaction is then to be rolled
 * back.
 */
export async function importList(db: Connection, request: ImportRequest, journal: Journalled, watch: Watch): Promise<ImportResult> {
  const { entryId, newId, now } = journal
  const list = await openList(request, knownBefore(db))
  expectNoQuestions(list)
  const writer = batchWriter(db, entryId, newId)
  const stored = storedCreators(db, writer.write)
  const batchId = newId()
  const { isOwnExport } = list.plan
  const context: MergeContext = { newId, now, takenOn: request.takenOn, batchId, isOwnExport, snapshotAt: stored.snapshotAt }
  const findings = await goThrough(list, stored, context, {
    accept(changes) {
      writer.add(changes)
      stored.added(changes.accounts)
    },
    async pause(done, total) {
      watch.throwIfCancelled()
      watch.progress(done, total)
      await writer.flush()
    },
  })
  await writer.end()
  if (writer.count > 0) await keepBatch(db, journal, { id: batchId, path: request.path, list, rows: findings.rows })
  // Without a header there is nothing to know the list again by.
  if (request.mapping && list.table.headerLine > 0) rememberMapping(db, journal, list)
  return { ...findings, list, batchId: writer.count > 0 ? batchId : null }
}

/** What an import would come to, without writing anything. A list with open questions is shown with no row read. */
export async function previewList(
  db: Connection,
  request: ImportRequest,
  now: string,
  watch: Watch,
): Promise<Omit<ImportResult, 'batchId'>> {
  const list = await openList(request, knownBefore(db))
  if (list.questions.length > 0) {
    return { list, rows: { ...noRows }, rejects: [], notices: [], skips: [] }
  }
  const stored = storedCreators(db, () => undefined)
  let last = 0
  const newId = () => String(last++)
  const { isOwnExport } = list.plan
  const context: MergeContext = { newId, now, takenOn: request.takenOn, batchId: '', isOwnExport, snapshotAt: stored.snapshotAt }
  const findings = await goThrough(list, stored, context, {
    accept: () => undefined,
    pause(done, total) {
      watch.throwIfCancelled()
      watch.progress(done, total)
    },
  })
  return { ...findings, list }
}

/** The entry that an import writes under. */
export interface Journalled {
  entryId: string
  newId: NewId
  now: string
}

interface Batch {
  id: string
  path: string
  list: OpenList
  rows: RowCounts
}

async function keepBatch(db: Connection, { entryId, newId, now }: Journalled, { id, path, list, rows }: Batch): Promise<void> {
  const { fileName, format } = list.table
  const hash = await hashOfFile(path)
  const [mapping, counts] = [JSON.stringify(list.mapping), JSON.stringify(rows)]
  bulkWriter(db, entryId, newId).insert('import_batch', [
    { id, kind: 'creators', file_name: fileName, file_hash: hash, format, mapping, counts, created_at: now },
  ])
}

async function hashOfFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of (await fileSource(path)).chunks()) hash.update(chunk)
  return hash.digest('hex')
}

function knownBefore(db: Connection): KnownBefore {
  const platforms = db.prepare('SELECT DISTINCT platform FROM account').pluck().all() as string[]
  return { platforms, mappingFor: (headers) => rememberedMapping(db, headers) }
}

interface KeptMapping {
  id: string
  mapping: string
  updated_at: string
}

function keptMapping(db: Connection, id: string): KeptMapping | undefined {
  return db.prepare<[string], KeptMapping>('SELECT id, mapping, updated_at FROM import_mapping WHERE id = ?').get(id)
}

/** The mapping a person once gave for a list with these headers. */
function rememberedMapping(db: Connection, headers: readonly string[]): Record<string, string> | null {
  const kept = keptMapping(db, signatureOf(headers))
  return kept ? (JSON.parse(kept.mapping) as Record<string, string>) : null
}

function rememberMapping(db: Connection, { entryId, newId, now }: Journalled, { table, mapping }: OpenList): void {
  const after = { id: signatureOf(table.headers), mapping: JSON.stringify(mapping), updated_at: now }
  const before = keptMapping(db, after.id)
  if (!before) bulkWriter(db, entryId, newId).insert('import_mapping', [after])
  else if (before.mapping !== after.mapping) rowUpdater(db, entryId)('import_mapping', [{ before: { ...before }, after }])
}

function signatureOf(headers: readonly string[]): string {
  return createHash('sha256').update(headerSignature(headers)).digest('hex')
}
