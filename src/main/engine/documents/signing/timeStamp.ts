import { createHash, randomBytes } from 'node:crypto'
import * as asn1js from 'asn1js'
import * as pkijs from 'pkijs'
import { raise } from '#src/shared/contract/errors.ts'
import { verifyTimeStamp } from '../verify/cms/timeStamp.ts'

/** Sends a request for a time stamp (DER, `application/timestamp-query`) and gives the answer. */
export type AskForStamp = (request: Uint8Array) => Promise<Uint8Array>

/** A time stamp, and the certificates that came with it. */
export interface Stamp {
  /** DER. */
  token: Uint8Array
  at: Date
  signer: Uint8Array
  certificates: Uint8Array[]
}

const sha256 = '2.16.840.1.101.3.4.2.1'
/** How far the service's clock and ours may be apart, in milliseconds: a signature must not be dated after its time stamp. */
const tolerance = 10 * 60 * 1000

/** Asks for a time stamp (RFC 3161) on a signature's value and checks it: that it was granted, is for these very bytes and this very
 *  request, holds, and fits the clock. Raises TIME_STAMP_FAILED, or CLOCK_WRONG. */
export async function stampOn(signature: Uint8Array, ask: AskForStamp, now: Date): Promise<Stamp> {
  const nonce = randomBytes(16)
  nonce[0] = ((nonce[0] ?? 0) & 0x3f) | 0x40
  const answer = await ask(requestFor(signature, nonce))
  const token = tokenIn(answer)
  const verdict = verifyTimeStamp(token, [signature])
  if (!verdict.isIntact) return failed(verdict.problem)
  const { certificates, signer, content } = verdict.signature
  const info = pkijs.TSTInfo.fromBER(Uint8Array.from(content ?? []).buffer)
  if (!info.nonce || Buffer.compare(Buffer.from(info.nonce.valueBlock.valueHexView), nonce) !== 0)
    return failed('It was made for another request, which can mean that somebody stands in between.')
  if (Math.abs(verdict.at.getTime() - now.getTime()) > tolerance) {
    const [proven, ours] = [verdict.at, now].map((time) => time.toISOString().slice(0, 16).replace('T', ' '))
    raise(
      'CLOCK_WRONG',
      `The time stamp says ${proven} UTC, this computer’s clock ${ours} UTC. Set the clock right, then sign again. Nothing was signed.`,
    )
  }
  return { token, at: verdict.at, signer, certificates }
}

function requestFor(signature: Uint8Array, nonce: Buffer): Uint8Array {
  const imprint = new asn1js.Sequence({
    value: [
      new asn1js.Sequence({ value: [new asn1js.ObjectIdentifier({ value: sha256 }), new asn1js.Null()] }),
      new asn1js.OctetString({ valueHex: Uint8Array.from(createHash('sha256').update(signature).digest()).buffer }),
    ],
  })
  const parts = [
    new asn1js.Integer({ value: 1 }),
    imprint,
    new asn1js.Integer({ valueHex: Uint8Array.from(nonce).buffer }),
    // Its certificates must come along, or nobody can check the stamp later.
    new asn1js.Boolean({ value: true }),
  ]
  return new Uint8Array(new asn1js.Sequence({ value: parts }).toBER(false))
}

function tokenIn(answer: Uint8Array): Uint8Array {
  const response = readResponse(answer)
  const { status, timeStampToken } = response ?? failed('The service answered with something that is no time stamp.')
  if (![pkijs.PKIStatus.granted, pkijs.PKIStatus.grantedWithMods].includes(status.status)) {
    const words = (status.statusStrings ?? []).map(({ valueBlock }) => valueBlock.value).join(' ')
    failed(`The service refused it${words ? `: ${words.slice(0, 200)}` : ''}.`)
  }
  return timeStampToken ? new Uint8Array(timeStampToken.toSchema().toBER(false)) : failed('The service answered without a time stamp.')
}

function readResponse(answer: Uint8Array): pkijs.TimeStampResp | null {
  try {
    return pkijs.TimeStampResp.fromBER(Uint8Array.from(answer).buffer)
  } catch {
    return null
  }
}

function failed(problem: string): never {
  return raise('TIME_STAMP_FAILED', `The time stamp could not be had, and nothing was signed. ${problem}`)
}
