import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checkRoster } from '#src/main/engine/db/checks/roster.ts'
import { openConnection } from '#src/main/engine/db/connection.ts'
import { migrate, migrations } from '#src/main/engine/db/migrate.ts'
import { foldText } from '#src/shared/domain/fold.ts'
import { temporaryFolder } from '#tests/support/workspace.ts'

test('a roster of an older version knows its cities, accounts and growth once it is brought to the newest', () => {
  const db = openConnection(join(temporaryFolder(), 'workspace.sqlite'))
  migrate(db, () => undefined, migrations.slice(0, 2))
  const day = '2026-05-01T09:00:00.000Z'
  const addCreator = db.prepare(
    `INSERT INTO creator (id, name, city, niches, tags, stage, do_not_contact, created_at, updated_at)
     VALUES (?, ?, ?, '[]', '[]', 'new', 0, @day, @day)`,
  )
  const addLine = db.prepare(
    `INSERT INTO roster_row (creator_id, name_key, account_id, platform, handle, followers, stage, is_archived, updated_at)
     VALUES (?, ?, ?, ?, ?, ?, 'new', 0, ?)`,
  )
  const addText = db.prepare('INSERT INTO roster_search (rowid, text) VALUES (?, ?)')
  const add = (id: string, name: string, city: string | null, handle: string | null, followers: number | null) => {
    addCreator.run(id, name, city, { day })
    const account = handle && `account of ${id}`
    if (account)
      db.prepare(
        "INSERT INTO account (id, creator_id, platform, handle, handle_key, is_primary, created_at) VALUES (?, ?, 'tiktok', ?, ?, 1, ?)",
      ).run(account, id, handle, handle, day)
    const { lastInsertRowid } = addLine.run(id, foldText(name), account, account && 'tiktok', handle, followers, day)
    addText.run(lastInsertRowid, foldText([name, handle, city].filter(Boolean).join('\n')))
  }
  add('1', 'Ana', 'Porto', 'ana', 1000)
  add('2', 'Bo', null, null, null)
  const addSnapshot = db.prepare(
    "INSERT INTO snapshot (id, account_id, taken_on, followers, source, created_at) VALUES (?, 'account of 1', ?, ?, 'by hand', ?)",
  )
  for (const [at, [on, followers]] of [
    ['2026-02-03', 700],
    ['2026-02-28', 800],
    ['2026-05-01', 1000],
  ].entries())
    addSnapshot.run(`s${at}`, on, followers, day)
  migrate(db, () => undefined)
  expect(db.prepare('SELECT city, account_count, growth_bp FROM roster_row ORDER BY search_id').all()).toEqual([
    { city: 'Porto', account_count: 1, growth_bp: 772 },
    { city: null, account_count: 0, growth_bp: null },
  ])
  expect(checkRoster(db, () => undefined)).toEqual([])
  db.close()
})
