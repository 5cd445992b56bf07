import { describeCertificate, hasBrokenCertificate, isReadable } from './certificates.ts'
import { verifyTimeStamp } from './cms/timeStamp.ts'
import type { CmsSignature } from './cms/verifyCms.ts'
import { trustIn, type Trust, type TrustSettings } from './trust.ts'
import type { ValidationData } from './validationData.ts'
import type { TimeStampInfo } from './verdict.ts'

/** A time stamp that holds, with what is to be thought of its authority; or why it does not hold. */
export type CheckedStamp =
  | { isIntact: true; at: Date; signature: CmsSignature; trust: Trust; info: TimeStampInfo }
  | { isIntact: false; problem: string }

/** Checks a time stamp on `parts` and whether its authority is trusted. */
export function checkStamp(token: Uint8Array, parts: readonly Uint8Array[], data: ValidationData, settings: TrustSettings): CheckedStamp {
  const stamp = verifyTimeStamp(token, parts)
  if (!stamp.isIntact) return stamp
  const { at, signature } = stamp
  const { certificates, signer, weakness } = signature
  if (!certificates.every(isReadable) || hasBrokenCertificate(certificates, settings.trustedCertificates)) {
    return { isIntact: false, problem: 'A certificate that came with the time stamp was changed.' }
  }
  const trust = trustIn(
    {
      certificate: signer,
      others: [...certificates, ...data.certificates.filter(isReadable)],
      revocationLists: [...signature.revocationLists, ...data.revocationLists],
      purpose: 'time stamps',
      moment: at,
      isProven: false,
    },
    settings,
  )
  const problem = weakness ?? trust.problem
  const info: TimeStampInfo = {
    at: at.toISOString(),
    authority: describeCertificate(signer).name,
    isTrusted: problem === null,
    note: problem && `The time stamp proves nothing here: ${problem}`,
  }
  return { isIntact: true, at, signature, trust, info }
}
