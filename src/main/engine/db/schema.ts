import type { Generated } from 'kysely'
import type {
  AcceptedSignerTable,
  ContractCounterTable,
  ContractDocumentTable,
  ContractEventTable,
  ContractObligationTable,
  ContractSignatureTable,
  ContractTable,
  ContractVersionTable,
  SealedKeyTable,
  SigningIdentityTable,
  TrustedAuthorityTable,
} from './schema-contracts.ts'
import type {
  AudienceTable,
  BrandHistoryTable,
  ContactLogTable,
  ContentSampleTable,
  CreatorContactTable,
  CreatorDocumentTable,
  CreatorProfileTable,
  CreatorReminderTable,
  DistinctCreatorsTable,
  ProgramTierTable,
  RosterViewTable,
  ShortlistEntryTable,
  ShortlistTable,
  VettingReviewTable,
  VettingSampleTable,
} from './schema-creators.ts'
import type { RosterAudienceTable, RosterLabelTable, RosterRowTable, RosterSearchTable } from './schema-derived.ts'

/** Rows as they are kept. Amounts are integer minor units; instants are UTC ISO text; `*_on` are plain dates; JSON stands as text. */
type Nullable<T> = T | null

export interface SettingTable {
  id: string
  value: string
}
export interface AgencyUserTable {
  id: string
  name: string
  email: Nullable<string>
  created_at: string
}

export interface ClientTable {
  id: string
  name: string
  industry: Nullable<string>
  contact_name: Nullable<string>
  contact_email: Nullable<string>
  billing_address: Nullable<string>
  currency: string
  notes: Nullable<string>
  archived_at: Nullable<string>
  created_at: string
  updated_at: string
}

export interface CreatorTable {
  id: string
  name: string
  country: Nullable<string>
  city: Nullable<string>
  language: Nullable<string>
  email: Nullable<string>
  phone: Nullable<string>
  address: Nullable<string>
  bio: Nullable<string>
  notes: Nullable<string>
  /** JSON arrays of text. */
  niches: string
  tags: string
  stage: string
  do_not_contact: number
  import_batch_id: Nullable<string>
  archived_at: Nullable<string>
  created_at: string
  updated_at: string
}

export interface AccountTable {
  id: string
  creator_id: string
  platform: string
  handle: string
  handle_key: string
  url: Nullable<string>
  is_primary: number
  created_at: string
}

export interface SnapshotTable {
  id: string
  account_id: string
  taken_on: string
  followers: Nullable<number>
  following: Nullable<number>
  posts: Nullable<number>
  avg_likes: Nullable<number>
  avg_comments: Nullable<number>
  avg_shares: Nullable<number>
  avg_saves: Nullable<number>
  avg_views: Nullable<number>
  stated_engagement_bp: Nullable<number>
  source: string
  import_batch_id: Nullable<string>
  created_at: string
}

export interface RateTable {
  id: string
  creator_id: string
  platform: Nullable<string>
  format: string
  amount_minor: number
  currency: string
  created_at: string
}

export interface CampaignTable {
  id: string
  client_id: string
  name: string
  program_kind: string
  status: string
  starts_on: Nullable<string>
  ends_on: Nullable<string>
  budget_minor: Nullable<number>
  currency: string
  notes: Nullable<string>
  created_at: string
  updated_at: string
}

export interface BriefTable {
  id: string
  campaign_id: string
  version: number
  content: string
  updated_at: string
}

export interface CollaborationTable {
  id: string
  campaign_id: string
  creator_id: string
  account_id: Nullable<string>
  stage: string
  compensation: Nullable<string>
  tracking_link: Nullable<string>
  discount_code: Nullable<string>
  notes: Nullable<string>
  created_at: string
  updated_at: string
}

export interface BriefReceiptTable {
  id: string
  collaboration_id: string
  version: number
  channel: string
  sent_at: string
  confirmed_at: Nullable<string>
}

export interface DeliverableTable {
  id: string
  collaboration_id: string
  platform: string
  format: string
  title: string
  due_on: Nullable<string>
  status: string
  post_url: Nullable<string>
  posted_at: Nullable<string>
  notes: Nullable<string>
  created_at: string
  updated_at: string
}

/** `id` is the SHA-256 of the bytes in hexadecimal. */
export interface FileTable {
  id: string
  size: number
  media_type: string
  created_at: string
}

export interface PayoutTable {
  id: string
  collaboration_id: string
  description: string
  amount_minor: number
  currency: string
  due_on: Nullable<string>
  status: string
  method: Nullable<string>
  paid_on: Nullable<string>
  reference: Nullable<string>
  invoice_number: Nullable<string>
  notes: Nullable<string>
  created_at: string
  updated_at: string
}

