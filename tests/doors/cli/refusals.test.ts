import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { troupe, troupeHere } from '#tests/support/command-line.ts'
import { png } from '#tests/support/images.ts'
import { temporaryFolder, testWorkspace } from '#tests/support/workspace.ts'

/** Words of ours: no code of the system's or of SQLite's. */
const plainSentence = /^(?!.*(?:\bE[A-Z]{3,}\b|SQLITE_|errno)).*\w \w.*$/s

describe('what cannot be done ends with 1, its code and one sentence', () => {
  let place = ''

  beforeAll(async () => {
    place = mkdtempSync(join(tmpdir(), 'troupe-test-'))
    await troupeHere(['init', '--workspace', join(place, 'workspace')])
    writeFileSync(join(place, 'a-file'), 'not a workspace')
    writeFileSync(join(place, 'empty'), '')
    mkdirSync(join(place, 'a-folder'))
  })
  afterAll(() => rmSync(place, { recursive: true, force: true }))

  test.each([
    [['init'], 'workspace', 'WORKSPACE_EXISTS'],
    [['demo'], 'workspace', 'WORKSPACE_EXISTS'],
    [['restore', 'a-file'], 'workspace', 'WORKSPACE_EXISTS'],
    [['info'], 'none', 'WORKSPACE_MISSING'],
    [['check'], 'none', 'WORKSPACE_MISSING'],
    [['backup'], 'none', 'WORKSPACE_MISSING'],
    [['serve'], 'none', 'WORKSPACE_MISSING'],
    [['info'], 'a-file', 'WORKSPACE_INVALID'],
    [['init'], 'a-file', 'WORKSPACE_INVALID'],
    [['demo'], 'a-file', 'WORKSPACE_INVALID'],
    [['check'], 'a-file', 'WORKSPACE_INVALID'],
    [['demo'], '.', 'CONFLICT'],
    [['restore', 'missing.zip'], 'none', 'FILE_MISSING'],
    [['restore', 'a-folder'], 'none', 'FILE_IS_DIRECTORY'],
    [['restore', 'a-file'], 'none', 'FILE_DAMAGED'],
    [['call', 'clients.nonsense'], 'workspace', 'UNKNOWN_PROCEDURE'],
    [['call', '__proto__.toString'], 'workspace', 'UNKNOWN_PROCEDURE'],
    [['call', 'clients.create', '{"name":5}'], 'workspace', 'BAD_INPUT'],
    [['call', 'events.subscribe'], 'workspace', 'BAD_INPUT'],
    [['clients', 'show', 'Nobody'], 'workspace', 'NOT_FOUND'],
    [['clients', 'show', '01900000-0000-7000-8000-000000000000'], 'workspace', 'NOT_FOUND'],
    [['import', 'creators', 'missing.csv'], 'workspace', 'FILE_MISSING'],
    [['import', 'creators', 'a-folder'], 'workspace', 'FILE_IS_DIRECTORY'],
    [['import', 'creators', 'empty'], 'workspace', 'FILE_EMPTY'],
    [['contracts', 'verify', 'missing.pdf'], 'workspace', 'FILE_MISSING'],
    [['contracts', 'verify', 'a-folder'], 'workspace', 'FILE_IS_DIRECTORY'],
    [['contracts', 'verify', 'a-file'], 'workspace', 'NOT_A_PDF'],
    [['contracts', 'trust', '0123456789abcdef'], 'workspace', 'NOT_FOUND'],
    [['export', 'creators', '--out', 'none/list.csv'], 'workspace', 'FILE_UNWRITABLE'],
  ])('%j in %s: %s', async (args, workspace, code) => {
    const whole = args.map((word) => (/^(?:missing|a-|empty|none\/)/.test(word) ? join(place, word) : word))
    const ran = await troupeHere([...whole, '--workspace', join(place, workspace), '--json'])
    expect([ran.code, ran.json]).toEqual([1, { error: expect.objectContaining({ code, message: expect.stringMatching(plainSentence) }) }])
    expect(readdirSync(place).toSorted()).toEqual(['a-file', 'a-folder', 'empty', 'workspace'])
  })
})

