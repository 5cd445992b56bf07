import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { testWorkspace } from '#tests/support/workspace.ts'

async function roster() {
  const workspace = await testWorkspace()
  const { call, engine, folder } = workspace
  const { id: ana } = await call.creators.create({
    name: 'Ana Martíns',
    email: 'Ana@example.org',
    city: 'Lisboa',
    country: 'Portugal',
    accounts: [{ platform: 'instagram', handle: 'ana.cooks', values: { followers: 4000 } }],
  })
  const { id: bo } = await call.creators.create({ name: 'Bo', accounts: [{ platform: 'tiktok', handle: 'bo_runs', values: {} }] })
  const { id: clientId } = await call.clients.create({ name: 'Nordlicht' })
  const file = (text: string | Buffer) => {
    const path = join(folder, 'list.csv')
    writeFileSync(path, text)
    return engine.grants.toRead(path)
  }
  return { ...workspace, ana, bo, clientId, file }
}

test('customers are recognised by e-mail address, then by name and place, with how sure that is; the others are only counted', async () => {
  const { call, ana, file } = await roster()
  const { id: namesake } = await call.creators.create({ name: 'Jörg Müller', city: 'Köln', country: 'DE' })
  const text =
    'Vorname;Nachname;E-Mail;Ort;Land\nAna;M;ana@EXAMPLE.org;Porto;Portugal\nJörg;Müller;j@example.org;köln;Deutschland\nJörg;Müller;x@example.org;Berlin;Deutschland\nEva;Stern;e@example.org;Wien;AT\n'
  const found = await call.match.advocates({ file: file(iconv.encode(text, 'windows-1252')) })
  expect(found.known.map(({ creatorId, certainty, why }) => [creatorId, certainty, why])).toEqual([
    [ana, 'certain', 'The same e-mail address.'],
    [namesake, 'likely', 'The same name in the same city.'],
  ])
  expect([found.rows, found.unmatched, found.unknownTotal]).toEqual([4, 2, 0])
  expect(found.mapping).toEqual({ 0: 'firstName', 1: 'lastName', 2: 'email', 3: 'city', 4: 'country' })
})

test('mentions are counted by person, on the roster or not, with the longest of what they said', async () => {
  const { call, ana, bo, file } = await roster()
  const text = [
    'Platform,Author handle,Followers,Post URL,Mention text',
    'Instagram,@Ana.Cooks,4100,https://www.instagram.com/p/x1/,love it',
    'Instagram,ana.cooks,4200,https://www.instagram.com/p/x2/,I love Nordlicht so much',
    'TikTok,,,https://www.tiktok.com/@bo_runs/video/1,run',
    'Instagram,@fan.one,"1,200",https://www.instagram.com/p/x3/,Best tea ever',
    'IG,fan.one,1250,,again',
    'TikTok,@fan.two,90,,ok',
  ].join('\n')
  const found = await call.match.advocates({ file: file(text) })
  expect(found.known.map(({ creatorId, certainty, mentions }) => [creatorId, certainty, mentions.count, mentions.sample])).toEqual([
    [ana, 'certain', 2, 'I love Nordlicht so much'],
    [bo, 'certain', 1, 'run'],
  ])
  expect(
    found.unknown.map(({ platform, handle, followers, mentions }) => [platform, handle, followers, mentions.count, mentions.lines]),
  ).toEqual([
    ['instagram', 'fan.one', 1250, 2, [5, 6]],
    ['tiktok', 'fan.two', 90, 1, [7]],
  ])
})

test('a handle without a platform is likely somebody’s; said, it is sure; a column can be read otherwise', async () => {
  const { call, ana, file } = await roster()
  const grant = file('who,words\nana.cooks,nice\nnew.fan,nice\n')
  await expect(call.match.advocates({ file: grant })).rejects.toMatchObject({ code: 'MAPPING_NEEDED' })
  const mapping = { 0: 'handle', 1: 'text' } as const
  const guessed = await call.match.advocates({ file: grant, mapping })
  expect(guessed.known).toMatchObject([{ creatorId: ana, certainty: 'likely' }])
  expect(guessed.unknown).toMatchObject([{ platform: null, handle: 'new.fan' }])
  expect(guessed.notes.join(' ')).toContain('does not say on which platform one handle is')
  const told = await call.match.advocates({ file: grant, mapping, platform: 'IG' })
  expect([told.known[0]?.certainty, told.unknown[0]?.platform]).toEqual(['certain', 'instagram'])
})

test('looking keeps nothing; taking over is one change that one undo takes back', async () => {
  const { call, ana, clientId, file } = await roster()
  const before = (await call.workspace.history({ limit: 100 })).length
  await call.match.advocates({ file: file('handle,platform\nnew.fan,instagram\nana.cooks,instagram\n') })
  expect((await call.workspace.history({ limit: 100 })).length).toBe(before)

  const people = [
    { platform: 'instagram', handle: '@new.fan', name: null, followers: 1200 },
    { platform: 'instagram', handle: 'Ana.Cooks', name: null, followers: null },
  ]
  const { added, tagged, alreadyThere, tag } = await call.match.addAdvocates({ clientId, creatorIds: [ana], people })
  expect([added.length, tagged, alreadyThere, tag]).toEqual([1, 1, 1, 'advocate of Nordlicht'])
  const fan = await call.creators.show({ id: added[0] ?? '' })
  expect(fan).toMatchObject({ name: 'new.fan', tags: [tag], accounts: [{ handle: 'new.fan', snapshots: [{ followers: 1200 }] }] })
  expect((await call.creators.show({ id: ana })).tags).toEqual([tag])
  expect((await call.creators.list({ tags: [tag] })).total).toBe(2)

  await call.workspace.undo({})
  expect((await call.creators.list({})).total).toBe(2)
  expect((await call.creators.show({ id: ana })).tags).toEqual([])
})

test('what is no handle refuses the whole change', async () => {
  const { call, clientId } = await roster()
  const people = [
    { platform: 'instagram', handle: 'good.fan', name: null, followers: null },
    { platform: 'instagram', handle: 'https://www.instagram.com/p/x/', name: null, followers: null },
  ]
  await expect(call.match.addAdvocates({ clientId, people })).rejects.toMatchObject({ code: 'BAD_INPUT' })
  expect((await call.creators.list({})).total).toBe(2)
})
