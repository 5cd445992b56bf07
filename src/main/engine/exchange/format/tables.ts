import type { Image } from '../../db/images.ts'
import type { JournaledTable } from '../../db/schema.ts'

/** The tables a campaign file carries, each after those it refers to. */
export const campaignTables = [
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
  'contract_signature',
  'contract_version',
  'contract_event',
  'payout',
  'contract_obligation',
  'result',
  'expense',
  'sales_order',
] as const satisfies readonly JournaledTable[]
export type CampaignTable = (typeof campaignTables)[number]

export type Row = Image & { id: string }
export type RowsByTable = Record<CampaignTable, Row[]>

/** Which column refers to which table. */
export const references: Record<CampaignTable, Readonly<Record<string, CampaignTable>>> = {
  client: {},
  creator: {},
  account: { creator_id: 'creator' },
  snapshot: { account_id: 'account' },
  rate: { creator_id: 'creator' },
  campaign: { client_id: 'client' },
  brief: { campaign_id: 'campaign' },
  collaboration: { campaign_id: 'campaign', creator_id: 'creator', account_id: 'account' },
  brief_receipt: { collaboration_id: 'collaboration' },
  deliverable: { collaboration_id: 'collaboration' },
  file: {},
  contract: { campaign_id: 'campaign', collaboration_id: 'collaboration', amends_id: 'contract' },
  contract_document: { contract_id: 'contract', file_id: 'file' },
  signing_identity: { issuer_id: 'signing_identity' },
  contract_signature: { contract_id: 'contract', document_id: 'contract_document' },
  contract_version: { contract_id: 'contract', document_id: 'contract_document' },
  contract_event: { contract_id: 'contract' },
  payout: { collaboration_id: 'collaboration' },
  contract_obligation: { contract_id: 'contract', deliverable_id: 'deliverable', payout_id: 'payout' },
  result: { collaboration_id: 'collaboration', deliverable_id: 'deliverable' },
  expense: { campaign_id: 'campaign', collaboration_id: 'collaboration' },
  sales_order: { campaign_id: 'campaign', collaboration_id: 'collaboration' },
}

/** Columns besides the id of which no two rows have the same values: what two workspaces may have made on their own. */
export const naturalKeys: Partial<Record<CampaignTable, readonly string[]>> = {
  account: ['platform', 'handle_key'],
  brief: ['campaign_id'],
  collaboration: ['campaign_id', 'creator_id'],
  sales_order: ['campaign_id', 'number'],
}

/** What stays at home: private notes on creators, names of this workspace's own imports, and what only its own signing needs. */
const privateColumns: Partial<Record<CampaignTable, readonly string[]>> = {
  creator: ['notes', 'import_batch_id'],
  snapshot: ['import_batch_id'],
  signing_identity: ['chain', 'revocation_list'],
}

/** A row, or a row as the journal keeps it, without what stays at home. */
export function withoutPrivate(table: CampaignTable, row: Image): Image {
  const hidden = privateColumns[table]
  return hidden ? Object.fromEntries(Object.entries(row).filter(([column]) => !hidden.includes(column))) : row
}

export function isCampaignTable(name: string): name is CampaignTable {
  return campaignTables.some((table) => table === name)
}

/** The values of a row's natural key as one text; null where the table has none. */
export function naturalKeyOf(table: CampaignTable, row: Image): string | null {
  const columns = naturalKeys[table]
  return columns ? JSON.stringify(columns.map((column) => row[column] ?? null)) : null
}
