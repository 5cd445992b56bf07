import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { testWorkspace } from '#tests/support/workspace.ts'

test('a sample is vetted by grant, and the workspace stays as it was', async () => {
  const { call, engine, folder } = await testWorkspace()
  const path = join(folder, 'comments.csv')
  writeFileSync(path, 'comment\nsubscribe to my channel please\nIs the green one back in stock?\n')
  const before = await call.workspace.history({})
  const vetted = await call.vetting.comments({ file: engine.grants.toRead(path), about: 'Green lamps' })
  expect(vetted).toMatchObject({
    rows: [
      { line: 2, verdict: 'promotional/spam' },
      { line: 3, verdict: 'genuine' },
    ],
    summary: { fileName: 'comments.csv', column: 'comment', spamShare: 0.5 },
  })
  writeFileSync(path, 'followers,following,posts\n100,200,3\n')
  expect(await call.vetting.followers({ file: engine.grants.toRead(path) })).toMatchObject({
    rows: [{ line: 2 }],
    share: null,
    interval: null,
  })
  expect(await call.workspace.history({})).toEqual(before)
  await expect(call.vetting.comments({ file: 'no-such-grant' })).rejects.toMatchObject({ code: 'GRANT_UNKNOWN' })
})

test('vetting shows its progress, lets the engine answer in between, and can be cancelled', async () => {
  const { call, engine, folder } = await testWorkspace()
  const path = join(folder, 'comments.csv')
  writeFileSync(
    path,
    `comment\n${Array.from({ length: 20_000 }, (_, at) => `Where did you buy lamp number ${at}, and was it dear?`).join('\n')}\n`,
  )
  const vetting = call.vetting.comments({ file: engine.grants.toRead(path) }).then(
    () => 'done',
    (error: unknown) => error,
  )
  const job = await expect
    .poll(async () => (await call.workspace.jobs({}))[0], { interval: 5, timeout: 60_000 })
    .toMatchObject({ label: 'Vetting comments.csv', progress: expect.any(Number), canCancel: true })
    .then(async () => (await call.workspace.jobs({}))[0])
  expect(await call.workspace.cancelJob({ id: job?.id ?? '' })).toBeDefined()
  expect(await vetting).toMatchObject({ code: 'CANCELLED' })
  expect(await call.workspace.jobs({})).toEqual([])
})
