import { inChunks } from '../../db/chunks.ts'
import type { ReadDb } from '../../db/handles.ts'
import type { Image } from '../../db/images.ts'
import type { JournalChangeTable } from '../../db/schema.ts'
import type { AliasLine, HistoryLine } from '../format/manifest.ts'
import { campaignTables, isCampaignTable, withoutPrivate, type RowsByTable } from '../format/tables.ts'

/** The changes of these rows in the order they were made, and the removals of rows that were part of the campaign. A row that came in
 *  by a bulk import has no line for that: what it was then is the `before` of its first change, or the row itself. */
export async function historyOf(db: ReadDb, rows: RowsByTable): Promise<HistoryLine[]> {
  // Files never change; their rows have no history worth telling.
  const ids = campaignTables.flatMap((table) => (table === 'file' ? [] : rows[table].map(({ id }) => id)))
  const changes = [
    ...(await inChunks(ids, (chunk) => selectChanges(db).where('c.row_id', 'in', chunk).where('c.op', '<>', 'bulk').execute())),
    ...(await removals(db, rows)),
  ]
  const unique = new Map(changes.map((change) => [change.id, change]))
  return [...unique.values()]
    .toSorted((a, b) => a.id - b.id)
    .flatMap(({ entry, at, actor, procedure, table, row, op, before, after }) => {
      if (!isCampaignTable(table) || op === 'bulk') return []
      const image = (text: string | null) => (text === null ? null : withoutPrivate(table, JSON.parse(text) as Image))
      return [{ entry, at, actor, procedure, table, row, op, before: image(before), after: image(after) }]
    })
}

async function removals(db: ReadDb, rows: RowsByTable) {
  const present = new Set([...rows.campaign, ...rows.collaboration].map(({ id }) => id))
  const removed = await selectChanges(db)
    .where('c.op', '=', 'delete')
    .where('c.table_name', 'in', [...campaignTables])
    .execute()
  return removed.filter(({ before }) => {
    const { campaign_id: campaign, collaboration_id: collaboration } = JSON.parse(before ?? '{}') as Image
    return present.has(String(campaign)) || present.has(String(collaboration))
  })
}

function selectChanges(db: ReadDb) {
  return db
    .selectFrom('journal_change as c')
    .innerJoin('journal_entry as e', 'e.id', 'c.entry_id')
    .select([
      'c.id',
      'e.id as entry',
      'e.at',
      'e.actor',
      'e.procedure',
      'c.table_name as table',
      'c.row_id as row',
      'c.op',
      'c.before',
      'c.after',
    ])
    .$narrowType<{ op: JournalChangeTable['op'] }>()
}

/** The ids under which other workspaces know these rows. */
export async function aliasesOf(db: ReadDb, rows: RowsByTable): Promise<AliasLine[]> {
  const ids = campaignTables.flatMap((table) => rows[table].map(({ id }) => id))
  const found = await inChunks(ids, (chunk) => db.selectFrom('foreign_row').selectAll().where('row_id', 'in', chunk).execute())
  return found
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap(({ id, table_name: table, row_id }) => (isCampaignTable(table) ? [{ table, id: row_id, alias: id }] : []))
}
