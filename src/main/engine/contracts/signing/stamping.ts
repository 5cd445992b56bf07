import { codeOf, raise } from '#src/shared/contract/errors.ts'
import type { TaskContext } from '../../context.ts'
import { stampOn, type Stamp } from '../../documents/signing/timeStamp.ts'
import type { LongTermData } from '../../documents/signing/validationData.ts'
import type { Network } from '../../ports.ts'
import { settingsOf } from '../../workspace/settings.ts'
import type { OpenIdentity } from '../identities/keep.ts'
import { moment } from '../identities/open.ts'
import { ownRevocationList } from '../identities/revoke.ts'
import { chainUp, revocationDataFor } from './revocation-data.ts'

/** What the agency's settings ask of each signature beyond PAdES B-B. */
export interface Stamping {
  level: 'B-T' | 'B-LT'
  stamp(signature: Uint8Array): Promise<Uint8Array>
  /** Adds what B-LT wants, once the signature is there. The signer comes last, after an authority that is not kept yet. */
  finish(signed: Uint8Array, signers: readonly OpenIdentity[]): Promise<Uint8Array>
}

/** A time stamp with its chain is a few kilobytes. */
const mostBytes = 1_000_000

/** Time stamps as the agency turned them on, for one signature; null while they are off, and then nothing here asks the network. */
export async function stampingFor(context: TaskContext, signal?: AbortSignal): Promise<Stamping | null> {
  const { url, level } = (await settingsOf(context.read)).timeStamps
  if (url === null) return null
  const network = signal ? givenUpWith(context.ports.network, signal) : context.ports.network
  let made: Stamp | undefined
  return {
    level,
    async stamp(signature) {
      made = await stampOn(signature, (request) => ask(network, url, request), moment(context))
      return made.token
    },
    async finish(signed, signers) {
      if (level === 'B-T' || !made) return signed
      const { addLongTermData } = await import('../../documents/signing/validationData.ts')
      return addLongTermData(signed, await longTermData(context, network, made, signers))
    },
  }
}

/** A person need not wait for a service that does not answer. */
function givenUpWith(network: Network, signal: AbortSignal): Network {
  return {
    send: (request) =>
      network.send({ ...request, signal }).catch((error: unknown) => (signal.aborted ? raise('CANCELLED') : Promise.reject(error))),
  }
}

async function ask(network: Network, url: string, body: Uint8Array): Promise<Uint8Array> {
  const request = { url, method: 'POST', contentType: 'application/timestamp-query', body, mostBytes } as const
  return network.send(request).catch((error: unknown) => {
    if (codeOf(error) === 'CANCELLED') throw error
    const problem = error instanceof Error ? error.message : String(error)
    return raise('TIME_STAMP_FAILED', `The time stamp could not be had from ${new URL(url).host}, and nothing was signed. ${problem}`)
  })
}

async function longTermData(context: TaskContext, network: Network, stamp: Stamp, signers: readonly OpenIdentity[]): Promise<LongTermData> {
  const signer = signers.at(-1) ?? raise('INTERNAL')
  const stampChain = chainUp(stamp.signer, stamp.certificates)
  const ofStamp = await revocationDataFor(stampChain, network)
  const own = await ownRevocationList(context, signer.chain[0], signers)
  const ofSigner = own
    ? { revocationLists: [own], answers: [] }
    : await revocationDataFor(chainUp(signer.certificate, signer.chain), network)
  return {
    certificates: [signer.certificate, ...signer.chain, ...stampChain],
    revocationLists: [...ofSigner.revocationLists, ...ofStamp.revocationLists],
    answers: [...ofSigner.answers, ...ofStamp.answers],
  }
}
