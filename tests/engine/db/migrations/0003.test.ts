import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openConnection } from '#src/main/engine/db/connection.ts'
import { migrate } from '#src/main/engine/db/migrate.ts'
import { foundation } from '#src/main/engine/db/migrations/0001-foundation.ts'
import { contracts } from '#src/main/engine/db/migrations/0002-contracts.ts'
import { creators } from '#src/main/engine/db/migrations/0003-creators.ts'
import { temporaryFolder } from '#tests/support/workspace.ts'

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
