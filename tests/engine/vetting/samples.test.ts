import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { testWorkspace } from '#tests/support/workspace.ts'

const genuine = Array.from({ length: 28 }, (_, at) => `Where did you find lamp number ${at}, and how much was it?`)
const spam = [
  'Subscribe to my channel please',
  'Win a free phone at http://free-phone.example',
  'check out my page, I follow back, "really"',
]

async function withAccount() {
  const workspace = await testWorkspace({ today: '2026-11-21' })
  const values = { followers: 20_000, avgLikes: 700, avgComments: 30 }
  const { id } = await workspace.call.creators.create({ name: 'Ana', accounts: [{ platform: 'tiktok', handle: 'ana', values }] })
  const accountId = (await workspace.call.creators.show({ id })).accounts[0]?.id ?? ''
  const file = (name: string, content: string | Uint8Array) => {
    writeFileSync(join(workspace.folder, name), content)
    return workspace.engine.grants.toRead(join(workspace.folder, name))
  }
  return { ...workspace, id, accountId, file }
}

test('pasted comments are judged one by one, kept, and read back with their words', async () => {
  const { call, id, accountId } = await withAccount()
  const text = [...genuine, '', ...spam, '  '].join('\r\n')
  const { sample, entryId } = await call.vetting.addSample({ accountId, kind: 'comments', text, about: 'Lamps', takenOn: '2026-11-20' })
  expect(sample).toMatchObject({
    kind: 'comments',
    creatorId: id,
    takenOn: '2026-11-20',
    result: { comments: 31, judged: 31, spamShare: 0.0968 },
  })
  expect(await call.vetting.samples({ creatorId: id })).toEqual([sample])
  const { total, rows } = await call.vetting.sampleRows({ id: sample.id, limit: 3 })
  expect(total).toBe(31)
  expect(rows.map((row) => row.text).toSorted()).toEqual(spam.toSorted())
  expect(rows[0]).toMatchObject({
    kind: 'comment',
    verdict: 'promotional/spam',
    reasons: expect.arrayContaining(['It sends people somewhere else to look.']),
  })
  expect(await call.vetting.sampleRows({ id: sample.id, verdict: 'genuine', offset: 20 })).toMatchObject({ total: 28, rows: { length: 8 } })

  const signal = (await call.vetting.signals({ creatorId: id })).signals.find((one) => one.id === 'comments')
  expect(signal).toMatchObject({ verdict: 'fine', value: 968, evidence: [{ kind: 'sample', id: sample.id, on: '2026-11-20' }] })
  await call.workspace.undo({ entryId: entryId ?? '' })
  expect(await call.vetting.samples({ creatorId: id })).toEqual([])
})

test('a list of followers in an old encoding gives a share with its interval', async () => {
  const { call, id, accountId, file } = await withAccount()
  const rows = Array.from({ length: 40 }, (_, at) =>
    at < 20 ? `müller${at};300;250;40;Köchin aus Köln;ja` : `user${84_512_000 + at};3;4100;0;;nein`,
  )
  const list = Buffer.from(['username;followers;following;posts;bio;profile picture', ...rows].join('\n'), 'latin1')
  const { sample } = await call.vetting.addSample({ accountId, kind: 'followers', file: file('list.csv', list) })
  if (sample.kind !== 'followers') throw new Error('not followers')
  expect(sample.result.judged).toBe(40)
  const [low = 0, high = 0] = sample.result.interval ?? []
  expect(low).toBeLessThan(0.5)
  expect(high).toBeGreaterThan(0.5)
  const { rows: worst } = await call.vetting.sampleRows({ id: sample.id, limit: 40 })
  expect(worst[0]).toMatchObject({
    kind: 'follower',
    text: expect.stringMatching(/^user845\d+, 3 followers, 4,100 following, 0 posts, no picture$/),
  })
  expect(worst.map(({ text }) => text)).toContain('müller0, 300 followers, 250 following, 40 posts')
  const signal = (await call.vetting.signals({ creatorId: id })).signals.find((one) => one.id === 'followerSample')
  expect(signal).toMatchObject({ verdict: 'red flag', interval: [expect.any(Number), expect.any(Number)] })
  await call.vetting.removeSample({ id: sample.id })
  expect((await call.vetting.signals({ creatorId: id })).signals.find((one) => one.id === 'followerSample')?.verdict).toBe(
    'not enough data',
  )
})

test('comments in UTF-16 and with a heading of their own are read as they are', async () => {
  const { call, accountId, file } = await withAccount()
  const list = Buffer.from(`\ufeffLfd.;Kommentar\n1;Schöne Lampe, wo gibt es die zu kaufen?\n2;🔥🔥\n`, 'utf16le')
  const { sample } = await call.vetting.addSample({ accountId, kind: 'comments', file: file('k.csv', list), textColumn: 'Kommentar' })
  const { rows } = await call.vetting.sampleRows({ id: sample.id })
  expect(rows.map((row) => row.text).toSorted()).toEqual(['Schöne Lampe, wo gibt es die zu kaufen?', '🔥🔥'])
})

test('what cannot be judged is told in one sentence, and nothing is kept', async () => {
  const { call, id, accountId, file, folder } = await withAccount()
  const kept = readdirSync(join(folder, 'workspace', 'files')).length
  const refused = (sample: object, code: string) =>
    expect(call.vetting.addSample({ accountId, kind: 'comments', ...sample })).rejects.toMatchObject({ code })
  await refused({}, 'BAD_INPUT')
  await refused({ text: 'Nice lamp', file: file('a.csv', 'comment\nNice\n') }, 'BAD_INPUT')
  await refused({ text: ' \n ' }, 'FILE_EMPTY')
  await refused({ text: 'Nice lamp', takenOn: '2026-11-22' }, 'BAD_INPUT')
  await refused({ text: 'Nice lamp', accountId: id }, 'NOT_FOUND')
  await refused({ kind: 'followers', text: 'name,likes\nAna,5\n' }, 'MAPPING_NEEDED')
  await refused({ kind: 'followers', text: 'followers,following,posts\n' }, 'FILE_EMPTY')
  expect(await call.vetting.samples({ creatorId: id })).toEqual([])
  expect(readdirSync(join(folder, 'workspace', 'files'))).toHaveLength(kept)
  await expect(call.vetting.sampleRows({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})
