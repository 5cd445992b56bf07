import { raise } from '#src/shared/contract/errors.ts'
import type { TaskContext } from '../context.ts'
import type { ReadDb, WriteDb } from '../db/handles.ts'
import { pauses } from '../db/next-turn.ts'
import type { ContractDocumentTable, ContractTable } from '../db/schema-contracts.ts'
import type { Paper } from '../documents/contract/drawAndSign.ts'
import type { SignaturePlace } from '../documents/contract/types.ts'
import type { StagedFile } from '../files.ts'
import type { JobHandle } from '../jobs.ts'
import { contractToDraw } from './fill.ts'
import { forContract, pressAll, type Sheet } from './paper/press.ts'
import { withStagedFiles, type Stage } from './paper/staged.ts'
import { contractOf } from './rows.ts'
import { textToKeep } from './sent-content.ts'
import { standing } from './standing.ts'
import { addToTrail } from './trail.ts'
import { englishName } from './values.ts'
import { keepVersion } from './versions.ts'

export interface Rendered {
  documentIds: string[]
  warnings: string[]
  entryId: string | null
}

/** Draws and keeps the PDFs of a selection, one job with progress and cancel; what was drawn before stays as an earlier version.
 *  With a grant for one contract, also writes its PDF there. Raises CONFLICT for a contract that somebody has signed. */
export async function renderContracts(context: TaskContext, ids: readonly string[], file?: string): Promise<Rendered> {
  if (file && ids.length > 1) raise('BAD_INPUT', 'One file can hold one contract. Render the selection first, then save each.')
  return withStagedFiles(context, (stage) =>
    context.jobs.run(ids.length === 1 ? 'Drawing a contract' : `Drawing ${ids.length} contracts`, async (job) => {
      let only: Uint8Array | undefined
      const drawn = await pressAll(context.ports, job, ids, async (id) => {
        const row = await contractOf(context.read, id)
        if (row.status.startsWith('signed'))
          raise('CONFLICT', `Contract ${row.number} is ${row.status}; a new version would not be what was signed.`)
        const sheet = await sheetOf(context, row, stage)
        return {
          ...sheet,
          take(paper: Paper) {
            if (file) only = paper.drawn?.bytes
            return sheet.take(paper)
          },
        }
      })
      const staged = file && only ? await context.grants.stage(file, only) : null
      const { result, entryId } = await context
        .transact({ summary: ids.length === 1 ? `Drew contract ${drawn[0]?.row.number}` : `Drew ${ids.length} contracts` }, (db) =>
          keepDrawn(context, db, drawn, job),
        )
        .catch(async (error: unknown) => {
          await staged?.abandon()
          throw error
        })
      await staged?.finish()
      return { documentIds: result, warnings: drawn.flatMap(({ blanks }) => blanks), entryId }
    }),
  )
}

export interface WithBlanks {
  /** What is still blank in it, in sentences. */
  blanks: string[]
}

/** A contract to be drawn in a worker, its PDF put on disk as soon as it is there. */
export async function sheetOf(
  context: Pick<TaskContext, 'files' | 'read'>,
  row: ContractTable,
  stage: Stage,
): Promise<Sheet<Drawn & WithBlanks>> {
  const { recorded, ...filled } = await forContract(row.number, () => contractToDraw(context, context.read, row))
  const blanks = filled.filled.missing.map(({ field }) => `${row.number}: ${englishName(field)} is not known yet.`)
  const text = Buffer.from(textToKeep(filled))
  return {
    number: row.number,
    job: { source: { document: filled.document, recorded }, signature: null },
    async take({ drawn }) {
      const { bytes, signaturePlaces } = drawn ?? raise('INTERNAL')
      return { row, text: () => text.toString(), blanks, signaturePlaces, bytes: await stage(bytes) }
    },
  }
}

/** A contract with the PDF that was drawn of it. */
export interface Drawn {
  row: ContractTable
  /** What a version keeps of it. */
  text(): string
  signaturePlaces: readonly SignaturePlace[]
  /** Its bytes, or the file they lie in already. */
  bytes: Uint8Array | StagedFile
}

/** Keeps what was drawn, its words as a version and a step in the trail of each; answers with the documents' ids. A job may be cancelled
 *  meanwhile. */
export async function keepDrawn(
  context: Pick<TaskContext, 'files' | 'ports' | 'actor'>,
  db: WriteDb,
  drawn: readonly Drawn[],
  job?: JobHandle,
): Promise<string[]> {
  const documentIds: string[] = []
  const pause = pauses()
  for (const { row, bytes, signaturePlaces, text } of drawn) {
    await pause()
    job?.throwIfCancelled()
    const before = await newestDocument(db, row.id)
    const id = await keepDocument(context, db, row, 'rendered', bytes, JSON.stringify(signaturePlaces))
    documentIds.push(id)
    const version = await keepVersion(context, db, row.id, text(), id)
    if (id === before?.id) continue
    const { file_id: documentHash } = await db
      .selectFrom('contract_document')
      .select('file_id')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    await addToTrail(context, db, row.id, { kind: 'rendered', actor: context.actor, detail: { version }, documentHash })
  }
  return documentIds
}

/** Keeps one version of a contract's PDF and returns the id of its row; the same bytes as the newest version are not kept twice. */
export async function keepDocument(
  context: Pick<TaskContext, 'files' | 'ports'>,
  db: WriteDb,
  row: ContractTable,
  kind: string,
  bytes: Uint8Array | StagedFile,
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

/** The newest document a contract stands by, if any: scans and what came back without being accepted are kept beside it. */
export async function newestDocument(db: Pick<ReadDb, 'selectFrom'>, contractId: string): Promise<ContractDocumentTable | undefined> {
  return db
    .selectFrom('contract_document as d')
    .selectAll('d')
    .where('d.contract_id', '=', contractId)
    .where(standing)
    .orderBy('d.id', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** What the file of a contract is called. */
export function fileNameOf(row: Pick<ContractTable, 'number'>, kind: string): string {
  // A number may have any letters, and a slash.
  return `contract-${row.number.replaceAll(/[^\p{L}\p{N}._-]+/gu, '-')}${kind === 'rendered' ? '' : `-${kind}`}.pdf`
}
