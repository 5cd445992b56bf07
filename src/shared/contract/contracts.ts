import { z } from 'zod'
import { returning } from './contracts-returned.ts'
import { Changed, FileGrant, Id, Ids, Instant, PlainDate, mutation, query, task, readingTask } from './base.ts'
import { composing, ContractCheck } from './contracts-composing.ts'
import { VerifyReport } from './verification.ts'
import { sending } from './contracts-sending.ts'
import { trail } from './contracts-trail.ts'
import { signing } from './contracts-signing.ts'

export const ContractStatus = z.enum([
  'draft',
  'internal approval',
  'sent',
  'signed by one',
  'signed by all',
  'amended',
  'expired',
  'terminated',
  'declined',
])
export const SignerRole = z.enum(['agency', 'creator', 'client'])

/** One merge field of a contract: where its value came from, and whether a person typed over it. */
const ContractField = z.object({
  name: z.string(),
  label: z.string(),
  value: z.string().nullable(),
  source: z.string(),
  edited: z.boolean(),
})
const ContractClause = z.object({
  id: z.string(),
  version: z.int(),
  kind: z.string(),
  jurisdiction: z.string(),
  /** Out until somebody puts it in. */
  optional: z.boolean(),
  heading: z.string(),
  text: z.string(),
  note: z.string(),
  edited: z.boolean(),
  included: z.boolean(),
})
export const ContractDocumentRow = z.object({
  id: Id,
  kind: z.enum(['rendered', 'signed', 'countersigned', 'returned', 'scan']),
  /** Whether the contract stands by it. What came back and did not count does not, nor do scans, which stand beside it. */
  stands: z.boolean(),
  name: z.string(),
  size: z.int(),
  hash: z.string(),
  createdAt: Instant,
})
export const ContractSignature = z.object({
  role: SignerRole,
  signerName: z.string(),
  signedAt: Instant,
  method: z.enum(['drawn', 'typed', 'image', 'imported', 'page', 'paper']),
  certificateFingerprint: z.string().nullable(),
  /** How the signer was identified, in words. */
  identified: z.string().nullable(),
  reason: z.string().nullable(),
  /** The PAdES level reached, such as `B-B`; null on paper. */
  level: z.string().nullable(),
})

export const ContractRow = z.object({
  id: Id,
  number: z.string(),
  status: ContractStatus,
  templateId: z.string(),
  language: z.string(),
  /** Null where the contract is with the client. */
  collaborationId: Id.nullable(),
  campaignId: Id,
  campaignName: z.string(),
  clientName: z.string(),
  creatorId: Id.nullable(),
  creatorName: z.string().nullable(),
  /** Who signs besides the agency. */
  counterparty: z.object({ role: z.enum(['creator', 'client']), name: z.string() }),
  /** The contract it changes. */
  amendsId: Id.nullable(),
  /** First and last day, as set by hand or, once sent or signed, as the contract says. */
  startsOn: PlainDate.nullable(),
  endsOn: PlainDate.nullable(),
  createdAt: Instant,
  updatedAt: Instant,
  sentAt: Instant.nullable(),
  signedAt: Instant.nullable(),
})

/** The words of a contract at one moment: what was drawn, sent or signed, or what came back. */
const ContractVersion = z.object({
  number: z.int(),
  origin: z.enum(['agency', 'counterparty']),
  documentId: Id.nullable(),
  createdAt: Instant,
})
const OtherContract = z.object({ id: Id, number: z.string(), status: ContractStatus })

export const ContractDetail = ContractRow.extend({
  jurisdiction: z.string(),
  /** What a person may say became of it from here. */
  mayBecome: z.array(ContractStatus),
  pageSize: z.enum(['A4', 'Letter']),
  /** What follows from its words while it is a draft, what it says after that. */
  term: z.object({
    startsOn: PlainDate.nullable(),
    endsOn: PlainDate.nullable(),
    /** The last day for notice. */
    noticeOn: PlainDate.nullable(),
    remindOn: PlainDate.nullable(),
  }),
  amends: OtherContract.nullable(),
  amendedBy: z.array(OtherContract),
  versions: z.array(ContractVersion),
  fields: z.array(ContractField),
  clauses: z.array(ContractClause),
  checks: z.array(ContractCheck),
  documents: z.array(ContractDocumentRow),
  signatures: z.array(ContractSignature),
})

const Fingerprint = z.string().regex(/^[0-9a-f]{64}$/, 'Give the SHA-256 fingerprint: 64 letters from 0 to 9 and a to f.')

/** Whoever issued the certificates of signers: this workspace itself, or another whose campaign file was taken in. */
export const Authority = z.object({
  /** SHA-256 of its certificate. */
  fingerprint: Fingerprint,
  /** The agency it says it is. */
  name: z.string(),
  own: z.boolean(),
  /** Whether signatures made under it count; our own always do, another's only once a person has said so. */
  trusted: z.boolean(),
  validTo: Instant,
})

export const contracts = {
  ...returning,
  ...composing,
  list: query
    .input(z.object({ campaignId: Id.optional(), status: ContractStatus.optional(), search: z.string().optional() }))
    .output(z.array(ContractRow)),
  show: query.input(z.object({ id: Id })).output(ContractDetail),
  /** Draws the PDF without keeping it, for the live preview. */
  preview: query.input(z.object({ id: Id })).output(z.object({ pdf: z.instanceof(Blob), pages: z.int() })),
  /** The bytes of a kept document, for the viewer. */
  document: query.input(z.object({ documentId: Id })).output(z.object({ pdf: z.instanceof(Blob), name: z.string() })),
  render: task
    .input(z.object({ ids: Ids, file: FileGrant.optional() }))
    .output(Changed.extend({ documentIds: z.array(Id), warnings: z.array(z.string()) })),
  saveDocument: readingTask.input(z.object({ documentId: Id, file: FileGrant })).output(z.object({ fileName: z.string() })),
  ...signing,
  ...sending,
  ...trail,
  verify: readingTask.input(z.object({ file: FileGrant })).output(VerifyReport),
  verifyDocument: readingTask.input(z.object({ documentId: Id })).output(VerifyReport),
  authorities: query.input(z.object({})).output(z.array(Authority)),
  /** Makes another agency's authority known out of the certificate it exported (PEM or DER), not yet trusted. */
  addAuthority: task
    .input(z.object({ file: FileGrant }))
    .output(Changed.extend({ fingerprint: Fingerprint, name: z.string(), trusted: z.boolean() })),
  trustAuthority: mutation.input(z.object({ fingerprint: Fingerprint })).output(Changed),
  /** Our own cannot be distrusted. */
  distrustAuthority: mutation.input(z.object({ fingerprint: Fingerprint })).output(Changed),
}
