import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openConnection, type Connection } from '#src/main/engine/db/connection.ts'
import { migrate } from '#src/main/engine/db/migrate.ts'
import { foundation } from '#src/main/engine/db/migrations/0001-foundation.ts'
import { contracts } from '#src/main/engine/db/migrations/0002-contracts.ts'
import { creators } from '#src/main/engine/db/migrations/0003-creators.ts'
import { temporaryFolder } from '#tests/support/workspace.ts'

function upgraded(): Connection {
  const db = openConnection(join(temporaryFolder(), 'workspace.sqlite'))
  migrate(db, () => undefined, [foundation, contracts])
  db.exec(`
    INSERT INTO creator (id, name, created_at, updated_at) VALUES ('c', 'Ana', 'made', 'changed');
    INSERT INTO account VALUES ('a', 'c', 'instagram', 'ana', 'ana', NULL, 1, 'made');`)
  migrate(db, () => undefined, [foundation, contracts, creators])
  return db
}

test('creators and accounts of earlier versions stay as they are, and what is added to them goes with them', () => {
  const db = upgraded()
  expect(db.prepare('SELECT id, name, updated_at FROM creator').all()).toEqual([{ id: 'c', name: 'Ana', updated_at: 'changed' }])
  db.exec(`
    INSERT INTO creator_profile (id, updated_at) VALUES ('c', '');
    INSERT INTO contact_log VALUES ('l', 'c', NULL, 'call', NULL, '2026-01-10', 'Spring', 'Mira', '');
    INSERT INTO audience VALUES ('u', 'a', '2026-01-10', '{"country":{"DE":4000}}', 'typed', '');
    DELETE FROM creator WHERE id = 'c';`)
  for (const table of ['creator_profile', 'contact_log', 'audience'])
    expect(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get()).toBe(0)
  db.close()
})

const plan = (db: Connection, sql: string) =>
  (db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all() as { detail: string }[]).map(({ detail }) => detail).join('; ')

test.each([
  [
    'the newest audience of an account',
    "SELECT shares FROM audience WHERE account_id = 'a' ORDER BY taken_on DESC LIMIT 1",
    'audience_account',
  ],
  [
    'everybody with an audience in a country',
    "SELECT search_id FROM roster_audience WHERE dimension = 'country' AND label = 'DE'",
    'PRIMARY KEY',
  ],
  ['the contact log of a creator', "SELECT words FROM contact_log WHERE creator_id = 'c' ORDER BY happened_on DESC", 'contact_log_creator'],
  ['reminders that are due', "SELECT id FROM creator_reminder WHERE done_on IS NULL AND due_on <= '2026-11-21'", 'creator_reminder_due'],
  ['the reviews of a creator', "SELECT id FROM vetting_review WHERE creator_id = 'c' ORDER BY decided_on", 'vetting_review_creator'],
  ['reviews to be made again', "SELECT id FROM vetting_review WHERE recheck_on <= '2026-11-21'", 'vetting_review_recheck'],
  ['the posts of a creator', "SELECT url FROM content_sample WHERE creator_id = 'c' ORDER BY posted_on DESC", 'content_sample_creator'],
  ['the tiers of a program', "SELECT name FROM program_tier WHERE campaign_id = 'm' ORDER BY min_followers", 'program_tier_campaign'],
])('%s comes from an index, and is not sorted', (_, sql, index) => {
  const db = upgraded()
  expect(plan(db, sql)).toContain(index)
  expect(plan(db, sql)).not.toMatch(/SCAN|TEMP B-TREE/)
  db.close()
})

test('two creators told apart once cannot be told apart twice', () => {
  const db = upgraded()
  db.exec("INSERT INTO creator (id, name, created_at, updated_at) VALUES ('d', 'Bo', '', '')")
  db.exec("INSERT INTO distinct_creators VALUES ('1', 'c', 'd', '')")
  expect(() => db.exec("INSERT INTO distinct_creators VALUES ('2', 'c', 'd', '')")).toThrow(/UNIQUE/)
  db.close()
})

test('creators of the second version keep what they are, and can be narrowed by language and mark', () => {
  const db = openConnection(join(temporaryFolder(), 'workspace.sqlite'))
  migrate(db, () => undefined, [foundation, contracts])
  db.exec(`
    INSERT INTO creator (id, name, language, do_not_contact, niches, created_at, updated_at) VALUES
      ('a', 'Ana', ' German ', 1, '["Food"]', '', ''), ('b', 'Bo', NULL, 0, '[]', '', ''), ('c', 'Cy', ' ', 0, '[]', '', '');
    INSERT INTO roster_row (search_id, creator_id, name_key, stage, is_archived, updated_at) VALUES
      (7, 'a', 'ana', 'new', 0, ''), (8, 'b', 'bo', 'new', 0, ''), (9, 'c', 'cy', 'new', 0, '');
    INSERT INTO roster_label VALUES ('niche', 'Food', 7);`)
  migrate(db, () => undefined, [foundation, contracts, creators])
  expect(db.prepare('SELECT kind, label, search_id FROM roster_label ORDER BY kind').raw().all()).toEqual([
    ['language', 'German', 7],
    ['mark', 'do not contact', 7],
    ['niche', 'Food', 7],
  ])
  expect(db.prepare('SELECT name FROM creator ORDER BY id').pluck().all()).toEqual(['Ana', 'Bo', 'Cy'])
  expect(db.pragma('foreign_key_check')).toEqual([])
  db.close()
})
