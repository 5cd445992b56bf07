import Database from 'better-sqlite3'
import { sql } from 'kysely'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { asTroupeError } from '#src/main/engine/db/sqlite-errors.ts'
import { journaledTables } from '#src/main/engine/db/schema.ts'
import { contentOfTables } from '#tests/support/tables.ts'
import { testWorkspace, type TestWorkspace } from '#tests/support/workspace.ts'

const about = { procedure: 'test', actor: 'test' }
const times = { created_at: '2026-01-01T00:00:00Z', updated_at: '2026-01-01T00:00:00Z' }
const newClient = (id: string) => ({ id, name: id, currency: 'EUR', ...times })

function inside({ engine }: TestWorkspace) {
  const { workspace } = engine.contextFor('test')
  return { ...workspace, count: (table: string) => workspace.reader.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number }
}

test('what fails in its middle leaves neither rows nor journal', async () => {
  const test = await testWorkspace()
  const { writer, count } = inside(test)
  const before = [contentOfTables(test), count('journal_entry'), count('journal_change')]
  const failing = writer.transact(about, async (db) => {
    await db.insertInto('client').values(newClient('a')).execute()
    await db.insertInto('client').values(newClient('a')).execute()
  })
  await expect(failing).rejects.toMatchObject({ code: 'SQLITE_CONSTRAINT_PRIMARYKEY' })
  await expect(
    writer.transact(about, async (db) => {
      await db.insertInto('client').values(newClient('b')).execute()
      throw new Error('thought better of it')
    }),
  ).rejects.toThrow('thought better of it')
  expect([contentOfTables(test), count('journal_entry'), count('journal_change')]).toEqual(before)
})

test('nobody sees a change before it is committed, and nothing can be written outside a transaction', async () => {
  const { writer, count, reader } = inside(await testWorkspace())
  await writer.transact(about, async (db) => {
    await db.insertInto('client').values(newClient('a')).execute()
    expect(count('client')).toBe(0)
  })
  expect(count('client')).toBe(1)
  expect(() => writer.connection.exec("UPDATE client SET name = 'x'")).toThrow('A write outside a journalled transaction.')
  expect(() => reader.exec("UPDATE client SET name = 'x'")).toThrow(/readonly/)
  expect(reader.prepare('SELECT name FROM client').pluck().get()).toBe('a')
})

test('transactions wait for each other; one inside another is refused instead of waiting for itself', async () => {
  const { writer, count } = inside(await testWorkspace())
  const order: string[] = []
  const slowly = (name: string) =>
    writer.transact(about, async (db) => {
      order.push(`${name} begins`)
      await setTimeout(5)
      await db.insertInto('client').values(newClient(name)).execute()
      order.push(`${name} ends`)
    })
  await Promise.all([slowly('a'), slowly('b'), slowly('c')])
  expect(order).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends'])
  const nested = writer.transact(about, async () => slowly('d'))
  await expect(nested).rejects.toThrow('opens a transaction inside another')
  await slowly('e')
  expect(count('client')).toBe(4)
})

test('a job in a worker that writes keeps other changes waiting, not reading', async () => {
  const workspace = await testWorkspace()
  const { call, engine, folder } = workspace
  const path = join(folder, 'list.csv')
  writeFileSync(path, ['Name,Instagram handle', ...Array.from({ length: 20_000 }, (_, at) => `Creator ${at},c${at}`)].join('\n'))
  const done: string[] = []
  const importing = call.creators.import({ file: engine.grants.toRead(path), platform: 'instagram' }).then(() => done.push('import'))
  while (!(await call.workspace.jobs({}))[0]?.progress) await setTimeout(1)
  const adding = call.creators.create({ name: 'Meanwhile' }).then(() => done.push('edit'))
  await call.creators.list({}).then(() => done.push('read'))
  await Promise.all([importing, adding])
  expect(done).toEqual(['read', 'import', 'edit'])
  expect((await call.creators.list({})).total).toBe(20_001)
})

test('closing ends jobs first; what they had begun leaves nothing, and later calls are told', async () => {
  const workspace = await testWorkspace()
  const { call, engine, folder } = workspace
  const path = join(folder, 'list.csv')
  writeFileSync(path, ['Name,Instagram handle', ...Array.from({ length: 30_000 }, (_, at) => `Creator ${at},c${at}`)].join('\n'))
  const importing = call.creators.import({ file: engine.grants.toRead(path), platform: 'instagram' })
  const outcome = importing.then(
    () => 'done',
    (error: { code: string }) => error.code,
  )
  while ((await call.workspace.jobs({})).length === 0) await setTimeout(1)
  await engine.close()
  expect(await outcome).toBe('CANCELLED')
  await expect(call.clients.create({ name: 'Late' })).rejects.toMatchObject({ code: 'ENGINE_STOPPED' })
  const db = new Database(join(folder, 'workspace', 'workspace.sqlite'), { readonly: true })
  expect(db.prepare('SELECT count(*) FROM creator').pluck().get()).toBe(0)
  db.close()
})

test('a full database refuses the change that finds no room, with the reason, and goes on', async () => {
  const workspace = await testWorkspace()
  const { writer, count } = inside(workspace)
  const pages = Number(writer.connection.pragma('page_count', { simple: true }))
  writer.connection.pragma(`max_page_count = ${pages + 3}`)
  const { call } = workspace
  const refused: unknown[] = []
  for (let at = 0; at < 20; at++)
    await call.clients.create({ name: `Client ${at}`, notes: 'x'.repeat(10_000) }).catch((error: unknown) => refused.push(error))
  expect(refused.length).toBeGreaterThan(10)
  for (const error of refused) expect(error).toMatchObject({ code: 'DISK_FULL' })
  expect(count('client')).toBe(20 - refused.length)
  writer.connection.pragma('max_page_count = 1000000')
  await call.clients.create({ name: 'There is room again' })
  expect(await call.workspace.check({})).toMatchObject({ ok: true, findings: [] })
})

