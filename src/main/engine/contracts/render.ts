import { raise } from '#src/shared/contract/errors.ts'
import type { TaskContext } from '../context.ts'
import type { WriteDb } from '../db/handles.ts'
import type { ContractDocumentTable, ContractTable } from '../db/schema.ts'
import type { Committed } from '../db/transact.ts'
import { drawContract } from './fill.ts'
import { contractOf } from './rows.ts'

export interface Rendered {
  documentIds: string[]
  warnings: string[]
  entryId: string | null
}

interface Drawn {
  row: ContractTable
  bytes: Uint8Array
  places: string
  warnings: string[]
}

/** Draws and keeps the PDFs of a selection, one job with progress and cancel; what was drawn before stays as an earlier version.
 *  With a grant for one contract, also writes its PDF there. Raises CONFLICT for a contract that somebody has signed. */
export async function renderContracts(context: TaskContext, ids: readonly string[], file?: string): Promise<Rendered> {
  if (file && ids.length > 1) raise('BAD_INPUT', 'One file can hold one contract. Render the selection first, then save each.')
  return context.jobs.run(ids.length === 1 ? 'Drawing a contract' : `Drawing ${ids.length} contracts`, async (job) => {
    const drawn: Drawn[] = []
    for (const [i, id] of ids.entries()) {
      job.throwIfCancelled()
      const row = await contractOf(context.read, id)
      if (row.status.startsWith('signed'))
        raise('CONFLICT', `Contract ${row.number} is ${row.status}; a new version would not be what was signed.`)
      const { bytes, signaturePlaces, filled } = await drawContract(context, context.read, row)
      drawn.push({
        row,
        bytes,
        places: JSON.stringify(signaturePlaces),
        warnings: filled.missing.map(({ label }) => `${row.number}: ${label} is not known yet.`),
      })
      job.progress(i + 1, ids.length)
    }
    const [only] = drawn
    const staged = file && only ? await context.grants.stage(file, only.bytes) : null
    const { result, entryId } = await keepDrawn(context, ids, drawn).catch(async (error: unknown) => {
      await staged?.abandon()
      throw error
    })
    await staged?.finish()
    return { documentIds: result, warnings: drawn.flatMap(({ warnings }) => warnings), entryId }
  })
}

function keepDrawn(context: TaskContext, ids: readonly string[], drawn: readonly Drawn[]): Promise<Committed<string[]>> {
  return context.transact(
    { summary: ids.length === 1 ? `Drew contract ${drawn[0]?.row.number}` : `Drew ${ids.length} contracts` },
    async (db) => {
      const documentIds: string[] = []
      for (const { row, bytes, places } of drawn) documentIds.push(await keepDocument(context, db, row, 'rendered', bytes, places))
      return documentIds
    },
  )
}

/** Keeps one version of a contract's PDF and returns the id of its row; the same bytes as the newest version are not kept twice. */
export async function keepDocument(
  context: Pick<TaskContext, 'files' | 'ports'>,
  db: WriteDb,
  row: ContractTable,
  kind: string,
  bytes: Uint8Array,
  places: string | null,
): Promise<string> {
  const at = context.ports.clock.now()
  const hash = await context.files.put(db, bytes, 'application/pdf', at)
  const newest = await newestDocument(db, row.id)
  if (newest?.file_id === hash && newest.kind === kind) return newest.id
  const id = context.ports.newId()
  await db
    .insertInto('contract_document')
    .values({ id, contract_id: row.id, kind, name: fileNameOf(row, kind), file_id: hash, places, created_at: at })
    .execute()
  return id
}

/** The newest kept version of a contract's PDF, if any. */
export async function newestDocument(db: Pick<WriteDb, 'selectFrom'>, contractId: string): Promise<ContractDocumentTable | undefined> {
  return db
    .selectFrom('contract_document')
    .selectAll()
    .where('contract_id', '=', contractId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
}

function fileNameOf(row: ContractTable, kind: string): string {
  return `contract-${row.number}${kind === 'rendered' ? '' : `-${kind}`}.pdf`
}
