import Database from 'better-sqlite3'
import assert from 'node:assert'
import { existsSync, mkdirSync, readdirSync, readFileSync, statfsSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { keyFileSecrets } from '#src/main/doors/key-file-secrets.ts'
import { nodePorts } from '#src/main/doors/node-ports.ts'
import { schemaVersion } from '#src/main/engine/db/migrate.ts'
import { openEngine, type Engine } from '#src/main/engine/engine.ts'
import { startChild } from '#tests/support/child-process.ts'
import { makeReadOnly, noDisks, protect, smallDisk } from '#tests/support/disks.ts'
import { temporaryFolder, testWorkspace } from '#tests/support/workspace.ts'

const open = (folder: string, create = false): Promise<Engine> =>
  openEngine({ folder, create, ports: nodePorts({ appVersion: '0.0.0-test', secrets: keyFileSecrets(join(folder, '..', 'sealing.key')) }) })

/** Every file of a folder with its bytes. */
function contentOf(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(join(folder, name)).isFile())
  return Object.fromEntries(files.map((name) => [name, readFileSync(join(folder, name)).toString('latin1')]))
}

async function closedWorkspace(): Promise<string> {
  const { engine, folder, call } = await testWorkspace()
  await call.clients.create({ name: 'Nordlicht' })
  await engine.close()
  return join(folder, 'workspace')
}

test('a closed workspace is one database file without a log beside it', async () => {
  const folder = await closedWorkspace()
  expect(readdirSync(folder).filter((name) => name.startsWith('workspace.sqlite'))).toEqual(['workspace.sqlite'])
})

describe('refused, and left as it was', () => {
  test('a place where nothing is', async () => {
    const folder = temporaryFolder()
    await expect(open(join(folder, 'none'))).rejects.toMatchObject({ code: 'WORKSPACE_MISSING' })
    await expect(open(folder)).rejects.toMatchObject({ code: 'WORKSPACE_MISSING' })
    expect(readdirSync(folder)).toEqual([])
  })

  test('a file in place of the folder', async () => {
    const file = join(temporaryFolder(), 'file')
    writeFileSync(file, 'text')
    await expect(open(file)).rejects.toMatchObject({ code: 'WORKSPACE_INVALID' })
    await expect(open(file, true)).rejects.toMatchObject({ code: 'WORKSPACE_INVALID' })
    await expect(open(join(file, 'below'), true)).rejects.toMatchObject({ code: expect.stringMatching(/WORKSPACE_INVALID|READ_ONLY/) })
    expect(readFileSync(file, 'utf8')).toBe('text')
  })

  const impostors: Record<string, (file: string) => void> = {
    text: (file) => writeFileSync(file, 'not a database'),
    noise: (file) => writeFileSync(file, Buffer.from(Array.from({ length: 20_000 }, (_, at) => (at * 7919) % 256))),
    'the SQLite file of another program': (file) => new Database(file).exec('CREATE TABLE bookmarks (url TEXT)').close(),
    'a folder in place of the database': (file) => mkdirSync(file),
  }
  test.each(Object.entries(impostors))('%s', async (_, make) => {
    const folder = temporaryFolder()
    make(join(folder, 'workspace.sqlite'))
    const before = contentOf(folder)
    await expect(open(folder)).rejects.toMatchObject({ code: 'WORKSPACE_INVALID' })
    await expect(open(folder, true)).rejects.toMatchObject({ code: 'WORKSPACE_INVALID' })
    expect(contentOf(folder)).toEqual(before)
  })

  test('a workspace of a newer version, byte for byte', async () => {
    const folder = await closedWorkspace()
    const db = new Database(join(folder, 'workspace.sqlite'))
    db.pragma(`user_version = ${schemaVersion + 1}`)
    db.close()
    const before = contentOf(folder)
    await expect(open(folder)).rejects.toMatchObject({
      code: 'WORKSPACE_NEWER',
      message: expect.stringContaining(`has version ${schemaVersion + 1}`),
    })
    await expect(open(folder, true)).rejects.toMatchObject({ code: 'WORKSPACE_NEWER' })
    expect(contentOf(folder)).toEqual(before)
  })

  test('a newer version that only the log of a crash tells of', async () => {
    const folder = await closedWorkspace()
    const file = join(folder, 'workspace.sqlite')
    const db = new Database(file)
    db.pragma('journal_mode = WAL')
    db.pragma(`user_version = ${schemaVersion + 1}`)
    const crashed = temporaryFolder()
    for (const name of ['workspace.sqlite', 'workspace.sqlite-wal']) writeFileSync(join(crashed, name), readFileSync(join(folder, name)))
    db.close()
    await expect(open(crashed)).rejects.toMatchObject({ code: 'WORKSPACE_NEWER' })
  })

  test('a workspace that was never finished, unless it is to be made', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'workspace.sqlite'), '')
    await expect(open(folder)).rejects.toMatchObject({ code: 'WORKSPACE_MISSING' })
    await (await open(folder, true)).close()
    await (await open(folder)).close()
  })
})