export interface ResultTable {
  id: string
  collaboration_id: string
  deliverable_id: Nullable<string>
  recorded_on: string
  impressions: Nullable<number>
  reach: Nullable<number>
  views: Nullable<number>
  likes: Nullable<number>
  comments: Nullable<number>
  shares: Nullable<number>
  saves: Nullable<number>
  clicks: Nullable<number>
  conversions: Nullable<number>
  leads: Nullable<number>
  revenue_minor: Nullable<number>
  currency: string
  source: string
  notes: Nullable<string>
  created_at: string
}

export interface ExpenseTable {
  id: string
  campaign_id: string
  collaboration_id: Nullable<string>
  kind: string
  amount_minor: number
  currency: string
  description: Nullable<string>
  spent_on: string
  created_at: string
}

export interface SalesOrderTable {
  id: string
  campaign_id: string
  collaboration_id: Nullable<string>
  number: string
  ordered_at: string
  discount_code: Nullable<string>
  total_minor: number
  refunded_minor: number
  currency: string
  source: string
  created_at: string
}

export interface ImportBatchTable {
  id: string
  kind: string
  file_name: string
  file_hash: string
  format: string
  mapping: string
  counts: string
  created_at: string
}
/** `id` is the signature of a header row. */
export interface ImportMappingTable {
  id: string
  mapping: string
  updated_at: string
}
/** `id` is another workspace's id of what is our row `row_id`. */
export interface ForeignRowTable {
  id: string
  table_name: string
  row_id: string
  created_at: string
}

export interface JournalEntryTable {
  id: string
  at: string
  actor: string
  procedure: string
  summary: string
  undoes: Nullable<string>
}
/** `op` bulk: `row_id` names a chunk of many rows, all inserted (`after`) or all deleted (`before`), packed as `packImages` does. */
export interface JournalChangeTable {
  id: Generated<number>
  entry_id: string
  table_name: string
  row_id: string
  op: 'insert' | 'update' | 'delete' | 'bulk'
  before: Nullable<string>
  after: Nullable<string>
  /** More than 1 in a chunk alone. */
  row_count: Generated<number>
}

export interface Schema {
  setting: SettingTable
  agency_user: AgencyUserTable
  client: ClientTable
  creator: CreatorTable
  account: AccountTable
  snapshot: SnapshotTable
  rate: RateTable
  campaign: CampaignTable
  brief: BriefTable
  collaboration: CollaborationTable
  brief_receipt: BriefReceiptTable
  deliverable: DeliverableTable
  file: FileTable
  contract: ContractTable
  contract_counter: ContractCounterTable
  contract_document: ContractDocumentTable
  signing_identity: SigningIdentityTable
  trusted_authority: TrustedAuthorityTable
  accepted_signer: AcceptedSignerTable
  sealed_key: SealedKeyTable
  contract_signature: ContractSignatureTable
  contract_version: ContractVersionTable
  contract_event: ContractEventTable
  contract_obligation: ContractObligationTable
  payout: PayoutTable
  result: ResultTable
  expense: ExpenseTable
  sales_order: SalesOrderTable
  import_batch: ImportBatchTable
  import_mapping: ImportMappingTable
  foreign_row: ForeignRowTable
  creator_profile: CreatorProfileTable
  creator_contact: CreatorContactTable
  brand_history: BrandHistoryTable
  content_sample: ContentSampleTable
  creator_document: CreatorDocumentTable
  audience: AudienceTable
  distinct_creators: DistinctCreatorsTable
  roster_view: RosterViewTable
  shortlist: ShortlistTable
  shortlist_entry: ShortlistEntryTable
  vetting_review: VettingReviewTable
  vetting_sample: VettingSampleTable
  contact_log: ContactLogTable
  creator_reminder: CreatorReminderTable
  program_tier: ProgramTierTable
  journal_entry: JournalEntryTable
  journal_change: JournalChangeTable
  roster_row: RosterRowTable
  roster_label: RosterLabelTable
  roster_search: RosterSearchTable
  roster_audience: RosterAudienceTable
}

/** Tables whose every change the journal records. */
export const journaledTables = [
  'setting',
  'agency_user',
  'client',
  'creator',
  'account',
  'snapshot',
  'rate',
  'campaign',
  'brief',
  'collaboration',
  'brief_receipt',
  'deliverable',
  'file',
  'contract',
  'contract_document',
  'signing_identity',
  'trusted_authority',
  'accepted_signer',
  'contract_signature',
  'contract_version',
  'contract_event',
  'contract_obligation',
  'payout',
  'result',
  'expense',
  'sales_order',
  'import_batch',
  'import_mapping',
  'foreign_row',
  'creator_profile',
  'creator_contact',
  'brand_history',
  'content_sample',
  'creator_document',
  'audience',
  'distinct_creators',
  'roster_view',
  'shortlist',
  'shortlist_entry',
  'vetting_review',
  'vetting_sample',
  'contact_log',
  'creator_reminder',
  'program_tier',
] as const satisfies readonly (keyof Schema)[]
export type JournaledTable = (typeof journaledTables)[number]
