import { z } from 'zod'
import { raise } from '#src/shared/contract/errors.ts'
import { schemaVersion } from '../../db/migrate.ts'
import { sha256 } from '../../files.ts'
import { damaged, isIntact, unpackAll, unpackOne } from '../format/archive.ts'
import {
  aliasEntry,
  AliasLine,
  fileEntry,
  formatName,
  formatVersion,
  HistoryLine,
  journalEntry,
  Manifest,
  manifestEntry,
  ManifestHead,
  rowsEntry,
} from '../format/manifest.ts'
import { fromLines } from '../format/ndjson.ts'
import { rowSchemas } from '../format/row-schemas.ts'
import { campaignTables, type Row, type RowsByTable } from '../format/tables.ts'
import { expectWhole } from './expect-whole.ts'
import type { CampaignPackage } from './package.ts'

/** Reads a campaign file without writing anything. Raises NOT_A_CAMPAIGN_FILE, NEWER_VERSION, or FILE_DAMAGED with what is wrong. */
export function readPackage(bytes: Uint8Array): CampaignPackage {
  const manifest = readManifest(bytes)
  const entries = unpackAll(bytes)
  expectEntries(manifest, entries)
  const contentOf = (name: string) => entries.get(name) ?? new Uint8Array()
  const rows = Object.fromEntries(
    campaignTables.map((table) => [
      table,
      fromLines(rowsEntry(table), contentOf(rowsEntry(table)), rowSchemas[table] as unknown as z.ZodType<Row>),
    ]),
  ) as RowsByTable
  const pack = {
    manifest,
    rows,
    history: fromLines(journalEntry, contentOf(journalEntry), HistoryLine),
    aliases: fromLines(aliasEntry, contentOf(aliasEntry), AliasLine),
    files: new Map(rows.file.map(({ id }) => [id, contentOf(fileEntry(id))])),
  }
  expectWhole(pack)
  return pack
}

function readManifest(bytes: Uint8Array): Manifest {
  const content =
    unpackOne(bytes, manifestEntry) ?? raise('NOT_A_CAMPAIGN_FILE', 'This zip is not a Troupe campaign file; nothing was taken from it.')
  const json = parseManifest(content)
  const head = ManifestHead.safeParse(json)
  if (!head.success) {
    const format = z.object({ format: z.literal(formatName) }).safeParse(json)
    if (format.success) damaged('its manifest lacks its versions')
    raise('NOT_A_CAMPAIGN_FILE', 'This zip is not a Troupe campaign file; nothing was taken from it.')
  }
  if (head.data.formatVersion > formatVersion || head.data.schemaVersion > schemaVersion) {
    raise('NEWER_VERSION', 'This campaign file was written by a newer Troupe. Update Troupe to take it in; nothing was changed.')
  }
  if (!isIntact(bytes)) damaged('its content is not what was written')
  const manifest = Manifest.safeParse(json)
  return manifest.success ? manifest.data : damaged(`its manifest is not valid (${manifest.error.issues[0]?.path.join('.')})`)
}

function parseManifest(content: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(content))
  } catch (error) {
    return damaged('its manifest cannot be read', error)
  }
}

function expectEntries(manifest: Manifest, entries: ReadonlyMap<string, Uint8Array>): void {
  const expected = [
    manifestEntry,
    journalEntry,
    aliasEntry,
    ...manifest.tables.map(({ table }) => rowsEntry(table)),
    ...manifest.attachments.map(({ hash }) => fileEntry(hash)),
  ].toSorted()
  if (JSON.stringify([...entries.keys()].toSorted()) !== JSON.stringify(expected)) damaged('its entries are not those its manifest names')
  if (manifest.entries.length !== expected.length - 1) damaged('its manifest does not name each entry once')
  for (const { name, size, sha256: hash } of manifest.entries) {
    const content = entries.get(name) ?? damaged(`${name} is missing`)
    if (content.byteLength !== size || sha256(content) !== hash) damaged(`${name} is not what its manifest says`)
  }
}
