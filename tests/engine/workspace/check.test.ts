import Database from 'better-sqlite3'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openConnection } from '#src/main/engine/db/connection.ts'
import { migrate, migrations, type Migration } from '#src/main/engine/db/migrate.ts'
import { openEngine } from '#src/main/engine/engine.ts'
import { checkWorkspace } from '#src/main/engine/workspace/check.ts'
import { png } from '#tests/support/images.ts'
import { temporaryFolder, testWorkspace, type TestWorkspace } from '#tests/support/workspace.ts'

async function filledWorkspace(): Promise<TestWorkspace> {
  const workspace = await testWorkspace()
  const { call, engine, folder } = workspace
  for (let at = 0; at < 5; at++)
    await call.creators.create({
      name: `Creator ${at}`,
      niches: ['food'],
      accounts: [{ platform: 'instagram', handle: `c${at}`, values: { followers: at * 100 } }],
    })
  writeFileSync(join(folder, 'logo.png'), png(4, 4))
  await call.workspace.setLogo({ file: engine.grants.toRead(join(folder, 'logo.png')) })
  return workspace
}

const places = ({ folder }: TestWorkspace) => ({
  workspace: join(folder, 'workspace'),
  database: join(folder, 'workspace', 'workspace.sqlite'),
})

/** Changes the closed workspace behind Troupe's back. */
async function tamper(workspace: TestWorkspace, sql: string): Promise<void> {
  await workspace.engine.close()
  const db = new Database(places(workspace).database)
  db.exec(`PRAGMA foreign_keys = OFF; ${sql}`)
  db.close()
}

test('a workspace that has been worked in is sound, and checking it changes nothing', async () => {
  const workspace = await filledWorkspace()
  const { call } = workspace
  const ids = (await call.creators.list({})).rows.map(({ id }) => id)
  await call.creators.update({ id: ids[0] ?? '', changes: { name: 'Änne', bio: 'Tea and trains', tags: ['a', 'b'] } })
  await call.creators.setArchived({ ids, archived: true })
  await call.workspace.undo({})
  await call.workspace.undo({})
  const report = await call.workspace.check({})
  expect(report).toMatchObject({ ok: true, findings: [], checked: { files: 1 } })
  expect(report.checked.journalEntries).toBeGreaterThan(8)
  await workspace.engine.close()
  const before = readFileSync(places(workspace).database)
  expect(await checkWorkspace(places(workspace).workspace)).toMatchObject({ ok: true })
  expect(readFileSync(places(workspace).database).equals(before)).toBe(true)
})

test('an earlier version is checked without its roster, and as a whole once it was brought up to date', async () => {
  const folder = temporaryFolder()
  const bringTo = (steps: readonly Migration[]) => {
    const db = openConnection(join(folder, 'workspace.sqlite'))
    migrate(db, () => undefined, steps)
    db.close()
  }
  bringTo(migrations.slice(0, 2))
  const before = await checkWorkspace(folder)
  expect(before).toMatchObject({ ok: true, findings: [{ area: 'search', level: 'note' }] })
  expect(before.findings[0]?.message).toMatch(/^The workspace is still of data version 2/)
  bringTo(migrations)
  expect(await checkWorkspace(folder)).toMatchObject({ ok: true, findings: [] })
})

test('a check can be made from another process while the workspace is open, as of one moment', async () => {
  const workspace = await filledWorkspace()
  const reading = await openEngine({ folder: places(workspace).workspace, readonly: true, ports: workspace.ports })
  const call = reading.client('test')
  const check = call.workspace.check({})
  for (let at = 0; at < 20; at++) await workspace.call.creators.create({ name: `Meanwhile ${at}` })
  expect(await check).toMatchObject({ ok: true, findings: [] })
  expect((await call.creators.list({})).total).toBe(25)
  await expect(call.creators.create({ name: 'Not from here' })).rejects.toMatchObject({ code: 'WORKSPACE_IN_USE' })
  await reading.close()
})

