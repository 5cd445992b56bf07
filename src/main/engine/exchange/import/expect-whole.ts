import { sha256 } from '../../files.ts'
import { damaged } from '../format/archive.ts'
import { campaignTables, naturalKeyOf, references, type CampaignTable } from '../format/tables.ts'
import type { CampaignPackage } from './package.ts'

/** Checks that a package speaks of one campaign, that every reference leads to a row in it, and that its attachments are what they are
 *  called. Raises FILE_DAMAGED. */
export function expectWhole({ manifest, rows, files }: CampaignPackage): void {
  const counts = new Map(manifest.tables.map(({ table, rows: count }) => [table, count]))
  const ids = Object.fromEntries(campaignTables.map((table) => [table, new Set(rows[table].map(({ id }) => id))])) as Record<
    CampaignTable,
    Set<string>
  >
  for (const table of campaignTables) {
    if (rows[table].length !== (counts.get(table) ?? 0))
      damaged(`it has ${rows[table].length} rows of ${table} where its manifest says ${counts.get(table) ?? 0}`)
    if (ids[table].size !== rows[table].length) damaged(`it has a row of ${table} twice`)
    expectReferences(rows[table], table, ids)
    expectNaturalKeys(rows[table], table)
  }
  if (rows.campaign.length !== 1 || rows.campaign[0]?.id !== manifest.campaign.id || rows.client.length !== 1)
    damaged('it does not hold exactly one campaign with its client')
  for (const { id, size, media_type: mediaType } of rows.file) {
    const content = files.get(id)
    const stated = manifest.attachments.find(({ hash }) => hash === id)
    if (!content || content.byteLength !== size || sha256(content) !== id || stated?.mediaType !== mediaType)
      damaged('an attachment is not what it is called')
  }
  if (manifest.attachments.length !== rows.file.length) damaged('its attachments are not those its manifest names')
}

function expectReferences(
  rows: CampaignPackage['rows'][CampaignTable],
  table: CampaignTable,
  ids: Record<CampaignTable, ReadonlySet<string>>,
): void {
  for (const [column, target] of Object.entries(references[table])) {
    const broken = rows.find((row) => row[column] !== null && !ids[target].has(String(row[column])))
    if (broken) damaged(`a row of ${table} refers to a row of ${target} that is not in it`)
  }
}

function expectNaturalKeys(rows: CampaignPackage['rows'][CampaignTable], table: CampaignTable): void {
  const keys = rows.flatMap((row) => naturalKeyOf(table, row) ?? [])
  if (new Set(keys).size !== keys.length) damaged(`two rows of ${table} stand for the same thing`)
}
