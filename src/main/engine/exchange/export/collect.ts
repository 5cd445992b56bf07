import { raise } from '#src/shared/contract/errors.ts'
import { inChunks } from '../../db/chunks.ts'
import type { ReadDb } from '../../db/handles.ts'
import { certificateFingerprint } from '../format/certificate.ts'
import { campaignTables, withoutPrivate, type CampaignTable, type Row, type RowsByTable } from '../format/tables.ts'

/** Everything one campaign needs, by table, each table by id. Raises NOT_FOUND. */
export async function collectRows(db: ReadDb, campaignId: string): Promise<RowsByTable> {
  const rows = Object.fromEntries(campaignTables.map((table) => [table, []])) as unknown as RowsByTable
  const take = async (table: CampaignTable, column: string, values: readonly unknown[]): Promise<string[]> => {
    rows[table] = await rowsWhere(db, table, column, values)
    return rows[table].map(({ id }) => id)
  }
  const found = await take('campaign', 'id', [campaignId])
  if (found.length === 0) raise('NOT_FOUND', 'This campaign is no longer in the workspace.')
  await take('client', 'id', valuesOf(rows.campaign, 'client_id'))
  for (const table of ['brief', 'expense', 'sales_order'] as const) await take(table, 'campaign_id', found)
  const collaborations = await take('collaboration', 'campaign_id', found)
  for (const table of ['brief_receipt', 'deliverable', 'payout', 'result'] as const) await take(table, 'collaboration_id', collaborations)
  const creators = await take('creator', 'id', valuesOf(rows.collaboration, 'creator_id'))
  const accounts = await take('account', 'creator_id', creators)
  await take('snapshot', 'account_id', accounts)
  await take('rate', 'creator_id', creators)
  const contracts = await take('contract', 'campaign_id', found)
  for (const table of ['contract_document', 'contract_signature', 'contract_version', 'contract_event', 'contract_obligation'] as const)
    await take(table, 'contract_id', contracts)
  await take('file', 'id', valuesOf(rows.contract_document, 'file_id'))
  rows.signing_identity = await certificatesFor(db, valuesOf(rows.contract_signature, 'certificate_fingerprint'))
  return rows
}

function valuesOf(rows: readonly Row[], column: string): string[] {
  return [...new Set(rows.flatMap((row) => (typeof row[column] === 'string' ? row[column] : [])))]
}

async function rowsWhere(db: ReadDb, table: CampaignTable, column: string, values: readonly unknown[]): Promise<Row[]> {
  const found = await inChunks(values, (chunk) =>
    db
      .selectFrom(table as 'client')
      .selectAll()
      .where(column as 'id', 'in', chunk as string[])
      .orderBy('id')
      .execute(),
  )
  return sortById(found.map((row) => withoutPrivate(table, { ...row }) as Row))
}

/** The certificates of those who signed and of whoever issued them; their keys lie elsewhere and never leave. */
async function certificatesFor(db: ReadDb, fingerprints: readonly string[]): Promise<Row[]> {
  if (fingerprints.length === 0) return []
  const all = new Map((await db.selectFrom('signing_identity').selectAll().execute()).map((row) => [row.id, row]))
  const needed = new Map<string, Row>()
  for (const signer of all.values()) {
    if (!fingerprints.includes(certificateFingerprint(signer.certificate) ?? '')) continue
    for (let row: typeof signer | undefined = signer; row && !needed.has(row.id); row = all.get(row.issuer_id ?? ''))
      needed.set(row.id, withoutPrivate('signing_identity', { ...row }) as Row)
  }
  return sortById([...needed.values()])
}

function sortById(rows: Row[]): Row[] {
  return rows.sort((a, b) => (a.id < b.id ? -1 : 1))
}
