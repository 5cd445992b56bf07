import { copyFileSync, existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { openEngine } from '#src/main/engine/engine.ts'
import { checkWorkspace } from '#src/main/engine/workspace/check.ts'
import { restoreWorkspace } from '#src/main/engine/workspace/restore.ts'
import { makeReadOnly, noDisks, smallDisk } from '#tests/support/disks.ts'
import { png } from '#tests/support/images.ts'
import { temporaryFolder, testWorkspace, type TestWorkspace } from '#tests/support/workspace.ts'

async function filledWorkspace(): Promise<TestWorkspace> {
  const workspace = await testWorkspace()
  const { call, engine, folder } = workspace
  for (let at = 0; at < 30; at++)
    await call.creators.create({
      name: `Creator ${at}`,
      accounts: [{ platform: 'instagram', handle: `c${at}`, values: { followers: at * 100 } }],
    })
  writeFileSync(join(folder, 'logo.png'), png(4, 4))
  await call.workspace.setLogo({ file: engine.grants.toRead(join(folder, 'logo.png')) })
  return workspace
}

async function backUpTo({ call, engine, folder }: TestWorkspace, name: string): Promise<string> {
  const path = join(folder, name)
  await call.workspace.backup({ file: engine.grants.toWrite(path) })
  return path
}

const openAgain = (folder: string, { ports }: TestWorkspace) => openEngine({ folder, ports })

test('a backup made while in use brings everything back elsewhere', async () => {
  const workspace = await filledWorkspace()
  const { call, engine, folder } = workspace
  const path = join(folder, 'agency.zip')
  const writing = call.workspace.backup({ file: engine.grants.toWrite(path) })
  await call.creators.create({ name: 'Too late' })
  const { bytes, fileName, missingFiles } = await writing
  expect({ fileName, missingFiles, bytes }).toEqual({ fileName: 'agency.zip', missingFiles: 0, bytes: readFileSync(path).length })
  const place = join(temporaryFolder(), 'new', 'place')
  expect(await restoreWorkspace({ file: path, folder: place })).toMatchObject({ name: 'workspace', files: 1, missingFiles: 0 })
  expect(await checkWorkspace(place)).toMatchObject({ ok: true, findings: [] })
  const restored = await openAgain(place, workspace)
  const again = restored.client('test')
  expect((await again.creators.list({ limit: 1000 })).rows.filter(({ name }) => name !== 'Too late')).toEqual(
    (await call.creators.list({ limit: 1000 })).rows.filter(({ name }) => name !== 'Too late'),
  )
  expect(Buffer.from((await (await again.workspace.logo({})).image?.arrayBuffer()) ?? new ArrayBuffer())).toEqual(png(4, 4))
  expect((await again.workspace.info({})).id).toBe((await call.workspace.info({})).id)
  await restored.close()
})

test('a file of an undone change stays, in the folder and in a backup, for the change to be done again', async () => {
  const workspace = await filledWorkspace()
  const { call, engine } = workspace
  const { entryId } = await call.workspace.undo({})
  expect(await checkWorkspace(engine.contextFor('test').workspace.folder)).toMatchObject({ ok: true, findings: [], checked: { files: 0 } })
  const place = join(temporaryFolder(), 'restored')
  await restoreWorkspace({ file: await backUpTo(workspace, 'undone.zip'), folder: place })
  const restored = await openAgain(place, workspace)
  const again = restored.client('test')
  await again.workspace.undo({ entryId: entryId ?? undefined })
  expect(Buffer.from((await (await again.workspace.logo({})).image?.arrayBuffer()) ?? new ArrayBuffer())).toEqual(png(4, 4))
  await restored.close()
})

test('any zip program opens a backup; it says what is in it', async () => {
  const workspace = await filledWorkspace()
  const entries = unzipSync(readFileSync(await backUpTo(workspace, 'a.zip')))
  const manifest = JSON.parse(strFromU8(entries['manifest.json'] ?? new Uint8Array())) as {
    database: { size: number }
    files: Record<string, number>
  }
  expect(Object.keys(entries)).toHaveLength(3)
  expect(entries['workspace.sqlite']).toHaveLength(manifest.database.size)
  expect(Object.values(manifest.files)).toEqual([png(4, 4).length])
})

test("without a place, the backup lies among the workspace's own", async () => {
  const { call, folder } = await testWorkspace()
  const { fileName } = await call.workspace.backup({})
  expect(readdirSync(join(folder, 'workspace', 'backups'))).toEqual([fileName])
})

test('a file the workspace has lost does not stop the backup, which says so', async () => {
  const workspace = await filledWorkspace()
  const [prefix = ''] = readdirSync(join(workspace.folder, 'workspace', 'files'))
  const [hash = ''] = readdirSync(join(workspace.folder, 'workspace', 'files', prefix))
  writeFileSync(join(workspace.folder, 'workspace', 'files', prefix, hash), 'x'.repeat(png(4, 4).length))
  const path = join(workspace.folder, 'a.zip')
  expect(await workspace.call.workspace.backup({ file: workspace.engine.grants.toWrite(path) })).toMatchObject({ missingFiles: 1 })
  const place = join(temporaryFolder(), 'w')
  expect(await restoreWorkspace({ file: path, folder: place })).toMatchObject({ files: 0, missingFiles: 1 })
})

test('a backup that is cancelled, or cannot be written, leaves nothing behind', async () => {
  const workspace = await filledWorkspace()
  const { call, engine, folder } = workspace
  const path = join(folder, 'a.zip')
  const writing = call.workspace.backup({ file: engine.grants.toWrite(path) })
  while ((await call.workspace.jobs({})).length === 0) await new Promise(setImmediate)
  for (const { id } of await call.workspace.jobs({})) await call.workspace.cancelJob({ id })
  await expect(writing).rejects.toMatchObject({ code: 'CANCELLED' })
  await expect(call.workspace.backup({ file: engine.grants.toWrite(join(folder, 'no', 'such', 'folder.zip')) })).rejects.toMatchObject({
    code: 'FILE_UNWRITABLE',
  })
  await expect(call.workspace.backup({ file: engine.grants.toWrite('/proc/backup.zip') })).rejects.toMatchObject({
    code: expect.stringMatching(/FILE_UNWRITABLE|READ_ONLY/),
  })
  expect(readdirSync(folder).filter((name) => name.startsWith('a.'))).toEqual([])
})

async function expectRefused(file: string, folder: string, code: string) {
  await expect(restoreWorkspace({ file, folder })).rejects.toMatchObject({ code })
}

describe('restoring refuses', () => {
  test('a place that holds a workspace or other files, and leaves them', async () => {
    const workspace = await filledWorkspace()
    const path = await backUpTo(workspace, 'a.zip')
    await expectRefused(path, join(workspace.folder, 'workspace'), 'WORKSPACE_EXISTS')
    const other = temporaryFolder()
    writeFileSync(join(other, 'letter.txt'), 'Dear')
    await expectRefused(path, other, 'CONFLICT')
    await expectRefused(path, join(other, 'letter.txt'), 'CONFLICT')
    expect(readdirSync(other)).toEqual(['letter.txt'])
  })

  test('what is no backup', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'noise'), Buffer.from(Array.from({ length: 5000 }, (_, at) => (at * 7919) % 256)))
    writeFileSync(join(folder, 'empty'), '')
    await expectRefused(join(folder, 'noise'), join(folder, 'w'), 'FILE_DAMAGED')
    await expectRefused(join(folder, 'empty'), join(folder, 'w'), 'FILE_DAMAGED')
    await expectRefused(join(folder, 'nothing'), join(folder, 'w'), 'FILE_MISSING')
    await expectRefused(folder, join(folder, 'w'), 'FILE_IS_DIRECTORY')
    expect(readdirSync(folder).toSorted()).toEqual(['empty', 'noise'])
  })

  test('a backup with a changed byte anywhere, or cut off anywhere; nothing is made', async () => {
    const workspace = await filledWorkspace()
    const path = await backUpTo(workspace, 'a.zip')
    const whole = readFileSync(path)
    const folder = temporaryFolder()
    const damagedFile = join(folder, 'damaged.zip')
    const refusals: unknown[] = []
    const restored: unknown[] = []
    for (let round = 0; round < 60; round++) {
      const at = Math.floor((round / 60) * whole.length)
      const bytes = Buffer.from(whole)
      bytes[at] = (bytes[at] ?? 0) ^ 0x55
      writeFileSync(damagedFile, bytes)
      const place = join(folder, `w${round}`)
      const refusal: unknown = await restoreWorkspace({ file: damagedFile, folder: place }).then(
        () => null,
        (error: unknown) => error,
      )
      expect(existsSync(place)).toBe(refusal === null)
      if (refusal) refusals.push(refusal)
      else restored.push(await checkWorkspace(place))
    }
    expect(refusals.length).toBeGreaterThan(50)
    for (const refusal of refusals) expect(refusal).toMatchObject({ code: 'FILE_DAMAGED' })
    // A byte that says nothing, such as the time of an entry, may change; the content never.
    for (const report of restored) expect(report).toMatchObject({ ok: true, findings: [] })
    for (const share of [0.2, 0.9, 0.999]) {
      copyFileSync(path, damagedFile)
      truncateSync(damagedFile, Math.floor(whole.length * share))
      await expectRefused(damagedFile, join(folder, 'cut'), 'FILE_DAMAGED')
    }
    expect(readdirSync(folder).filter((name) => name.includes('restoring') || name === 'cut')).toEqual([])
  })

  test.skipIf(noDisks)(
    `a disk that is too small or cannot be written to, in a plain sentence${noDisks ? `, skipped: ${noDisks}` : ''}`,
    async () => {
      const path = await backUpTo(await filledWorkspace(), 'a.zip')
      const disk = smallDisk(100_000)
      const folder = join(disk, 'deep', 'w')
      await expect(restoreWorkspace({ file: path, folder })).rejects.toMatchObject({
        code: 'DISK_FULL',
        message: 'The workspace cannot be written: the disk is full. Nothing was written.',
      })
      expect(readdirSync(disk)).toEqual([])
      makeReadOnly(disk)
      await expect(restoreWorkspace({ file: path, folder })).rejects.toMatchObject({
        code: 'READ_ONLY',
        message: 'The workspace cannot be written: the disk there can only be read. Nothing was written.',
      })
    },
  )

  test('a restore that is cancelled', async () => {
    const workspace = await filledWorkspace()
    const path = await backUpTo(workspace, 'a.zip')
    const folder = temporaryFolder()
    await expect(restoreWorkspace({ file: path, folder: join(folder, 'w'), signal: AbortSignal.abort() })).rejects.toMatchObject({
      code: 'CANCELLED',
    })
    expect(readdirSync(folder)).toEqual([])
  })
})