describe("what was changed behind Troupe's back is found", () => {
  test.each([
    [
      'a row that no entry knows',
      "INSERT INTO agency_user (id, name, created_at) VALUES ('u', 'Eve', '')",
      'journal',
      /Rows of agency_user that the journal does not know: 1/,
    ],
    [
      'a row with another value',
      "UPDATE creator SET email = 'eve@example.org' WHERE name = 'Creator 1'",
      'journal',
      /Rows of creator that are not as the journal last had them: 1/,
    ],
    [
      'a row that went',
      'DELETE FROM snapshot WHERE id = (SELECT max(id) FROM snapshot)',
      'journal',
      /Rows of snapshot that the journal has but the table has not: 1/,
    ],
    [
      'an entry that went',
      'DELETE FROM journal_entry WHERE id = (SELECT max(id) FROM journal_entry)',
      'database',
      /Rows of journal_change that refer to a journal_entry that is gone/,
    ],
    ['an entry without changes', "INSERT INTO journal_entry VALUES ('e', '', '', '', '', NULL)", 'journal', /Entries without changes: 1/],
    [
      'a row that refers to nothing',
      "DELETE FROM creator WHERE name = 'Creator 1'",
      'database',
      /Rows of account that refer to a creator that is gone: 1/,
    ],
    ['a roster line that went', 'DELETE FROM roster_row WHERE search_id = 1', 'search', /missing from the roster: 1/],
    ['a roster line that differs', 'UPDATE roster_row SET followers = 7 WHERE search_id = 2', 'search', /not what their creators give: 1/],
    ['a label too many', "INSERT INTO roster_label VALUES ('tag', 'x', 1)", 'search', /other niches or tags than their creators: 1/],
    [
      'a search that finds what is not there',
      "INSERT INTO roster_search (rowid, text) VALUES (99, 'ghost')",
      'search',
      /search index is not what the creators give/,
    ],
  ])('%s', async (_, sql, area, message) => {
    const workspace = await filledWorkspace()
    await tamper(workspace, sql)
    const report = await checkWorkspace(places(workspace).workspace)
    expect(report.ok).toBe(false)
    expect(report.findings).toContainEqual({ area, level: 'problem', message: expect.stringMatching(message) })
  })

  test('files that are gone or changed are problems; files nobody names are notes', async () => {
    const workspace = await filledWorkspace()
    const files = join(places(workspace).workspace, 'files')
    const [prefix = ''] = readdirSync(files)
    const [hash = ''] = readdirSync(join(files, prefix))
    writeFileSync(join(files, prefix, `${hash}.12.part`), 'half')
    expect(await checkWorkspace(places(workspace).workspace)).toMatchObject({ ok: true, findings: [{ area: 'files', level: 'note' }] })
    writeFileSync(join(files, prefix, hash), 'x'.repeat(png(4, 4).length))
    expect((await checkWorkspace(places(workspace).workspace)).findings[0]).toMatchObject({
      level: 'problem',
      message: `The file ${hash} no longer has its content.`,
    })
    writeFileSync(join(files, prefix, hash), 'short')
    expect((await checkWorkspace(places(workspace).workspace)).findings[0]?.message).toMatch(/has 5 bytes instead of/)
    rmSync(join(files, prefix, hash))
    expect((await checkWorkspace(places(workspace).workspace)).findings[0]?.message).toBe(`The file ${hash} is missing.`)
  })

  test('broken pages of the database', async () => {
    const workspace = await filledWorkspace()
    await workspace.engine.close()
    const bytes = readFileSync(places(workspace).database)
    for (let at = 8192 * 3; at < bytes.length; at += 8192) bytes.fill(0xa5, at, at + 200)
    writeFileSync(places(workspace).database, bytes)
    const report = await checkWorkspace(places(workspace).workspace)
    expect(report.ok).toBe(false)
    expect(report.findings[0]?.area).toBe('database')
  })
})

test('what is no workspace is refused, not reported on', async () => {
  const folder = temporaryFolder()
  await expect(checkWorkspace(folder)).rejects.toMatchObject({ code: 'WORKSPACE_MISSING' })
  writeFileSync(join(folder, 'workspace.sqlite'), 'text')
  await expect(checkWorkspace(folder)).rejects.toMatchObject({ code: 'WORKSPACE_INVALID' })
  expect(readdirSync(folder)).toEqual(['workspace.sqlite'])
})
