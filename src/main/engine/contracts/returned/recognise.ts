import { createHash } from 'node:crypto'
import type { EngineContext } from '../../context.ts'
import type { ReadDb } from '../../db/handles.ts'
import type { ContractTable } from '../../db/schema-contracts.ts'
import type { AttachedRecord } from '../../documents/reading/contractRecord.ts'
import { standing } from '../standing.ts'

/** A version of ours that a file begins with. */
export interface SentVersion {
  documentId: string
  contractId: string
  /** Bytes. */
  size: number
  /** All kept versions it begins with, this one included. */
  builtOn: ReadonlySet<string>
}

/** Which contract a file is, and how that is known. */
export interface Recognised {
  row: ContractTable
  by: 'data' | 'first bytes' | 'person'
  /** The longest version of ours that the file begins with. */
  version: SentVersion | null
}

/** Finds the contract a file belongs to: one of whose kept versions it begins with, else the one whose data it carries. Null where nothing
 *  tells. */
export async function recognise(
  { read }: Pick<EngineContext, 'read'>,
  bytes: Uint8Array,
  record: AttachedRecord | null,
): Promise<Recognised | null> {
  const version = await versionAtStart(read, bytes)
  const id = version?.contractId ?? record?.id
  const row = id === undefined ? undefined : await read.selectFrom('contract').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? { row, by: version ? 'first bytes' : 'data', version } : null
}

/** The longest version that stands and that `bytes` begin with. Each length is hashed on from the one before, so that many versions take no longer
 *  than one. */
async function versionAtStart(db: ReadDb, bytes: Uint8Array): Promise<SentVersion | null> {
  const kept = await db
    .selectFrom('contract_document as d')
    .innerJoin('file as f', 'f.id', 'd.file_id')
    .where('f.size', '<=', bytes.length)
    .where(standing)
    .select(['d.id as documentId', 'd.contract_id as contractId', 'd.file_id as hash', 'f.size'])
    .orderBy('f.size')
    .orderBy('d.id')
    .execute()
  const running = createHash('sha256')
  let at = 0
  let digest = ''
  let found: Omit<SentVersion, 'builtOn'> | null = null
  const builtOn = new Set<string>()
  for (const { hash, size, ...version } of kept) {
    if (size > at || digest === '') {
      running.update(bytes.subarray(at, size))
      at = size
      digest = running.copy().digest('hex')
    }
    if (hash !== digest) continue
    found = { ...version, size }
    builtOn.add(version.documentId)
  }
  return found && { ...found, builtOn }
}
