import * as pkijs from 'pkijs'
import { digestOf } from './algorithms.ts'
import { Broken, isSameBytes } from './der.ts'
import { verifyCms, type CmsSignature } from './verifyCms.ts'

/** A time stamp (RFC 3161), or why it does not hold. Trust in the authority that made it is not looked at here. */
export type TimeStampVerdict = { isIntact: true; at: Date; signature: CmsSignature } | { isIntact: false; problem: string; at: Date | null }

/** Checks a time stamp on `parts`: its own signature, and that it was made for exactly those bytes. */
export function verifyTimeStamp(token: Uint8Array, parts: readonly Uint8Array[]): TimeStampVerdict {
  const cms = verifyCms(token, [], 'time stamp')
  if (!cms.isIntact) return { isIntact: false, problem: cms.problem, at: null }
  try {
    const { genTime: at, messageImprint } = pkijs.TSTInfo.fromBER(Uint8Array.from(cms.signature.content ?? []).buffer)
    const digest = digestOf(messageImprint.hashAlgorithm.algorithmId, parts)
    const isSame = isSameBytes(digest, messageImprint.hashedMessage.valueBlock.valueHexView)
    return isSame
      ? { isIntact: true, at, signature: cms.signature }
      : { isIntact: false, problem: 'The time stamp was made for something else.', at }
  } catch (error) {
    return { isIntact: false, problem: error instanceof Broken ? error.message : 'The time stamp cannot be read.', at: null }
  }
}
