import { execFileSync } from 'node:child_process'
import { openConnection } from '#src/main/engine/db/connection.ts'

const at = '2026-01-01T00:00:00.000Z'
/** The list once more, with ids made from row numbers. */
const rows = `SELECT printf('0199%08x-0000-7000-8000-%012x', rowid, rowid) AS id, rowid AS n, * FROM raw`

const tables = [
  `INSERT INTO creator (id, name, country, city, language, email, phone, bio, notes, niches, created_at, updated_at)
   SELECT id, Name, Country, City, Language, Email, Phone, Bio, nullif(Notes, ''), json_array(Category), '${at}', '${at}' FROM (${rows})`,
  `INSERT INTO account (id, creator_id, platform, handle, handle_key, url, is_primary, created_at)
   SELECT id, id, lower(Platform), Username, lower(Username), "Profile URL", 1, '${at}' FROM (${rows})`,
  `INSERT INTO snapshot (
     id, account_id, taken_on, followers, following, posts, avg_likes, avg_comments, avg_views, avg_shares,
     stated_engagement_bp, source, created_at)
   SELECT id, id, '2026-01-01', +Followers, +Following, +Posts, +"Avg likes", +"Avg comments", +"Avg views", +"Avg shares",
     CAST(round(100 * rtrim("Engagement rate", '%')) AS INTEGER), 'import', '${at}' FROM (${rows})`,
]
const journal = [
  `INSERT INTO journal_entry (id, at, actor, procedure, summary) VALUES ('entry', '${at}', 'bench', 'creators.import', 'Imported')`,
  ...['creator', 'account', 'snapshot'].map(
    (table) => `
    INSERT INTO journal_change (entry_id, table_name, row_id, op, after, row_count)
    SELECT 'entry', '${table}', min(id), 'bulk', json_group_array(image),
      count(*) FROM (SELECT rowid AS n, id, ${imageOf(table)} AS image FROM ${table}) GROUP BY n / 2000`,
  ),
]
const roster = [
  `INSERT INTO roster_row (
     search_id, creator_id, name_key, account_id, platform, handle, followers, engagement_bp, engagement_basis, country, stage,
     is_archived, updated_at, city, account_count)
   SELECT n, id, lower(Name), id, lower(Platform), Username, +Followers,
     (10000 * ("Avg likes" + "Avg comments" + "Avg shares")) / Followers, 'computed', Country, 'new', 0, '${at}', City, 1 FROM (${rows})`,
  `INSERT INTO roster_label (kind, label, search_id)
   SELECT 'niche', Category, n FROM (${rows}) UNION ALL SELECT 'language', Language, n FROM (${rows}) WHERE Language <> ''`,
]
const text = [
  `INSERT INTO roster_search (rowid, text)
   SELECT n, lower(concat_ws(char(10), Name, Username, City, Country, Category, Bio, nullif(Notes, ''))) FROM (${rows})`,
]

function imageOf(table: string): string {
  const columns: Record<string, string> = {
    creator: `id, name, country, city, language, email, phone, address, bio, notes, niches, tags, stage, do_not_contact,
      import_batch_id, archived_at, created_at, updated_at`,
    account: 'id, creator_id, platform, handle, handle_key, url, is_primary, created_at',
    snapshot: `id, account_id, taken_on, followers, following, posts, avg_likes, avg_comments, avg_shares, avg_saves, avg_views,
      stated_engagement_bp, source, import_batch_id, created_at`,
  }
  return `json_array(${columns[table]})`
}

/**
 * The least that SQL alone needs to reach the state an import leaves: the shell loads the list as text, SQL spreads it over the tables,
 * their indexes, the journal, the roster and its full text. Nothing is checked on the way.
 */
export function sameEndState(database: string, list: string): void {
  loadRaw(database, list)
  runSteps(database, [...tables, ...journal, ...roster, ...text, 'DROP TABLE raw'])
}

/** Loads the list as text, for the parts below. */
export function loadRaw(database: string, list: string): void {
  execFileSync('sqlite3', [database, '-cmd', '.mode csv', `.import '${list}' raw`])
}

/** Parts of that state alone, of a list that is loaded already: below what they take no import can come. */
export const partsAlone: Readonly<Record<string, (database: string) => void>> = {
  tables: (database) => runSteps(database, [...tables, ...roster]),
  text: (database) => runSteps(database, text),
}

function runSteps(database: string, steps: readonly string[]): void {
  const db = openConnection(database, { synchronous: 'NORMAL' })
  db.exec('BEGIN')
  for (const step of steps) db.exec(step)
  db.exec('COMMIT')
  db.close()
}