test.each([
  ['SQLITE_FULL', 'DISK_FULL'],
  ['SQLITE_IOERR_SHMSIZE', 'DISK_FULL'],
  ['SQLITE_READONLY_DBMOVED', 'READ_ONLY'],
  ['SQLITE_CANTOPEN', 'READ_ONLY'],
  ['SQLITE_NOTADB', 'WORKSPACE_INVALID'],
  ['SQLITE_CORRUPT_INDEX', 'WORKSPACE_INVALID'],
  ['SQLITE_CONSTRAINT_UNIQUE', 'CONFLICT'],
  ['SQLITE_BUSY_SNAPSHOT', 'WORKSPACE_IN_USE'],
  ['ENOSPC', 'DISK_FULL'],
  ['EROFS', 'READ_ONLY'],
])('%s is told as %s', (raw, code) => {
  expect(asTroupeError(Object.assign(new Error('raw'), { code: raw }))).toMatchObject({ code, data: { cause: raw } })
})

test("an error that is nobody's fault comes back as it is", () => {
  const error = new TypeError('x is not a function')
  expect(asTroupeError(error)).toBe(error)
  expect(asTroupeError(null)).toBeNull()
})

test('deleting a row journals what went with it, children before parents', async () => {
  const test = await testWorkspace()
  const { writer, reader } = inside(test)
  const { id } = await test.call.creators.create({ name: 'Ana', accounts: [{ platform: 'x', handle: 'a', values: { followers: 3 } }] })
  const { entryId } = await writer.transact(about, async (db) => db.deleteFrom('creator').where('id', '=', id).execute())
  const changes = reader.prepare('SELECT table_name FROM journal_change WHERE entry_id = ? ORDER BY id').pluck().all(entryId)
  expect(changes).toEqual(['snapshot', 'account', 'creator'])
  expect((await test.call.creators.list({})).total).toBe(0)
  await test.call.workspace.undo({})
  expect((await test.call.creators.list({ search: 'ana' })).rows).toMatchObject([{ followers: 3 }])
})

test('the journal holds no private key, sealed or not', async () => {
  const { writer, reader } = inside(await testWorkspace())
  const { entryId } = await writer.transact(about, async (db) => {
    await db
      .insertInto('signing_identity')
      .values({
        id: 's',
        kind: 'signer',
        name: 'Ana',
        email: null,
        certificate: 'public',
        issuer_id: null,
        valid_to: '2030-01-01',
        created_at: times.created_at,
      })
      .execute()
    await db.insertInto('sealed_key').values({ id: 's', sealed: 'SECRET' }).execute()
  })
  expect(reader.prepare('SELECT count(*) FROM journal_change WHERE entry_id = ?').pluck().get(entryId)).toBe(1)
  expect(
    reader.prepare("SELECT count(*) FROM journal_change WHERE instr(coalesce(before, '') || coalesce(after, ''), 'SECRET')").pluck().get(),
  ).toBe(0)
  expect(journaledTables).not.toContain('sealed_key')
})

test('any text comes back from the journal as it went in', async () => {
  const test = await testWorkspace()
  const { writer } = inside(test)
  const odd = ['\u0000 zero', '"quotes" \\ and \n lines', '𝒜 émoji 👩🏽‍🚀', '\u2028', '{"json": [1]}', '']
  for (const [at, notes] of odd.entries())
    await writer.transact(about, async (db) =>
      db
        .insertInto('client')
        .values({ ...newClient(`odd${at}`), notes })
        .execute(),
    )
  const before = contentOfTables(test)
  await writer.transact(about, async (db) => db.deleteFrom('client').execute())
  await test.call.workspace.undo({})
  expect(contentOfTables(test)).toEqual(before)
})

test('a selection of thousands is one change, and others are answered in between', async () => {
  const workspace = await testWorkspace()
  const { call, engine, folder } = workspace
  const path = join(folder, 'list.csv')
  writeFileSync(
    path,
    ['Name,Instagram handle,Followers', ...Array.from({ length: 4000 }, (_, at) => `Creator ${at},c${at},${at}`)].join('\n'),
  )
  await call.creators.import({ file: engine.grants.toRead(path), platform: 'instagram' })
  const ids = await call.creators.ids({})
  let answered = 0
  const tagging = call.creators.tag({ ids, add: ['all'] }).finally(() => {
    answered = -answered
  })
  while (answered >= 0) {
    await call.creators.list({ limit: 1 })
    answered++
    await setTimeout(1)
  }
  expect(await tagging).toMatchObject({ changed: 4000 })
  expect(-answered).toBeGreaterThan(0)
  expect(await call.creators.facets({})).toMatchObject({ tags: [{ value: 'all', count: 4000 }] })
  const [entry] = await call.workspace.history({ limit: 1 })
  expect(entry).toMatchObject({ summary: 'Tagged all: 4,000 creators', changes: 4000 })
  await call.workspace.undo({})
  expect((await call.creators.facets({})).tags).toEqual([])
})

test('statements are kept compiled and still see what changed', async () => {
  const test = await testWorkspace()
  const { read, writer } = inside(test)
  const ask = async () => (await sql<{ n: number }>`SELECT count(*) AS n FROM client`.execute(read as never)).rows[0]?.n
  expect(await ask()).toBe(0)
  await writer.transact(about, async (db) => db.insertInto('client').values(newClient('a')).execute())
  expect(await ask()).toBe(1)
})
