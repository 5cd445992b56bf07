import { createHash } from 'node:crypto'
import type { AuditEntry } from '#src/shared/domain/audit-entry.ts'
import { auditFills } from '../signing/auditLook.ts'
import type { SignRequest } from '../signing/sign.ts'
import { auditWords } from './auditWords.ts'
import type { RecordedContract } from './record.ts'
import { renderContract } from './renderContract.ts'
import type { ContractDocument, RenderedContract } from './types.ts'

/** What is to become of one contract: drawn, or taken as it is; and signed, or not. Plain data, so that a worker can do it. */
export interface PaperJob {
  source: { document: ContractDocument; recorded: RecordedContract } | { bytes: Uint8Array }
  signature: PaperSignature | null
}

/** A signature and what the audit page says of it; the hash of the file before it is worked out here. */
export interface PaperSignature {
  request: Omit<SignRequest, 'fills' | 'stamp'>
  entry: Omit<AuditEntry, 'fileBefore'>
}

/** A contract's PDF as it was drawn, where it was, and as it was signed, where it was. */
export interface Paper {
  drawn: RenderedContract | null
  signed: Uint8Array | null
  /** SHA-256 of the file before it was signed. */
  before: string
}

/** Draws and signs one contract. `stamp` gives time stamps on signatures. Raises what `renderContract` and `signPdf` raise. */
export async function drawAndSign({ source, signature }: PaperJob, stamp?: SignRequest['stamp']): Promise<Paper> {
  const drawn = 'document' in source ? await renderContract(source.document, source.recorded) : null
  const bytes = drawn?.bytes ?? ('bytes' in source ? source.bytes : new Uint8Array())
  const before = createHash('sha256').update(bytes).digest('hex')
  if (!signature) return { drawn, signed: null, before }
  const { request, entry } = signature
  // Nobody who only draws holds it in memory.
  const { signPdf } = await import('../signing/sign.ts')
  const fills = auditFills({ ...entry, fileBefore: before }, auditWords(request.language), request.language)
  return { drawn, signed: await signPdf(bytes, { ...request, fills, stamp }), before }
}
