import type { TaskContext } from '../../context.ts'
import { schemaVersion } from '../../db/migrate.ts'
import { sha256 } from '../../files.ts'
import { identityOf } from '../../workspace/identity.ts'
import { pack } from '../format/archive.ts'
import {
  aliasEntry,
  fileEntry,
  formatName,
  formatVersion,
  journalEntry,
  manifestEntry,
  rowsEntry,
  type HistoryLine,
  type Manifest,
} from '../format/manifest.ts'
import { toLines } from '../format/ndjson.ts'
import { campaignTables, type RowsByTable } from '../format/tables.ts'
import { collectRows } from './collect.ts'
import { aliasesOf, historyOf } from './history.ts'

interface Entry {
  name: string
  bytes: Uint8Array
}

/** Writes one campaign with everything it needs into the granted .troupe file; the same state gives the same bytes. Raises NOT_FOUND,
 *  FILE_* and, for an attachment that is not as it was kept, FILE_DAMAGED. */
export async function exportCampaign(
  context: TaskContext,
  { id, file }: { id: string; file: string },
): Promise<{ fileName: string; rows: number; attachments: number }> {
  return context.jobs.run('Exporting a campaign', async (job) => {
    const { read } = context
    const rows = await collectRows(read, id)
    const history = await historyOf(read, rows)
    const tables = campaignTables.filter((table) => rows[table].length > 0).map((table) => ({ table, rows: rows[table].length }))
    const entries: Entry[] = [
      { name: journalEntry, bytes: toLines(history) },
      { name: aliasEntry, bytes: toLines(await aliasesOf(read, rows)) },
      ...tables.map(({ table }) => ({ name: rowsEntry(table), bytes: toLines(rows[table]) })),
    ]
    for (const [done, attachment] of rows.file.entries()) {
      job.throwIfCancelled()
      job.progress(done, rows.file.length)
      entries.push({ name: fileEntry(attachment.id), bytes: await context.files.read(attachment.id) })
    }
    const manifest = await manifestOf(context, rows, tables, entries, history)
    job.throwIfCancelled()
    const bytes = pack([{ name: manifestEntry, bytes: Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`) }, ...entries])
    const fileName = await context.grants.writeBytes(file, bytes)
    return { fileName, rows: tables.reduce((sum, table) => sum + table.rows, 0), attachments: rows.file.length }
  })
}

async function manifestOf(
  { read, ports }: TaskContext,
  rows: RowsByTable,
  tables: Manifest['tables'],
  entries: readonly Entry[],
  history: readonly HistoryLine[],
): Promise<Manifest> {
  const workspace = await identityOf(read)
  const hashes = entries.map(({ name, bytes }) => ({ name, size: bytes.byteLength, sha256: sha256(bytes) }))
  const [campaign] = rows.campaign
  return {
    format: formatName,
    formatVersion,
    schemaVersion,
    appVersion: ports.appVersion,
    packageId: packageIdOf(hashes),
    createdAt: history.reduce((latest, { at }) => (at > latest ? at : latest), String(campaign?.updated_at)),
    workspace: { id: workspace.id, name: workspace.name },
    campaign: { id: String(campaign?.id), name: String(campaign?.name) },
    tables,
    entries: hashes,
    attachments: rows.file.map(({ id, size, media_type }) => ({ hash: id, size: Number(size), mediaType: String(media_type) })),
  }
}

/** A UUID (version 8) made of the content's hash. */
function packageIdOf(entries: Manifest['entries']): string {
  const hex = sha256(Buffer.from(JSON.stringify(entries)))
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
