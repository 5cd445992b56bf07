import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { troupeHere } from '#tests/support/command-line.ts'
import { testWorkspace } from '#tests/support/workspace.ts'

test('a creator is vetted from the command line: signals, sample, review, decision, history', async () => {
  const { engine, call, folder } = await testWorkspace()
  const values = { followers: 20_000, following: 300, avgLikes: 700, avgComments: 30 }
  await call.creators.create({ name: 'Ana', accounts: [{ platform: 'tiktok', handle: 'ana', values }] })
  await engine.close()
  const list = join(folder, 'comments.csv')
  writeFileSync(list, `comment\n${Array.from({ length: 30 }, (_, at) => `Where is lamp ${at} from?`).join('\n')}\n`)
  const run = (...args: string[]) => troupeHere([...args, '--workspace', join(folder, 'workspace'), '--json'])

  expect(await run('vet', 'sample', '@ana', list, '--kind', 'comments')).toMatchObject({
    code: 0,
    json: { sample: { result: { judged: 30 } } },
  })
  const { json } = await run('vet', 'signals', '@ana', '--audience-country', 'DE', '--audience-ages', '18-34')
  expect(json).toMatchObject({
    target: { countries: ['DE'], ageFrom: 18, ageTo: 34, leastBp: 4000 },
    credibility: { score: expect.any(Number) },
  })
  const reviewed = await run('vet', 'review', '@ana', '--answer', 'growth=fine', '--finding', 'growth=Slow = steady', '--reviewer', 'Mira')
  expect(reviewed).toMatchObject({ code: 0, json: { reviewer: 'Mira', answered: 1 } })
  expect((await run('vet', 'start', '@ana')).json).toMatchObject({ started: [], underWay: 1 })
  expect(await run('vet', 'decide', '@ana', '--decision', 'reject')).toMatchObject({ code: 2 })
  expect(await run('vet', 'signals', '@ana', '--audience-ages', 'young')).toMatchObject({ code: 2 })
  const decided = await run('vet', 'decide', '@ana', '--decision', 'reject', '--reason', 'Too few posts.', '--recheck', '2999-01-01')
  expect(decided).toMatchObject({ code: 0, json: { credibility: expect.any(Number) } })
  expect((await run('vet', 'history', '@ana')).json).toMatchObject([{ decision: 'reject', reason: 'Too few posts.', reviewer: 'Mira' }])
  expect((await run('vet', 'history', '--due', '2026-12-31')).json).toEqual([])
  expect((await run('vet', 'review', '@ana', '--again')).json).toMatchObject({ answered: 1, decision: null })
})
