import type { z } from 'zod'
import type { CountersignInput, SignInput, SignResult } from '#src/shared/contract/contracts-signing.ts'
import { raise } from '#src/shared/contract/errors.ts'
import type { TaskContext } from '../../context.ts'
import type { ContractTable } from '../../db/schema-contracts.ts'
import { drawAndSign, type Paper } from '../../documents/contract/drawAndSign.ts'
import { settingsOf } from '../../workspace/settings.ts'
import type { OpenIdentity } from '../identities/keep.ts'
import { endsSoon, oneTimeSigner, openAgencySigner, openAuthority } from '../identities/open.ts'
import { contractOf } from '../rows.ts'
import { keepSignature } from './keep.ts'
import { prepareSignature } from './prepare.ts'
import { markOf, type Asked, type Party } from './signers.ts'
import { stampingFor, type Stamping } from './stamping.ts'

type Result = z.infer<typeof SignResult>

/** The agency signs, before or after the other side: the draft as it stands, or what was sent or signed. Raises CONFLICT where it has signed
 *  already or the contract is closed, what `openAgencySigner` raises, TIME_STAMP_FAILED, CLOCK_WRONG. Whatever is raised, nothing is kept. */
export async function signContract(context: TaskContext, input: z.infer<typeof SignInput>): Promise<Result> {
  const row = await contractOf(context.read, input.id)
  const { signers, warnings } = await agencySigner(context, input)
  return signOne(context, row, 'agency', input, signers, warnings)
}

/** The other side, creator or client, signs in person on this machine, before or after the agency. Raises as `signContract` does. */
export async function countersignContract(context: TaskContext, input: z.infer<typeof CountersignInput>): Promise<Result> {
  const row = await contractOf(context.read, input.id)
  const party = row.collaboration_id === null ? 'client' : 'creator'
  const authority = await openAuthority(context, (await settingsOf(context.read)).agency.name || 'Troupe')
  const signer = await oneTimeSigner(context, authority, { name: input.signerName, email: input.signerEmail })
  return signOne(context, row, party, input, [authority, signer], [])
}

async function signOne(
  context: TaskContext,
  row: ContractTable,
  party: Party,
  asked: Asked,
  signers: readonly OpenIdentity[],
  warnings: readonly string[],
): Promise<Result> {
  const { paper, prepared } = await signedPaper(context, row, party, asked, signers)
  const whose = party === 'agency' ? 'agency' : `${party}, in person`
  const summary = `${asked.signerName} signed contract ${row.number} for the ${whose}`
  const { result, entryId } = await context.transact({ summary }, async (db, _, entry) => {
    await keepFirst(db, signers)
    return keepSignature(context, db, entry, prepared, paper)
  })
  return { ...result, warnings: [...warnings, ...result.warnings], entryId }
}

/** With a time stamp it is a job, because somebody else's service may let it wait; without, it is done before anybody could cancel it. */
async function signedPaper(context: TaskContext, row: ContractTable, party: Party, asked: Asked, signers: readonly OpenIdentity[]) {
  const make = async (stamping: Stamping | null) => {
    const mark = await markOf(context, asked)
    const prepared = await prepareSignature(context, { row, party, asked, signer: lastOf(signers), mark, stamping })
    const paper = signedOf(await drawAndSign(prepared.job, stamping?.stamp))
    return { prepared, paper: { ...paper, signed: (await finishing(stamping, signers)?.(paper.signed)) ?? paper.signed } }
  }
  if (!(await stampingFor(context))) return make(null)
  return context.jobs.run(`Signing contract ${row.number} with a time stamp`, async (job) => {
    const made = await make(await stampingFor(context, job.signal))
    job.throwIfCancelled()
    return made
  })
}

/** The agency's signer, last, after the authority where that is new too. */
export async function agencySigner(
  context: TaskContext,
  {
    identityId,
    signerName,
    signerEmail,
    passphrase,
  }: Pick<z.infer<typeof SignInput>, 'identityId' | 'signerName' | 'signerEmail' | 'passphrase'>,
): Promise<{ signers: OpenIdentity[]; warnings: string[] }> {
  const { agency } = await settingsOf(context.read)
  let authority: OpenIdentity | undefined
  const makeAuthority = async () => (authority = await openAuthority(context, agency.name || 'Troupe'))
  const asked = { identityId, name: signerName, email: signerEmail, passphrase }
  const signer = await openAgencySigner(context, asked, agency.legalName || agency.name, makeAuthority)
  return { signers: authority ? [authority, signer] : [signer], warnings: endsSoon(context, signer) }
}

/** Keeps authorities that were made for this; signers keep themselves with their signature. */
export async function keepFirst(db: Parameters<NonNullable<OpenIdentity['keep']>>[0], signers: readonly OpenIdentity[]): Promise<void> {
  for (const identity of signers) await identity.keep?.(db)
}

/** What is done to a signed PDF in the end; nothing while time stamps are off. */
export function finishing(
  stamping: Stamping | null,
  signers: readonly OpenIdentity[],
): ((signed: Uint8Array) => Promise<Uint8Array>) | undefined {
  return stamping ? (signed) => stamping.finish(signed, signers) : undefined
}

/** The signer, who comes last; the authority stands before where it is new too. */
export function lastOf(signers: readonly OpenIdentity[]): OpenIdentity {
  return signers.at(-1) ?? raise('INTERNAL')
}

/** A paper that was to be signed. */
export function signedOf(paper: Paper): Paper & { signed: Uint8Array } {
  return { ...paper, signed: paper.signed ?? raise('INTERNAL') }
}
