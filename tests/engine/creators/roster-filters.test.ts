import { expect, test } from 'vitest'
import { testWorkspace } from '#tests/support/workspace.ts'

async function someRoster() {
  const workspace = await testWorkspace()
  const { call } = workspace
  const add = async (name: string, rest: object = {}) =>
    (
      await call.creators.create({
        name,
        accounts: [{ platform: 'instagram', handle: name.toLowerCase(), values: { followers: 1000, avgLikes: name.length * 10 } }],
        ...rest,
      })
    ).id
  const ids = { ana: await add('Ana', { language: 'Portuguese' }), bo: await add('Bo', { doNotContact: true }), cleo: await add('Cleo') }
  const audience = async (id: string, shares: object, takenOn = '2026-11-01') =>
    call.audiences.add({ accountId: (await call.creators.show({ id })).accounts[0]?.id ?? '', takenOn, shares })
  await audience(ids.ana, { country: { DE: 4500, AT: 3500 }, age: { '18-24': 2500, '25-34': 2500 } })
  await audience(ids.bo, { country: { DE: 3900 }, age: { '18-24': 6000 } })
  await call.profiles.update({ creatorId: ids.ana, changes: { languages: ['German'], formats: ['reel', 'story'], owner: 'Mira' } })
  await call.profiles.update({ creatorId: ids.cleo, changes: { languages: ['German'], formats: ['reel'], owner: 'Jo' } })
  const named = async (filter: object) => (await call.creators.list({ ...filter, sort: 'name' })).rows.map(({ name }) => name)
  return { ...workspace, ids, audience, named }
}

type Condition = { dimension: 'country' | 'age'; labels: string[]; atLeastBp: number }
const inGermany: Condition = { dimension: 'country', labels: ['DE'], atLeastBp: 4000 }
const young: Condition = { dimension: 'age', labels: ['18-24', '25-34'], atLeastBp: 5000 }

test('audience filters add the labels of a condition up, and all conditions have to hold', async () => {
  const { named } = await someRoster()
  expect(await named({ audience: [inGermany] })).toEqual(['Ana'])
  expect(await named({ audience: [{ ...inGermany, atLeastBp: 3900 }] })).toEqual(['Ana', 'Bo'])
  expect(await named({ audience: [young] })).toEqual(['Ana', 'Bo'])
  expect(await named({ audience: [inGermany, young] })).toEqual(['Ana'])
  expect(await named({ audience: [{ dimension: 'country', labels: ['DE', 'AT'], atLeastBp: 8000 }] })).toEqual(['Ana'])
  expect(await named({ audience: [{ dimension: 'city', labels: ['Hamburg'], atLeastBp: 1 }] })).toEqual([])
})

test('the newest audience of the primary account counts, also after the roster was asked before', async () => {
  const { call, ids, audience, named } = await someRoster()
  expect((await call.creators.facets({})).audienceCountries).toEqual([
    { value: 'DE', count: 2 },
    { value: 'AT', count: 1 },
  ])
  await audience(ids.cleo, { country: { DE: 9000 } })
  await audience(ids.ana, { country: { DE: 100, FR: 8000 } }, '2026-11-10')
  await audience(ids.bo, { country: { FR: 9900 } }, '2025-01-01')
  expect(await named({ audience: [inGermany] })).toEqual(['Cleo'])
  expect((await call.creators.facets({ audience: [{ ...inGermany, atLeastBp: 9000 }] })).audienceCountries).toEqual([
    { value: 'DE', count: 1 },
  ])
  await call.creators.setArchived({ ids: [ids.cleo], archived: true })
  expect(await named({ audience: [inGermany] })).toEqual([])
  expect((await call.workspace.check({})).findings).toEqual([])
})

test('languages, formats and owners narrow and are counted', async () => {
  const { call, ids, named } = await someRoster()
  expect(await named({ languages: ['German'] })).toEqual(['Ana', 'Cleo'])
  expect(await named({ languages: ['Portuguese'] })).toEqual(['Ana'])
  expect(await named({ formats: ['story'], owners: ['Mira', 'Jo'] })).toEqual(['Ana'])
  const { languages, formats, owners } = await call.creators.facets({ owners: ['Mira'] })
  expect([languages, formats, owners]).toEqual([
    [
      { value: 'German', count: 1 },
      { value: 'Portuguese', count: 1 },
    ],
    [
      { value: 'reel', count: 1 },
      { value: 'story', count: 1 },
    ],
    [
      { value: 'Jo', count: 1 },
      { value: 'Mira', count: 1 },
    ],
  ])
  await call.profiles.update({ creatorId: ids.ana, changes: { owner: null } })
  expect((await call.creators.facets({})).owners).toEqual([{ value: 'Jo', count: 1 }])
})

test('the most engagement and the mark "do not contact" narrow', async () => {
  const { named } = await someRoster()
  expect(await named({ maxEngagementBp: 300 })).toEqual(['Ana', 'Bo'])
  expect(await named({ minEngagementBp: 250, maxEngagementBp: 300 })).toEqual(['Ana'])
  expect(await named({ doNotContact: true })).toEqual(['Bo'])
  expect(await named({ doNotContact: false })).toEqual(['Ana', 'Cleo'])
  expect(await named({ vetted: true })).toEqual([])
  expect(await named({ vetted: false })).toEqual(['Ana', 'Bo', 'Cleo'])
})

test('"not worked with in 90 days" leaves out who posted, signed or works now, and keeps who never did', async () => {
  const { call, ids, named } = await someRoster()
  const { id: clientId } = await call.clients.create({ name: 'Nordlicht' })
  const campaign = async (name: string) => (await call.campaigns.create({ name, clientId })).id
  const spring = await campaign('Spring')
  const { added } = await call.campaigns.addCreators({ id: spring, creatorIds: [ids.ana, ids.cleo] })
  const idle = { notWorkedWithDays: 90 }
  expect(await named(idle)).toEqual(['Ana', 'Bo', 'Cleo'])
  await call.campaigns.updateCollaborations({ ids: [added[0] ?? ''], changes: { stage: 'agreed' } })
  expect(await named(idle)).toEqual(['Bo', 'Cleo'])
  const { id: postId } = await call.deliverables.create({
    collaborationId: added[1] ?? '',
    platform: 'instagram',
    format: 'reel',
    title: 'Reel',
  })
  await call.deliverables.update({ ids: [postId], changes: { status: 'posted', postedAt: '2026-08-01T10:00:00Z' } })
  expect(await named(idle)).toEqual(['Bo', 'Cleo'])
  expect(await named({ notWorkedWithDays: 120 })).toEqual(['Bo'])
  await call.campaigns.setStatus({ ids: [spring], status: 'active' })
  await call.campaigns.setStatus({ ids: [spring], status: 'cancelled' })
  expect(await named(idle)).toEqual(['Ana', 'Bo', 'Cleo'])
})

test('text is found by its beginning and without accents in bios, notes, handles and niches', async () => {
  const { call, ids, named } = await someRoster()
  await call.creators.update({ id: ids.bo, changes: { bio: 'Café ambulante', notes: 'Prefers Zürich', niches: ['Jardinería'] } })
  for (const search of ['cafe amb', 'zuri', 'jardineria', 'JARDIN']) expect([search, await named({ search })]).toEqual([search, ['Bo']])
})
