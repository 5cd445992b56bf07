import Database from 'better-sqlite3'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { uuidv7 } from 'uuidv7'
import { expect, test } from 'vitest'
import { systemClock } from '#src/main/doors/node-ports.ts'
import { checkJournal } from '#src/main/engine/db/checks/journal.ts'
import { migrations, schemaVersion, type Migration } from '#src/main/engine/db/migrate.ts'
import { undoEntry } from '#src/main/engine/db/undo.ts'
import { openWorkspaceFolder, type WorkspaceFolder } from '#src/main/engine/db/workspace-folder.ts'
import { temporaryFolder } from '#tests/support/workspace.ts'

const open = (folder: string, steps: readonly Migration[], create = false): WorkspaceFolder =>
  openWorkspaceFolder({ folder, create, clock: systemClock, newId: uuidv7, onCommit: () => undefined, steps })

/** Two invented steps beyond what there is: one that makes a table anew with its children kept, one that adds a column. */
const nextSteps: Migration[] = [
  {
    number: schemaVersion + 1,
    name: 'clients anew',
    sql: `
      CREATE TABLE client_new (id TEXT PRIMARY KEY, name TEXT NOT NULL, industry TEXT, contact_name TEXT, contact_email TEXT,
        billing_address TEXT, currency TEXT NOT NULL, notes TEXT, archived_at TEXT, created_at TEXT NOT NULL, updated_at TEXT NOT NULL,
        country TEXT DEFAULT 'PT') STRICT;
      INSERT INTO client_new SELECT *, 'PT' FROM client;
      DROP TABLE client;
      ALTER TABLE client_new RENAME TO client;`,
  },
  { number: schemaVersion + 2, name: 'a rating', sql: 'ALTER TABLE creator ADD COLUMN rating INTEGER' },
]

async function withOneCampaign(): Promise<string> {
  const folder = join(temporaryFolder(), 'workspace')
  const workspace = open(folder, migrations, true)
  await workspace.writer.transact({ procedure: 'test', actor: 'test' }, async (db) => {
    const times = { created_at: '2026-01-01T00:00:00Z', updated_at: '2026-01-01T00:00:00Z' }
    await db
      .insertInto('client')
      .values({ id: 'k', name: 'Nordlicht', currency: 'EUR', ...times })
      .execute()
    await db
      .insertInto('campaign')
      .values({ id: 'c', client_id: 'k', name: 'Spring', program_kind: 'campaign', status: 'active', currency: 'EUR', ...times })
      .execute()
  })
  await workspace.close()
  return folder
}

function ask(folder: string, sql: string): unknown {
  const db = new Database(join(folder, 'workspace.sqlite'), { readonly: true })
  try {
    return db.prepare(sql).pluck().get()
  } finally {
    db.close()
  }
}

test('the migrations are numbered without a gap', () => {
  expect(migrations.map(({ number }) => number)).toEqual(migrations.map((_, at) => at + 1))
})

test('a new workspace is brought to the newest version without a backup', async () => {
  const folder = join(temporaryFolder(), 'workspace')
  await open(folder, [...migrations, ...nextSteps], true).close()
  expect(ask(folder, 'PRAGMA user_version')).toBe(schemaVersion + 2)
  expect(readdirSync(join(folder, 'backups'))).toEqual([])
})

test('an older workspace keeps its rows and their references, after a backup of the version before', async () => {
  const folder = await withOneCampaign()
  const workspace = open(folder, [...migrations, ...nextSteps])
  expect(workspace.reader.prepare('SELECT client.country, campaign.name FROM campaign JOIN client ON client.id = client_id').get()).toEqual(
    { country: 'PT', name: 'Spring' },
  )
  await workspace.close()
  const [backup = ''] = readdirSync(join(folder, 'backups'))
  expect(backup).toMatch(new RegExp(`^before-version-${schemaVersion + 1}-.*\\.sqlite$`))
  const copy = new Database(join(folder, 'backups', backup), { readonly: true })
  expect(copy.pragma('user_version', { simple: true })).toBe(schemaVersion)
  expect(copy.prepare('SELECT name FROM campaign').pluck().get()).toBe('Spring')
  copy.close()
})

test('opening again does nothing twice', async () => {
  const folder = await withOneCampaign()
  for (let round = 0; round < 2; round++) await open(folder, [...migrations, ...nextSteps]).close()
  expect(readdirSync(join(folder, 'backups'))).toHaveLength(1)
})

test.each([
  ['a step that is not SQL', 'ALTER TABLE nowhere ADD COLUMN x', /no such table: nowhere/],
  ['a step that breaks off in its middle', "UPDATE campaign SET name = 'half'; INSERT INTO nowhere VALUES (1)", /no such table/],
  [
    'a step that loses a row others refer to',
    "UPDATE campaign SET name = 'half'; DELETE FROM client",
    /Rows of campaign refer to rows that are gone/,
  ],
])('%s leaves the version before it, and says so', async (_, sql, reason) => {
  const folder = await withOneCampaign()
  const [first] = nextSteps
  const broken: Migration = { number: schemaVersion + 2, name: 'broken', sql }
  const opening = () => open(folder, [...migrations, ...(first ? [first] : []), broken])
  expect(opening).toThrow(
    expect.objectContaining({ code: 'INTERNAL', cause: expect.objectContaining({ message: expect.stringMatching(reason) }) }),
  )
  expect(opening).toThrow(`The workspace stays at version ${schemaVersion + 1}, and a copy from before is in its backups folder.`)
  expect(ask(folder, 'PRAGMA user_version')).toBe(schemaVersion + 1)
  expect(ask(folder, 'SELECT name FROM campaign')).toBe('Spring')
  const workspace = open(folder, [...migrations, ...nextSteps])
  expect(workspace.reader.prepare('SELECT count(*) FROM creator WHERE rating IS NULL').pluck().get()).toBe(0)
  await workspace.close()
})

test('what was made by a newer Troupe is refused by an older one and stays byte for byte', async () => {
  const folder = await withOneCampaign()
  await open(folder, [...migrations, ...nextSteps]).close()
  const before = readFileSync(join(folder, 'workspace.sqlite'))
  expect(() => open(folder, migrations)).toThrow(expect.objectContaining({ code: 'WORKSPACE_NEWER' }))
  expect(readFileSync(join(folder, 'workspace.sqlite')).equals(before)).toBe(true)
})

test('a change from before a column was added can still be undone, and checks as sound', async () => {
  const folder = await withOneCampaign()
  const workspace = open(folder, [...migrations, ...nextSteps])
  expect(checkJournal(workspace.reader, () => undefined)).toEqual([])
  const { connection, journal } = workspace.writer
  await workspace.writer.transact({ procedure: 'undo', actor: 'test' }, (_, __, entryId) =>
    undoEntry({ connection, journal, newId: uuidv7, entryId }),
  )
  expect(workspace.reader.prepare('SELECT count(*) FROM client').pluck().get()).toBe(0)
  await workspace.close()
})
