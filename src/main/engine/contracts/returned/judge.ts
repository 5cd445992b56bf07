import type { z } from 'zod'
import type { ReturnCode, ReturnReport } from '#src/shared/contract/contracts-returned.ts'
import { foldText } from '#src/shared/domain/fold.ts'
import type { ContractTable } from '../../db/schema-contracts.ts'
import type { Change } from '../../documents/verify/changes/kinds.ts'
import type { PdfVerdict, SignatureVerdict } from '../../documents/verify/verdict.ts'
import type { Comparison } from './compare.ts'

type Code = z.infer<typeof ReturnCode>
export type Signer = NonNullable<z.infer<typeof ReturnReport>['signer']>

/** What is known of a file that came back, when it is judged. */
export interface Case {
  row: ContractTable
  counterparty: { role: 'creator' | 'client'; name: string }
  /** Whether these very bytes are kept already, and as what. */
  keptAs: string | null
  /** The number of the contract it belongs to, where that is another one. */
  otherContract: { id: string | null; number: string } | null
  /** Whether it is built on words that were sent before those sent last. */
  isOldVersion: boolean
  /** Whether the contract waits for a signature. */
  isOpen: boolean
  verdict: PdfVerdict
  comparison: Comparison
  /** What was done between the version sent and the first signature on it. */
  changes: readonly Change[]
  /** Signatures that were not in the version sent. */
  added: readonly SignatureVerdict[]
  /** Whether the version sent was signed by us already. */
  wasSigned: boolean
  /** Who has signed the contract so far. */
  signedRoles: readonly string[]
}

export interface Judgement {
  code: Code
  message: string
  warnings: string[]
  signer: Signer | null
  /** The signature that counts; null where none does. */
  signature: SignatureVerdict | null
}

/** Decides whether what came back counts. The first thing that stands against it is told. */
export function judge(found: Case): Judgement {
  const { row, verdict, comparison, changes, added, counterparty } = found
  const signature = added.find((one) => roleOf(one, counterparty.role) !== 'agency') ?? added[0] ?? null
  const signer = signature && signerOf(signature, counterparty.role)
  const refuse = (code: Code, message: string): Judgement => ({ code, message, warnings: [], signer, signature: null })
  const kept = `It is kept as a returned document; contract ${row.number} stays ${row.status}.`
  if (found.otherContract) return refuse('OTHER_CONTRACT', `This is contract ${found.otherContract.number}, not ${row.number}. ${kept}`)
  if (found.keptAs === 'returned') return refuse('ALREADY_HERE', `This very file was taken in before. Nothing was changed.`)
  if (found.keptAs === 'signed' || found.keptAs === 'countersigned')
    return refuse(
      'ALREADY_HERE',
      `This very file is kept here already: it is the ${found.keptAs} PDF of contract ${row.number}. Nothing was changed.`,
    )
  const changed = changes.find(({ isAllowed }) => !isAllowed)
  if (changed) return refuse('ALTERED', `After it was sent, ${changed.text}. ${kept}`)
  if (verdict.status === 'altered') return refuse('ALTERED', `${verdict.alterations[0] ?? 'It was changed after signing.'} ${kept}`)
  if (!comparison.sameBytes && (!comparison.sameWords || comparison.sameTerms === false)) {
    return refuse('DIFFERENT', `${differenceSentence(comparison)} ${kept}`)
  }
  if (found.isOldVersion)
    return refuse('OLD_VERSION', `Other words were sent since: this is an earlier version of contract ${row.number}. ${kept}`)
  if (!signature || !signer) return refuse('UNSIGNED', `It carries no signature besides those it was sent with. ${kept}`)
  if (!comparison.sameBytes && found.wasSigned) {
    return refuse(
      'REWRITTEN',
      `The words are the same, but another program made the file anew, and the agency’s signature is gone. ${kept}`,
    )
  }
  if (signer.role === 'agency' && !signature.trusted) {
    return refuse('WRONG_SIGNER', `${signer.name || 'Somebody'} signed in the place of the agency and is not known here. ${kept}`)
  }
  if (found.signedRoles.includes(signer.role)) {
    return refuse(
      'SIGNED_TWICE',
      `The ${signer.role} has signed contract ${row.number} already; a second signature changes nothing. ${kept}`,
    )
  }
  if (!found.isOpen) return refuse('NOT_OPEN', `Contract ${row.number} is ${row.status} and waits for no signature. ${kept}`)
  const doubtful = verdict.signatures.find(({ trusted, kind }) => !trusted && kind === 'signature')
  if (doubtful) return refuse('UNTRUSTED', `${doubtful.note ?? 'A signer is not known.'} ${kept}`)
  const message = `${signer.name} has signed contract ${row.number}.`
  return { code: 'ACCEPTED', message, warnings: warningsOf(found, signature, signer), signer, signature }
}

/** Fields of ours are named after who signs in them; in a field of their own program the other side signs. */
function roleOf({ field }: SignatureVerdict, otherwise: 'creator' | 'client'): Signer['role'] {
  return field === 'agency' || field === 'creator' || field === 'client' ? field : otherwise
}

function signerOf(signature: SignatureVerdict, otherwise: 'creator' | 'client'): Signer {
  const { signer, program, certificate, anchor } = signature
  // Our signing page makes a key for the moment, whose certificate nobody else has issued.
  const isFromPage = program === 'Troupe' && certificate?.isSelfSigned === true
  return {
    role: roleOf(signature, otherwise),
    name: signer,
    method: isFromPage ? 'page' : 'imported',
    newlyAccepted: anchor?.kind === 'accepted signer',
  }
}

function differenceSentence({ pages, terms }: Comparison): string {
  const numbers = [...new Set(pages.map(({ page }) => page))]
  const where = numbers.length === 1 ? `on page ${numbers[0]}` : `on pages ${numbers.join(', ')}`
  if (pages.length > 0) return `Its words differ from those that were sent, ${where}.`
  return terms[0] ?? 'Its words cannot be read, so they cannot be compared with those that were sent.'
}

function warningsOf({ counterparty, comparison, added, verdict }: Case, signature: SignatureVerdict, signer: Signer): string[] {
  const isOtherName = signer.role !== 'agency' && foldText(signer.name) !== foldText(counterparty.name)
  return [
    isOtherName ? `The certificate says ${signer.name}; the contract is with ${counterparty.name}.` : null,
    comparison.sameBytes ? null : 'Another program made the file anew. The words are the same; pictures and layout were not compared.',
    added.length > 1 ? `It carries ${added.length} new signatures; the one of ${signer.name} counts.` : null,
    signature.timeStamp === null && signature.signedAt === null ? 'It does not say when it was signed.' : null,
    ...verdict.remarks,
  ].filter((warning) => warning !== null)
}
