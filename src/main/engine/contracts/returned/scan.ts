import type { z } from 'zod'
import type { ScanInput, ScanReport } from '#src/shared/contract/contracts-returned.ts'
import { codeOf, raise } from '#src/shared/contract/errors.ts'
import type { TaskContext } from '../../context.ts'
import type { WriteDb } from '../../db/handles.ts'
import type { ContractTable } from '../../db/schema-contracts.ts'
import { checkImage } from '../../documents/page/images.ts'
import { contractOf, listContracts } from '../rows.ts'
import { addToTrail } from '../trail.ts'
import { countSignatures, signedRoles, waitsForSignature, type Signed } from './counting.ts'

type Input = z.infer<typeof ScanInput>
type Report = z.infer<typeof ScanReport>

/** A scan of many pages in colour. */
const largest = 100_000_000
const mediaTypes = { pdf: 'application/pdf', jpg: 'image/jpeg', png: 'image/png' } as const
type Ending = keyof typeof mediaTypes

/** Keeps the scan of a contract signed on paper, marked as what it is, and counts its signatures as made on paper. A scan proves nothing by
 *  itself; who looks at it decides. Raises BAD_INPUT for a day to come, NOT_AN_IMAGE or NOT_A_PDF for other files. */
export async function attachScan(context: TaskContext, input: Input): Promise<Report> {
  const { clock } = context.ports
  if (input.signedOn > clock.today()) raise('BAD_INPUT', `${input.signedOn} is still to come; give the day on which the paper was signed.`)
  const { name, bytes } = await context.grants.readBytes(input.file, largest)
  const ending = await checkedKind(context, bytes, name)
  const row = await contractOf(context.read, input.id)
  const [listed] = await listContracts(context.read, { id: row.id }, clock.today())
  const roles = [listed?.counterparty.role ?? 'creator', ...(input.agencyBy ? (['agency'] as const) : [])]
  const signed = await signedRoles(context.read, row.id)
  const twice = roles.find((role) => signed.includes(role))
  const code = twice ? 'SIGNED_TWICE' : waitsForSignature(row) ? 'ACCEPTED' : 'NOT_OPEN'
  const { result, entryId } = await context.transact(
    { summary: `Attached a scan of contract ${row.number}` },
    async (db, _describe, entry) => {
      const current = await contractOf(db, row.id)
      if (current.updated_at !== row.updated_at)
        raise('CONFLICT', `Contract ${row.number} was changed meanwhile; nothing was kept. Try again.`)
      const { documentId, hash } = await keepScan(context, db, row, bytes, ending)
      const detail = { file: name, signedOn: input.signedOn, by: input.by, agencyBy: input.agencyBy ?? null, code }
      await addToTrail(context, db, row.id, { kind: 'scan attached', actor: context.actor, detail, documentHash: hash })
      const made = roles.map((role) => onPaper(role, input, documentId))
      const warnings =
        code === 'ACCEPTED' ? await countSignatures(context, db, row, made, { documentHash: hash, detail: {}, entryId: entry }) : []
      return { documentId, warnings }
    },
  )
  const { status } = await contractOf(context.read, row.id)
  return { ...result, code, message: messageFor(code, row, input, twice), status, entryId }
}

function onPaper(role: string, { by, agencyBy, signedOn }: Input, documentId: string): Signed {
  return {
    document_id: documentId,
    role,
    signer_name: role === 'agency' ? (agencyBy ?? by) : by,
    method: 'paper',
    certificate_fingerprint: null,
    // Paper bears a day, no instant.
    signed_at: `${signedOn}T00:00:00.000Z`,
    identified: 'by hand, on paper',
    reason: null,
    level: null,
  }
}

async function keepScan(
  { files, ports }: TaskContext,
  db: WriteDb,
  row: ContractTable,
  bytes: Uint8Array,
  ending: Ending,
): Promise<{ documentId: string; hash: string }> {
  const at = ports.clock.now()
  const hash = await files.put(db, bytes, mediaTypes[ending], at)
  const documentId = ports.newId()
  const name = `contract-${row.number.replaceAll(/[^\p{L}\p{N}._-]+/gu, '-')}-scan.${ending}`
  await db
    .insertInto('contract_document')
    .values({ id: documentId, contract_id: row.id, kind: 'scan', name, file_id: hash, places: null, created_at: at })
    .execute()
  return { documentId, hash }
}

async function checkedKind({ readPdf }: TaskContext, bytes: Uint8Array, name: string): Promise<Ending> {
  if (Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-')) {
    await readPdf(bytes, {}).catch((error: unknown) => {
      if (codeOf(error) === 'PDF_TOO_HEAVY') throw error
      raise('NOT_A_PDF', `${name} cannot be read as a PDF without a password.`)
    })
    return 'pdf'
  }
  checkImage(bytes, name)
  return bytes[0] === 0xff ? 'jpg' : 'png'
}

function messageFor(code: Report['code'], { number, status }: ContractTable, { by, signedOn }: Input, twice: string | undefined): string {
  if (code === 'ACCEPTED') return `The scan of contract ${number} is kept as what ${by} signed on paper on ${signedOn}.`
  const reason = twice ? `the ${twice} has signed it already` : `it is ${status} and waits for no signature`
  return `The scan is kept with contract ${number}, but no signature was counted: ${reason}.`
}
