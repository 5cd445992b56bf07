import type { z } from 'zod'
import type { VerifyReport } from '#src/shared/contract/verification.ts'
import type { Tone } from '../../../ui/StatusDot.tsx'

export type Report = z.infer<typeof VerifyReport>
export type ReportedSignature = Report['signatures'][number]

export const verdictLooks: Readonly<Record<Report['status'], { tone: Tone; word: string }>> = {
  valid: { tone: 'good', word: 'Signatures valid' },
  altered: { tone: 'bad', word: 'Altered after signing' },
  unsigned: { tone: 'neutral', word: 'Not signed' },
  untrusted: { tone: 'warn', word: 'Signed by somebody unknown here' },
}

/** What trust in a signer rests on, as a sentence without a full stop. */
export function trustText({ trust, trusted }: Pick<ReportedSignature, 'trust' | 'trusted'>): string {
  if (!trust) return trusted ? 'Trusted' : 'Nobody here has said that this signer is to be trusted'
  switch (trust.source) {
    case 'this workspace':
      return `Trusted: certificate issued by this workspace, ${trust.name}`
    case 'trusted authority':
      return `Trusted: issued by ${trust.name}, which somebody here trusts`
    case 'accepted signer':
      return `Trusted: ${trust.acceptedBy ?? 'somebody here'} accepted this certificate with a returned contract`
    case 'public time stamp authority':
      return `Trusted: public time stamp authority ${trust.name}`
  }
}

/** How much of the file a signature covers. */
export function coverText({ coversWholeFile, revision }: Pick<ReportedSignature, 'coversWholeFile' | 'revision'>): string {
  if (coversWholeFile) return 'Covers the whole file'
  return revision === null ? 'Covers a part of the file' : 'Covers the file as it was when this was signed'
}

/** The moment of a signature and what vouches for it. */
export function timeSource({ timeStamp }: Pick<ReportedSignature, 'timeStamp'>): string {
  if (!timeStamp) return 'by the clock of the signer’s computer'
  return `stamped by ${timeStamp.authority}${timeStamp.isTrusted ? '' : ', which is not known here'}`
}
