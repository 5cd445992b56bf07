import type { z } from 'zod'
import type { RedlineSide } from '#src/shared/contract/contracts-returned.ts'
import { raise } from '#src/shared/contract/errors.ts'
import type { EngineContext } from '../context.ts'
import type { ContractTable, ContractVersionTable } from '../db/schema-contracts.ts'
import type { ClauseText } from '../documents/redline/redline.ts'
import { documentBytes } from './documents.ts'
import { drawContract } from './fill.ts'
import { contractOf } from './rows.ts'
import { contractWords, versionsOf } from './versions.ts'

/** One side of a redline: its words, or a PDF to read them from, or both. */
export interface RedlineSource {
  /** What it is, in words. */
  label: string
  /** The contract's number, where it is one of ours. */
  number: string | null
  words: ClauseText[] | null
  pdf: (() => Promise<Uint8Array>) | null
}

/** Longer PDFs are no contracts. */
const largest = 50_000_000

/** Finds what one side of a redline names. Raises NOT_FOUND, and FILE_* for files. */
export async function redlineSource(context: EngineContext, side: z.infer<typeof RedlineSide>): Promise<RedlineSource> {
  if ('file' in side) {
    const { name, bytes } = await context.grants.readBytes(side.file, largest)
    return { label: name, number: null, words: null, pdf: async () => bytes }
  }
  const row = await contractOf(context.read, side.contractId)
  const { number } = row
  switch (side.which) {
    case 'template':
      return {
        label: `Contract ${number} as its template has it`,
        number,
        words: await contractWords(context.read, row.id, 'template'),
        pdf: null,
      }
    case 'current': {
      const words = await contractWords(context.read, row.id, 'current')
      return {
        label: `Contract ${number} as it stands`,
        number,
        words,
        pdf: async () => (await drawContract(context, context.read, row)).bytes,
      }
    }
    case 'last':
      return versionSource(context, row, await newestVersion(context, row, 'agency'))
    case 'returned':
      return versionSource(context, row, await newestVersion(context, row, 'counterparty'))
    default:
      return versionSource(context, row, await numberedVersion(context, row, side.which))
  }
}

async function newestVersion(
  { read }: EngineContext,
  row: ContractTable,
  origin: 'agency' | 'counterparty',
): Promise<ContractVersionTable> {
  const found = (await versionsOf(read, row.id)).findLast((version) => version.origin === origin)
  if (found) return found
  return raise(
    'NOT_FOUND',
    origin === 'agency'
      ? `No version of contract ${row.number} has been kept yet; one is kept when it is drawn or sent.`
      : `Nothing has come back yet for contract ${row.number}; "contracts import-signed" takes in what comes.`,
  )
}

async function numberedVersion({ read }: EngineContext, row: ContractTable, wanted: number): Promise<ContractVersionTable> {
  const found = (await versionsOf(read, row.id)).find(({ number }) => number === wanted)
  return found ?? raise('NOT_FOUND', `Contract ${row.number} has no version ${wanted}.`)
}

async function versionSource(context: EngineContext, row: ContractTable, version: ContractVersionTable): Promise<RedlineSource> {
  const { document_id: documentId } = version
  const pdf = documentId === null ? null : async () => (await documentBytes(context, documentId)).bytes
  // What came back is compared as it was read, PDF against PDF; its words alone are kept for when that is gone.
  const isTheirs = version.origin === 'counterparty'
  const words = isTheirs && pdf ? null : await contractWords(context.read, row.id, version.number)
  const label = `Contract ${row.number}, version ${version.number}${isTheirs ? ', as it came back' : ''}`
  return { label, number: row.number, words, pdf }
}
