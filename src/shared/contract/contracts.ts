import { z } from 'zod'
import { Changed, FileGrant, Id, Ids, Instant, Name, ShortText, mutation, query, task, readingTask } from './base.ts'

export const ContractStatus = z.enum(['draft', 'sent', 'signed by one', 'signed by all', 'declined', 'terminated'])
export const SignerRole = z.enum(['agency', 'creator'])

const ContractTemplate = z.object({ id: z.string(), label: z.string(), language: z.string(), note: z.string(), clauseCount: z.int() })

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
  heading: z.string(),
  text: z.string(),
  note: z.string(),
  edited: z.boolean(),
  included: z.boolean(),
})
export const ContractCheck = z.object({ level: z.enum(['missing', 'warning']), field: z.string().nullable(), message: z.string() })

export const ContractDocumentRow = z.object({
  id: Id,
  kind: z.enum(['rendered', 'signed', 'countersigned', 'returned']),
  name: z.string(),
  size: z.int(),
  hash: z.string(),
  createdAt: Instant,
})
export const ContractSignature = z.object({
  role: SignerRole,
  signerName: z.string(),
  signedAt: Instant,
  method: z.enum(['drawn', 'typed', 'imported']),
  certificateFingerprint: z.string().nullable(),
})

export const ContractRow = z.object({
  id: Id,
  number: z.string(),
  status: ContractStatus,
  templateId: z.string(),
  collaborationId: Id,
  campaignId: Id,
  campaignName: z.string(),
  clientName: z.string(),
  creatorId: Id,
  creatorName: z.string(),
  createdAt: Instant,
  updatedAt: Instant,
  signedAt: Instant.nullable(),
})

export const ContractDetail = ContractRow.extend({
  language: z.string(),
  pageSize: z.enum(['A4', 'Letter']),
  fields: z.array(ContractField),
  clauses: z.array(ContractClause),
  checks: z.array(ContractCheck),
  documents: z.array(ContractDocumentRow),
  signatures: z.array(ContractSignature),
})

/** A signature as made on the pad: strokes of points in 0…1 of the pad's width and height, or a typed name. */
export const SignatureMark = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('drawn'),
    aspect: z.number().positive().max(20),
    strokes: z
      .array(
        z
          .array(z.tuple([z.number().min(0).max(1), z.number().min(0).max(1)]))
          .min(1)
          .max(5000),
      )
      .min(1)
      .max(500),
  }),
  z.object({ kind: z.literal('typed'), text: Name }),
])

export const SignInput = z.object({
  id: Id,
  signerName: Name,
  signerEmail: ShortText.nullable().default(null),
  mark: SignatureMark.optional(),
  reason: ShortText.optional(),
})
export const SignResult = z.object({
  documentId: Id,
  hash: z.string(),
  status: ContractStatus,
  /** Blanks that were in the contract when it was signed. */
  warnings: z.array(z.string()),
  entryId: Id.nullable(),
})

export const VerifyReport = z.object({
  status: z.enum(['valid', 'altered', 'unsigned', 'untrusted']),
  signatures: z.array(
    z.object({
      field: z.string(),
      signer: z.string(),
      /** As the signature states it. */
      signedAt: Instant.nullable(),
      intact: z.boolean(),
      coversWholeFile: z.boolean(),
      trusted: z.boolean(),
      /** One sentence on anything but a plain good verdict. */
      note: z.string().nullable(),
    }),
  ),
  alterations: z.array(z.string()),
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
  templates: query.input(z.object({})).output(z.array(ContractTemplate)),
  list: query
    .input(z.object({ campaignId: Id.optional(), status: ContractStatus.optional(), search: z.string().optional() }))
    .output(z.array(ContractRow)),
  show: query.input(z.object({ id: Id })).output(ContractDetail),
  /** One contract for each collaboration of the selection. */
  create: mutation
    .input(
      z.object({
        collaborationIds: Ids,
        templateId: z.string().default('paid-post'),
        pageSize: z.enum(['A4', 'Letter']).default('A4'),
      }),
    )
    .output(Changed.extend({ ids: z.array(Id) })),
  /** Only a draft can be edited. A field or clause text of null goes back to the template's. */
  update: mutation
    .input(
      z.object({
        id: Id,
        fields: z.record(z.string(), z.string().nullable()).optional(),
        clauses: z
          .record(z.string(), z.object({ text: z.string().max(20_000).nullable().optional(), included: z.boolean().optional() }))
          .optional(),
      }),
    )
    .output(Changed),
  /** Draws the PDF without keeping it, for the live preview. */
  preview: query.input(z.object({ id: Id })).output(z.object({ pdf: z.instanceof(Blob), pages: z.int() })),
  /** The bytes of a kept document, for the viewer. */
  document: query.input(z.object({ documentId: Id })).output(z.object({ pdf: z.instanceof(Blob), name: z.string() })),
  render: task
    .input(z.object({ ids: Ids, file: FileGrant.optional() }))
    .output(Changed.extend({ documentIds: z.array(Id), warnings: z.array(z.string()) })),
  saveDocument: readingTask.input(z.object({ documentId: Id, file: FileGrant })).output(z.object({ fileName: z.string() })),
  /** The agency signs what was rendered; renders first where that has not been done. */
  sign: task.input(SignInput).output(SignResult),
  /** The creator signs on this machine, in person. */
  countersign: task.input(SignInput).output(SignResult),
  verify: readingTask.input(z.object({ file: FileGrant })).output(VerifyReport),
  verifyDocument: readingTask.input(z.object({ documentId: Id })).output(VerifyReport),
  authorities: query.input(z.object({})).output(z.array(Authority)),
  trustAuthority: mutation.input(z.object({ fingerprint: Fingerprint })).output(Changed),
  /** Our own cannot be distrusted. */
  distrustAuthority: mutation.input(z.object({ fingerprint: Fingerprint })).output(Changed),
  setStatus: mutation.input(z.object({ ids: Ids, status: z.enum(['draft', 'sent', 'declined', 'terminated']) })).output(Changed),
}