test('without --json the sentence and its code stand on standard error alone', async () => {
  const { code, out, err } = await troupe(['info', '--workspace', join(temporaryFolder(), 'none')])
  expect({ code, out }).toEqual({ code: 1, out: '' })
  expect(err).toMatch(/^There is no workspace .*\(WORKSPACE_MISSING\)\n$/)
})

test('a workspace that another Troupe has open can be backed up, checked, and restored from that', async () => {
  const { folder, call } = await testWorkspace()
  await call.clients.create({ name: 'Nordlicht Tee' })
  const workspace = ['--workspace', join(folder, 'workspace'), '--json']
  expect(await troupeHere(['check', ...workspace])).toMatchObject({ code: 0, json: { ok: true } })
  expect(await troupe(['backup', '--out', join(folder, 'backup.zip'), ...workspace])).toMatchObject({
    code: 0,
    json: { fileName: 'backup.zip' },
  })
  const restored = ['--workspace', join(folder, 'restored'), '--json']
  expect((await troupeHere(['restore', join(folder, 'backup.zip'), ...restored])).code).toBe(0)
  expect((await troupeHere(['clients', 'list', ...restored])).json).toMatchObject({ rows: [{ name: 'Nordlicht Tee' }] })
})

test('what a backup lacks is said when it is made and when it is restored', async () => {
  const { folder, call, engine } = await testWorkspace()
  writeFileSync(join(folder, 'logo.png'), png(4, 4))
  await call.workspace.setLogo({ file: engine.grants.toRead(join(folder, 'logo.png')) })
  const [workspace, backup] = [join(folder, 'workspace'), join(folder, 'backup.zip')]
  rmSync(join(workspace, 'files'), { recursive: true })
  const made = await troupeHere(['backup', '--out', backup, '--workspace', workspace])
  expect(made).toMatchObject({ code: 0, out: expect.stringContaining('1 file of the workspace had been lost before') })
  const restored = await troupeHere(['restore', backup, '--workspace', join(folder, 'restored')])
  expect(restored).toMatchObject({ code: 0, out: expect.stringContaining('1 file had been lost before the backup was made') })
  expect((await troupeHere(['restore', backup, '--workspace', join(folder, 'other'), '--json'])).json).toMatchObject({
    files: 0,
    missingFiles: 1,
  })
})

test('a damaged database is told of with its code by whatever meets the damage, and by info in any case', async () => {
  const folder = join(temporaryFolder(), 'workspace')
  const ran = (...args: string[]) => troupeHere([...args, '--workspace', folder, '--json'])
  await ran('init')
  const list = join(folder, '..', 'list.csv')
  writeFileSync(list, `Name;Instagram;Follower\n${Array.from({ length: 400 }, (_, at) => `Creator ${at};@c${at};${at}`).join('\n')}\n`)
  expect((await ran('import', 'creators', list)).code).toBe(0)
  const file = join(folder, 'workspace.sqlite')
  const whole = readFileSync(file)
  for (const share of [0.1, 0.5, 0.9]) {
    const page = Math.floor((whole.length * share) / 8192) * 8192
    writeFileSync(file, Buffer.concat([whole.subarray(0, page), Buffer.alloc(8192, 0xa5), whole.subarray(page + 8192)]))
    const { code, json } = await ran('info')
    expect([code, json]).toEqual([
      1,
      { error: expect.objectContaining({ code: 'WORKSPACE_INVALID', message: expect.stringContaining('check') }) },
    ])
    expect(await ran('check')).toMatchObject({ code: 1, json: { ok: false, error: { code: 'WORKSPACE_INVALID' } } })
  }
  writeFileSync(file, whole)
  expect((await ran('info')).code).toBe(0)
})
