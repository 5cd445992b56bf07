import { mkdirSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { table } from '#src/main/doors/cli/table.ts'
import { troupe, troupeHere } from '#tests/support/command-line.ts'
import { temporaryFolder } from '#tests/support/workspace.ts'

const [wide, script] = ['北京茶馆', '<script>alert(1)</script>\u001b[31m']

test('answers are for people, or exactly one document for programs', async () => {
  const folder = join(temporaryFolder(), 'workspace')
  expect(await troupe(['init', '--workspace', folder, '--name', 'Harbour Lane', '--json'])).toMatchObject({
    code: 0,
    err: '',
    json: { name: 'Harbour Lane', folder, counts: { creators: 0 } },
  })
  for (const name of ['Nordlicht Tee', wide, script])
    expect((await troupe(['clients', 'add', name, '--currency', 'eur', '--workspace', folder])).code).toBe(0)

  const listed = await troupe(['--workspace', folder, '--json', 'clients', 'list'])
  expect(listed).toMatchObject({ code: 0, err: '', json: { total: 3 } })
  expect((listed.json as { rows: { name: string }[] }).rows.map(({ name }) => name).toSorted()).toEqual(
    [script, 'Nordlicht Tee', wide].toSorted(),
  )

  const shown = await troupe(['clients', 'list', '--workspace', folder])
  expect(shown).toMatchObject({ code: 0, err: '' })
  expect(shown.out).not.toContain('\u001b')
  const currencyAt = shown.out
    .trimEnd()
    .split('\n')
    .map((line) => line.replaceAll(/[\u4e00-\u9fff]/g, '..').search(/EUR|CURRENCY/))
  expect(new Set(currencyAt).size).toBe(1)
})

test('a change is in the history, and can be taken back and made again', async () => {
  const folder = join(temporaryFolder(), 'workspace')
  await troupeHere(['init', '--workspace', folder])
  const { entryId } = (await troupeHere(['clients', 'add', 'Nordlicht Tee', '--workspace', folder, '--json'])).json as { entryId: string }
  expect((await troupeHere(['history', '--workspace', folder, '--json'])).json).toMatchObject({
    rows: expect.arrayContaining([expect.objectContaining({ id: entryId, procedure: 'clients.create' })]),
  })
  const undone = (await troupeHere(['undo', entryId, '--workspace', folder, '--json'])).json as { entryId: string; summary: string }
  expect(undone.summary).toContain('Nordlicht Tee')
  expect((await troupeHere(['clients', 'list', '--workspace', folder, '--json'])).json).toMatchObject({ total: 0 })
  expect((await troupeHere(['undo', undone.entryId, '--workspace', folder])).code).toBe(0)
  expect((await troupeHere(['clients', 'list', '--workspace', folder, '--json'])).json).toMatchObject({ total: 1 })
})

test('call takes its input as a word or from standard input', async () => {
  const folder = join(temporaryFolder(), 'workspace')
  await troupeHere(['init', '--workspace', folder])
  const { id } = (
    await troupe(['call', 'clients.create', '-', '--workspace', folder, '--json'], { input: '{"name":"Ünïcode \\u2028 Ltd"}' })
  ).json as { id: string }
  expect((await troupeHere(['call', 'clients.show', JSON.stringify({ id }), '--workspace', folder])).json).toMatchObject({
    id,
    name: 'Ünïcode \u2028 Ltd',
  })
})

test('the workspace is the one named, else TROUPE_WORKSPACE, else the usual one of the user', async () => {
  const home = realpathSync(temporaryFolder())
  const env = { XDG_DATA_HOME: join(home, 'data'), HOME: home, TROUPE_WORKSPACE: '' }
  expect((await troupe(['init', '--json'], { env })).json).toMatchObject({ folder: join(home, 'data', 'troupe', 'workspace') })
  expect((await troupe(['init', '--json'], { env: { ...env, TROUPE_WORKSPACE: join(home, 'chosen') } })).json).toMatchObject({
    folder: join(home, 'chosen'),
  })
  mkdirSync(join(home, 'here'))
  expect(
    (
      await troupe(['init', '--json', '--workspace', 'named'], {
        env: { ...env, TROUPE_WORKSPACE: join(home, 'chosen') },
        cwd: join(home, 'here'),
      })
    ).json,
  ).toMatchObject({ folder: join(home, 'here', 'named') })
})

test('a platform that nobody is on is told beside the answer, and is no failure', async () => {
  const workspace = ['--workspace', join(temporaryFolder(), 'workspace')]
  await troupeHere(['init', ...workspace])
  await troupeHere(['creators', 'add', 'Mo Ali', '--platform', 'instagram', '--handle', 'moali', ...workspace])
  const listed = (...args: string[]) => troupeHere(['creators', 'list', '--json', ...args, ...workspace])
  expect(await listed('--platform', 'nosuch')).toMatchObject({
    code: 0,
    err: 'No creator is on the platform “nosuch”.\n',
    json: { total: 0, rows: [] },
  })
  expect(await listed('--platform', 'nosuch,instagram')).toMatchObject({
    code: 0,
    err: 'No creator is on the platform “nosuch”.\n',
    json: { total: 1 },
  })
  expect(await listed('--platform', 'instagram', '--search', 'nobody')).toMatchObject({ code: 0, err: '', json: { total: 0 } })
  await troupeHere(['creators', 'archive', '@moali', ...workspace])
  expect(await listed('--platform', 'instagram')).toMatchObject({ code: 0, err: '', json: { total: 0 } })
})

test('a table takes as many rows as a sample may have', () => {
  const rows = Array.from({ length: 200_000 }, (_, at) => at + 1)
  const lines = table(rows, [{ heading: 'LINE', cell: (row) => row, right: true }], 'None.').split('\n')
  expect(lines).toHaveLength(200_001)
  expect([lines[0], lines[1], lines.at(-1)]).toEqual(['  LINE', '     1', '200000'])
})