test('a backup is restored beside the open workspace, which stays as it is; a damaged one leaves nothing there', async () => {
  const workspace = await filledWorkspace()
  const { call, engine, folder } = workspace
  const backup = await backUpTo(workspace, 'agency.zip')
  const restore = async (path: string) => call.workspace.restore({ file: engine.grants.toRead(path) })
  const [first, second] = [await restore(backup), await restore(backup)]
  const day = workspace.ports.clock.today()
  expect([first, second].map((restored) => restored.folder)).toEqual([
    join(folder, `workspace restored ${day}`),
    join(folder, `workspace restored ${day} (2)`),
  ])
  expect(first).toMatchObject({ name: 'workspace', files: 1, missingFiles: 0 })
  expect(engine.grants.openable(first.opening)).toBe(first.folder)
  expect(() => engine.grants.openable(engine.grants.toRead(first.folder))).toThrow(/not chosen in this session/)
  expect(await checkWorkspace(first.folder)).toMatchObject({ ok: true, findings: [] })
  expect(await call.creators.list({})).toMatchObject({ total: 30 })

  truncateSync(backup, 3000)
  const before = readdirSync(folder).toSorted()
  await expect(restore(backup)).rejects.toMatchObject({ code: 'FILE_DAMAGED' })
  expect(readdirSync(folder).toSorted()).toEqual(before)
})
