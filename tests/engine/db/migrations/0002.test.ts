import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openConnection, type Connection } from '#src/main/engine/db/connection.ts'
import { migrate } from '#src/main/engine/db/migrate.ts'
import { foundation } from '#src/main/engine/db/migrations/0001-foundation.ts'
import { contracts } from '#src/main/engine/db/migrations/0002-contracts.ts'
import { temporaryFolder } from '#tests/support/workspace.ts'

const oneSignedContract = `
  INSERT INTO client (id, name, currency, created_at, updated_at) VALUES ('l', 'Nordlicht', 'EUR', '', '');
  INSERT INTO campaign (id, client_id, name, program_kind, status, currency, created_at, updated_at)
    VALUES ('c', 'l', 'Spring', 'campaign', 'active', 'EUR', '', '');
  INSERT INTO creator (id, name, created_at, updated_at) VALUES ('r', 'Ana', '', '');
  INSERT INTO collaboration (id, campaign_id, creator_id, stage, created_at, updated_at) VALUES ('k', 'c', 'r', 'contracted', '', '');
  INSERT INTO file VALUES ('f', 1, 'application/pdf', '');
  INSERT INTO contract VALUES ('t', 'k', '2026-0001', 'paid-post', 'en', 'A4', 'signed by one', '{}', '{}', NULL, 'made', 'changed');
  INSERT INTO contract_document VALUES ('d', 't', 'signed', 'Contract.pdf', 'f', NULL, '');
  INSERT INTO contract_signature VALUES ('s', 't', 'd', 'agency', 'Mira', 'typed', NULL, 'then');`

function upgraded(): Connection {
  const db = openConnection(join(temporaryFolder(), 'workspace.sqlite'))
  migrate(db, () => undefined, [foundation])
  db.exec(oneSignedContract)
  migrate(db, () => undefined, [foundation, contracts])
  return db
}

test('a contract of the first version keeps its words, its documents and its signatures, and knows its campaign', () => {
  const db = upgraded()
  expect(db.prepare('SELECT * FROM contract').all()).toEqual([
    {
      id: 't',
      campaign_id: 'c',
      collaboration_id: 'k',
      number: '2026-0001',
      template_id: 'paid-post',
      language: 'en',
      jurisdiction: 'any',
      page_size: 'A4',
      status: 'signed by one',
      fields: '{}',
      clauses: '{}',
      amends_id: null,
      starts_on: null,
      ends_on: null,
      remind_on: null,
      sent_at: null,
      signed_at: null,
      created_at: 'made',
      updated_at: 'changed',
    },
  ])
  expect(db.prepare('SELECT id FROM contract_document').pluck().all()).toEqual(['d'])
  expect(db.prepare('SELECT id, identified, level FROM contract_signature').all()).toEqual([{ id: 's', identified: null, level: null }])
  expect(db.pragma('foreign_key_check')).toEqual([])
  db.prepare("DELETE FROM contract WHERE id = 't'").run()
  expect(db.prepare('SELECT count(*) FROM contract_document').pluck().get()).toBe(0)
  db.close()
})

test('the journal knows the campaign of contracts as well: of one that is there, of one that is gone with its collaboration, and of many at once', () => {
  const db = openConnection(join(temporaryFolder(), 'workspace.sqlite'))
  migrate(db, () => undefined, [foundation])
  db.exec(oneSignedContract)
  db.exec(`INSERT INTO journal_entry (id, at, actor, procedure, summary) VALUES ('e', '', 'root', 'contracts.create', '')`)
  const add = db.prepare(
    "INSERT INTO journal_change (entry_id, table_name, row_id, op, before, after) VALUES ('e', @table, @row, @op, @before, @after)",
  )
  const keep = (table: string, row: string, op: string, before: unknown, after: unknown) =>
    add.run({ table, row, op, before: before ? JSON.stringify(before) : null, after: after ? JSON.stringify(after) : null })
  keep('contract', 't', 'update', { id: 't', collaboration_id: 'k' }, { id: 't', collaboration_id: 'k', status: 'sent' })
  keep('collaboration', 'gone', 'delete', { id: 'gone', campaign_id: 'earlier' }, null)
  keep('contract', 'u', 'delete', { id: 'u', collaboration_id: 'gone' }, null)
  keep('collaboration', '', 'bulk', { columns: ['campaign_id', 'id'], rows: [['another', 'packed']] }, null)
  const packed = {
    columns: ['id', 'collaboration_id'],
    rows: [
      ['v', 'packed'],
      ['w', 'k'],
    ],
  }
  keep('contract', '', 'bulk', packed, null)
  keep('client', 'l', 'insert', null, { id: 'l' })
  migrate(db, () => undefined, [foundation, contracts])
  const images = db
    .prepare("SELECT before, after FROM journal_change WHERE table_name <> 'collaboration' ORDER BY id")
    .raw()
    .all() as string[][]
  expect(images.map((pair) => pair.map((image) => image && JSON.parse(image)))).toEqual([
    [
      { id: 't', collaboration_id: 'k', campaign_id: 'c' },
      { id: 't', collaboration_id: 'k', status: 'sent', campaign_id: 'c' },
    ],
    [{ id: 'u', collaboration_id: 'gone', campaign_id: 'earlier' }, null],
    [
      {
        columns: ['id', 'collaboration_id', 'campaign_id'],
        rows: [
          ['v', 'packed', 'another'],
          ['w', 'k', 'c'],
        ],
      },
      null,
    ],
    [null, { id: 'l' }],
  ])
  db.close()
})

const plan = (db: Connection, sql: string) =>
  (db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all() as { detail: string }[]).map(({ detail }) => detail).join('; ')

test.each([
  ['the contracts of a campaign', "SELECT id FROM contract WHERE campaign_id = 'c'", /SEARCH contract USING INDEX contract_campaign/],
  [
    'what is to be renewed',
    "SELECT id FROM contract WHERE remind_on <= '2026-12-01'",
    /SEARCH contract USING INDEX contract_remind \(remind_on<\?\)/,
  ],
  [
    'the trail of a contract in its order',
    "SELECT hash FROM contract_event WHERE contract_id = 't' ORDER BY sequence",
    /^SEARCH contract_event USING INDEX contract_event_sequence \(contract_id=\?\)$/,
  ],
  [
    'what is owed soon',
    "SELECT id FROM contract_obligation WHERE done_on IS NULL AND due_on <= '2026-12-01' ORDER BY due_on",
    /^SEARCH contract_obligation USING INDEX contract_obligation_due \(due_on<\?\)$/,
  ],
])('%s is found by an index', (_, sql, expected) => {
  const db = upgraded()
  expect(plan(db, sql)).toMatch(expected)
  db.close()
})