describe('one workspace, one process', () => {
  test('a second engine in the same process is refused', async () => {
    const { folder } = await testWorkspace()
    await expect(open(join(folder, 'workspace'))).rejects.toMatchObject({ code: 'WORKSPACE_IN_USE' })
  })

  test('a second process is told who has it; kill -9 frees it at once', async () => {
    const folder = join(temporaryFolder(), 'workspace')
    const child = startChild('hold-workspace', [folder])
    expect(await child.lines.next()).toMatchObject({ value: 'open' })
    const refusal = { code: 'WORKSPACE_IN_USE', message: expect.stringContaining(`process ${child.process.pid}`) }
    await expect(open(folder)).rejects.toMatchObject(refusal)
    await expect(open(folder, true)).rejects.toMatchObject(refusal)
    await child.kill()
    await (await open(folder)).close()
  })

  test('while another process has it, it can be looked at and not changed', async () => {
    const folder = join(temporaryFolder(), 'workspace')
    const child = startChild('hold-workspace', [folder])
    await child.lines.next()
    const engine = await openEngine({ folder, readonly: true, ports: nodePorts({ appVersion: '0.0.0-test' }) })
    expect(await engine.client('test').clients.list({})).toEqual([])
    await expect(engine.client('test').clients.create({ name: 'X' })).rejects.toMatchObject({ code: 'WORKSPACE_IN_USE' })
    await engine.close()
  })
})

describe('disks that do not take it', () => {
  test.skipIf(noDisks)(`a read-only disk${noDisks ? `, skipped: ${noDisks}` : ''}`, async () => {
    const disk = smallDisk(20_000_000)
    await (await open(join(disk, 'workspace'), true)).close()
    makeReadOnly(disk)
    await expect(open(join(disk, 'workspace'))).rejects.toMatchObject({ code: 'READ_ONLY' })
    await expect(open(join(disk, 'other'), true)).rejects.toMatchObject({ code: 'READ_ONLY' })
  })

  test.skipIf(process.platform === 'win32')('a folder without the right to write', async () => {
    const folder = temporaryFolder()
    protect(folder)
    await expect(open(join(folder, 'workspace'), true)).rejects.toMatchObject({ code: 'READ_ONLY' })
  })

  test('a place where the system keeps no files', async () => {
    await expect(open('/proc/troupe', true)).rejects.toMatchObject({ code: expect.stringMatching(/READ_ONLY|WORKSPACE_/) })
  })

  // Room for nothing at all, for a word or two, for the lock, for half a database, for all but the last step, and for everything.
  const sizes = [0, 4096, 8192, 20_000, 50_000, 200_000, 800_000, ...Array.from({ length: 28 }, (_, step) => 820_000 + step * 40_960)]
  test.skipIf(noDisks)(`a new workspace is made whole, or nothing of it${noDisks ? `, skipped: ${noDisks}` : ''}`, async () => {
    const refused: unknown[] = []
    for (const size of sizes) {
      const disk = smallDisk(Math.max(size, 4096))
      const folder = join(disk, 'deep', 'workspace')
      if (size === 0) writeFileSync(join(disk, 'filler'), Buffer.alloc(4096))
      const engine = await open(folder, true).catch((error: unknown) => void refused.push(error))
      await engine?.close()
      const isWhole = engine ? ['backups', 'files', 'workspace.sqlite'].every((name) => existsSync(join(folder, name))) : false
      expect([size, isWhole || readdirSync(disk).every((name) => name === 'filler')]).toEqual([size, true])
    }
    for (const error of refused) expect(error).toMatchObject({ code: 'DISK_FULL' })
    expect(refused.length).toBeGreaterThan(5)
    expect(refused.length).toBeLessThan(sizes.length)
  })

  test('what was in the folder before stays when its workspace cannot be finished', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'letter.txt'), 'Dear')
    const ports = nodePorts({ appVersion: '0.0.0-test' })
    const stopped = { ...ports.clock, now: () => assert.fail('The clock has stopped.') }
    await expect(openEngine({ folder, create: true, ports: { ...ports, clock: stopped } })).rejects.toThrow('The clock has stopped.')
    expect(contentOf(folder)).toEqual({ 'letter.txt': 'Dear' })
    writeFileSync(join(folder, 'backups'), 'a file where a folder belongs')
    await expect(open(folder, true)).rejects.toMatchObject({ code: 'READ_ONLY', message: expect.stringContaining('a file where a folder') })
    expect(readdirSync(folder).toSorted()).toEqual(['backups', 'letter.txt'])
  })

  test.skipIf(noDisks)(
    `a full disk: the change is not made, what was there stays, and work goes on with room${noDisks ? `, skipped: ${noDisks}` : ''}`,
    async () => {
      const disk = smallDisk(8_000_000)
      const engine = await open(join(disk, 'workspace'), true)
      const call = engine.client('test')
      const { id } = await call.clients.create({ name: 'Before' })
      const filler = join(disk, 'filler')
      const { bavail, bsize } = statfsSync(disk)
      writeFileSync(filler, Buffer.alloc(bavail * bsize - 65_536))
      const refused: unknown[] = []
      for (let at = 0; at < 40; at++)
        await call.clients.create({ name: `Client ${at}`, notes: 'x'.repeat(15_000) }).catch((error: unknown) => refused.push(error))
      expect(refused.length).toBeGreaterThan(0)
      for (const error of refused) expect(error).toMatchObject({ code: 'DISK_FULL' })
      const kept = (await call.clients.list({})).length
      expect(kept).toBe(41 - refused.length)
      writeFileSync(filler, '')
      await call.clients.update({ id, changes: { name: 'After' } })
      expect(await call.workspace.check({})).toMatchObject({ ok: true, findings: [] })
      await engine.close()
      expect(existsSync(join(disk, 'workspace', 'workspace.sqlite-wal'))).toBe(false)
    },
  )
})
