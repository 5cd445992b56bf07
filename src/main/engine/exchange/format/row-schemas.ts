import { z } from 'zod'
import { Currency, Id, Instant, PlainDate } from '#src/shared/contract/base.ts'
import { BriefContent } from '#src/shared/contract/briefs.ts'
import { CampaignStatus, CollaborationStage, ProgramKind } from '#src/shared/contract/campaigns.ts'
import { Compensation } from '#src/shared/contract/compensation.ts'
import { ContractDocumentRow, ContractSignature, ContractStatus, SignerRole } from '#src/shared/contract/contracts.ts'
import { RelationshipStage } from '#src/shared/contract/creators.ts'
import { DeliverableStatus } from '#src/shared/contract/deliverables.ts'
import { ExpenseKind } from '#src/shared/contract/measurement.ts'
import { PayoutMethod, PayoutStatus } from '#src/shared/contract/payouts.ts'
import { isCertificate } from './certificate.ts'
import type { CampaignTable } from './tables.ts'

const text = z.string().max(1_000_000)
const words = text.nullable()
const count = z.int().nullable()
const flag = z.union([z.literal(0), z.literal(1)])
const hash = z.string().regex(/^[0-9a-f]{64}$/)
const day = PlainDate.nullable()
const instant = Instant.nullable()

/** JSON kept as text in a column. */
function json(inner: z.ZodType) {
  return text.refine((value) => {
    try {
      return inner.safeParse(JSON.parse(value)).success
    } catch {
      return false
    }
  }, 'This is not the JSON that belongs here.')
}

const labels = json(z.array(z.string()))
const record = json(z.record(z.string(), z.unknown()))
const marks = { created_at: Instant, updated_at: Instant }

/** What a row of each table may hold in a campaign file of this version: all of its columns but those that stay at home, and nothing
 *  else. */
