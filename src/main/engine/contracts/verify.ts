import type { z } from 'zod'
import type { VerifyReport } from '#src/shared/contract/contracts.ts'
import type { EngineContext } from '../context.ts'
import { verifyPdf } from '../documents/verify/verifyPdf.ts'
import { documentBytes } from './documents.ts'
import { trustedCertificates } from './trust.ts'

type Report = z.infer<typeof VerifyReport>

/** Larger than any contract: what is bigger is not read into memory at all. */
const largest = 200_000_000

/** Checks the signatures of any PDF a person has chosen. Raises FILE_*, NOT_A_PDF or PDF_ENCRYPTED. */
export async function verifyFile(context: EngineContext, file: string): Promise<Report> {
  const { bytes } = await context.grants.readBytes(file, largest)
  return verify(context, bytes)
}

/** Checks the signatures of a kept document. */
export async function verifyKept(context: EngineContext, documentId: string): Promise<Report> {
  const { bytes } = await documentBytes(context, documentId)
  return verify(context, bytes)
}

async function verify({ read, ports }: EngineContext, bytes: Uint8Array): Promise<Report> {
  return verifyPdf(bytes, { trustedCertificates: await trustedCertificates(read), now: new Date(ports.clock.now()) })
}
