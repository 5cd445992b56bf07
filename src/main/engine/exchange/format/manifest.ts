import { z } from 'zod'
import { Id, Instant } from '#src/shared/contract/base.ts'
import { campaignTables } from './tables.ts'

export const formatName = 'troupe-campaign'
export const formatVersion = 1

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const named = { id: Id, name: z.string() }

/** What has to be understood before anything else, whatever the version. */
export const ManifestHead = z.object({ format: z.literal(formatName), formatVersion: z.int().min(1), schemaVersion: z.int().min(1) })

export const Manifest = ManifestHead.extend({
  appVersion: z.string(),
  /** The same for the same content. */
  packageId: Id,
  /** When the last change was made that is in it, so that the same state gives the same bytes. */
  createdAt: Instant,
  workspace: z.object(named),
  campaign: z.object(named),
  tables: z.array(z.object({ table: z.enum(campaignTables), rows: z.int().min(1) })),
  entries: z.array(z.object({ name: z.string(), size: z.int().min(0), sha256: Sha256 })),
  attachments: z.array(z.object({ hash: Sha256, size: z.int().min(0), mediaType: z.string() })),
})
export type Manifest = z.infer<typeof Manifest>

/** One change of a row on its way to what it is, as the journal of its workspace has it. */
export const HistoryLine = z.object({
  entry: Id,
  at: Instant,
  actor: z.string(),
  procedure: z.string(),
  table: z.enum(campaignTables),
  row: z.string(),
  op: z.enum(['insert', 'update', 'delete']),
  before: z.record(z.string(), z.union([z.string(), z.number(), z.null()])).nullable(),
  after: z.record(z.string(), z.union([z.string(), z.number(), z.null()])).nullable(),
})
export type HistoryLine = z.infer<typeof HistoryLine>

/** Another id under which a third workspace knows a row of this file. */
export const AliasLine = z.object({ table: z.enum(campaignTables), id: z.string(), alias: z.string() })
export type AliasLine = z.infer<typeof AliasLine>

export const manifestEntry = 'manifest.json'
export const journalEntry = 'journal.ndjson'
export const aliasEntry = 'aliases.ndjson'
export const rowsEntry = (table: string) => `rows/${table}.ndjson`
export const fileEntry = (hash: string) => `files/${hash}`