export const rowSchemas = {
  client: z.strictObject({
    id: Id,
    name: text,
    industry: words,
    contact_name: words,
    contact_email: words,
    billing_address: words,
    currency: Currency,
    notes: words,
    archived_at: instant,
    ...marks,
  }),
  creator: z.strictObject({
    id: Id,
    name: text,
    country: words,
    city: words,
    language: words,
    email: words,
    phone: words,
    address: words,
    bio: words,
    niches: labels,
    tags: labels,
    stage: RelationshipStage,
    do_not_contact: flag,
    archived_at: instant,
    ...marks,
  }),
  account: z.strictObject({
    id: Id,
    creator_id: Id,
    platform: text,
    handle: text,
    handle_key: text,
    url: words,
    is_primary: flag,
    created_at: Instant,
  }),
  snapshot: z.strictObject({
    id: Id,
    account_id: Id,
    taken_on: PlainDate,
    followers: count,
    following: count,
    posts: count,
    avg_likes: count,
    avg_comments: count,
    avg_shares: count,
    avg_saves: count,
    avg_views: count,
    stated_engagement_bp: count,
    source: text,
    created_at: Instant,
  }),
  rate: z.strictObject({
    id: Id,
    creator_id: Id,
    platform: words,
    format: text,
    amount_minor: z.int(),
    currency: Currency,
    created_at: Instant,
  }),
  campaign: z.strictObject({
    id: Id,
    client_id: Id,
    name: text,
    program_kind: ProgramKind,
    status: CampaignStatus,
    starts_on: day,
    ends_on: day,
    budget_minor: count,
    currency: Currency,
    notes: words,
    ...marks,
  }),
  brief: z.strictObject({ id: Id, campaign_id: Id, version: z.int().min(1), content: json(BriefContent.partial()), updated_at: Instant }),
  collaboration: z.strictObject({
    id: Id,
    campaign_id: Id,
    creator_id: Id,
    account_id: Id.nullable(),
    stage: CollaborationStage,
    compensation: json(Compensation).nullable(),
    tracking_link: words,
    discount_code: words,
    notes: words,
    ...marks,
  }),
  brief_receipt: z.strictObject({
    id: Id,
    collaboration_id: Id,
    version: z.int().min(1),
    channel: text,
    sent_at: Instant,
    confirmed_at: instant,
  }),
  deliverable: z.strictObject({
    id: Id,
    collaboration_id: Id,
    platform: text,
    format: text,
    title: text,
    due_on: day,
    status: DeliverableStatus,
    post_url: words,
    posted_at: instant,
    notes: words,
    ...marks,
  }),
  file: z.strictObject({
    id: hash,
    size: z.int().min(0),
    media_type: z.enum(['application/pdf', 'image/png', 'image/jpeg']),
    created_at: Instant,
  }),
  contract: z.strictObject({
    id: Id,
    campaign_id: Id,
    collaboration_id: Id.nullable(),
    number: text,
    template_id: text,
    language: text,
    jurisdiction: z.string().regex(/^(any|[A-Z]{2})$/),
    page_size: z.enum(['A4', 'Letter']),
    status: ContractStatus,
    fields: record,
    clauses: record,
    amends_id: Id.nullable(),
    starts_on: day,
    ends_on: day,
    remind_on: day,
    sent_at: instant,
    signed_at: instant,
    ...marks,
  }),
  contract_document: z.strictObject({
    id: Id,
    contract_id: Id,
    kind: ContractDocumentRow.shape.kind,
    name: text,
    file_id: hash,
    places: json(z.unknown()).nullable(),
    created_at: Instant,
  }),
  signing_identity: z.strictObject({
    id: Id,
    kind: z.enum(['authority', 'signer']),
    name: text,
    email: words,
    certificate: text.refine(isCertificate, 'This is not a certificate.'),
    issuer_id: Id.nullable(),
    valid_to: Instant,
    revoked_at: instant,
    revocation_reason: words,
    created_at: Instant,
  }),
  contract_signature: z.strictObject({
    id: Id,
    contract_id: Id,
    document_id: Id,
    role: SignerRole,
    signer_name: text,
    method: ContractSignature.shape.method,
    certificate_fingerprint: hash.nullable(),
    signed_at: Instant,
    identified: words,
    reason: words,
    level: words,
  }),
  contract_version: z.strictObject({
    id: Id,
    contract_id: Id,
    number: z.int().min(1),
    origin: z.enum(['agency', 'counterparty']),
    content: record,
    document_id: Id.nullable(),
    created_at: Instant,
  }),
  contract_event: z.strictObject({
    id: Id,
    contract_id: Id,
    sequence: z.int().min(1),
    at: Instant,
    kind: text,
    actor: text,
    detail: record,
    document_hash: hash.nullable(),
    previous_hash: hash.nullable(),
    hash,
  }),
  contract_obligation: z.strictObject({
    id: Id,
    contract_id: Id,
    clause_id: text,
    kind: text,
    party: z.enum([...SignerRole.options, 'both']),
    what: text,
    due_on: day,
    amount_minor: count,
    currency: Currency.nullable(),
    deliverable_id: Id.nullable(),
    payout_id: Id.nullable(),
    done_on: day,
    ...marks,
  }),
  payout: z.strictObject({
    id: Id,
    collaboration_id: Id,
    description: text,
    amount_minor: z.int(),
    currency: Currency,
    due_on: day,
    status: PayoutStatus,
    method: PayoutMethod.nullable(),
    paid_on: day,
    reference: words,
    invoice_number: words,
    notes: words,
    ...marks,
  }),
  result: z.strictObject({
    id: Id,
    collaboration_id: Id,
    deliverable_id: Id.nullable(),
    recorded_on: PlainDate,
    impressions: count,
    reach: count,
    views: count,
    likes: count,
    comments: count,
    shares: count,
    saves: count,
    clicks: count,
    conversions: count,
    leads: count,
    revenue_minor: count,
    currency: Currency,
    source: text,
    notes: words,
    created_at: Instant,
  }),
  expense: z.strictObject({
    id: Id,
    campaign_id: Id,
    collaboration_id: Id.nullable(),
    kind: ExpenseKind,
    amount_minor: z.int(),
    currency: Currency,
    description: words,
    spent_on: PlainDate,
    created_at: Instant,
  }),
  sales_order: z.strictObject({
    id: Id,
    campaign_id: Id,
    collaboration_id: Id.nullable(),
    number: text,
    ordered_at: Instant,
    discount_code: words,
    total_minor: z.int(),
    refunded_minor: z.int().min(0),
    currency: Currency,
    source: text,
    created_at: Instant,
  }),
} satisfies Record<CampaignTable, z.ZodObject>
