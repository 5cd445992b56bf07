import { expect, test } from 'vitest'
import { testWorkspace } from '#tests/support/workspace.ts'

type Call = Awaited<ReturnType<typeof testWorkspace>>['call']

const someone = (call: Call, name: string, rest: object = {}, ...handles: [string, string][]) =>
  call.creators
    .create({ name, ...rest, accounts: handles.map(([platform, handle]) => ({ platform, handle, values: { followers: 1000 } })) })
    .then(({ id }) => id)

const price = (amountMinor: number) => ({ amountMinor, currency: 'EUR' })
const inPortugal = { country: 'Portugal', niches: ['Food'] }
const pairsOf = async (call: Call) =>
  (await call.duplicates.list({})).rows.map(({ one, other, points, evidence }) => ({
    names: [one.name, other.name].toSorted(),
    points,
    kinds: evidence.map(({ kind }) => kind),
  }))

test('pairs are proposed with what speaks for them, the surest first', async () => {
  const { call } = await testWorkspace()
  await someone(call, 'Ana Martins', { ...inPortugal, email: 'Ana@mail.example' }, ['instagram', 'ana.cooks'])
  await someone(call, 'Martins, Ana', { country: 'PT', niches: ['food'] }, ['tiktok', 'ana_cooks'])
  await someone(call, 'A. M.', { email: 'ana@mail.example ' })
  await someone(call, 'Bo Larsen', { phone: '+45 20 12 34 56' }, ['instagram', 'bolarsen'])
  await someone(call, 'Bo', { phone: '0045 20123456' }, ['tiktok', 'bolarsen'])
  await someone(call, 'Ana Martims', { country: 'Portugal', niches: ['Food', 'Travel'] })
  await someone(call, 'Ana Martins', { country: 'Brazil', niches: ['Food'] })
  await someone(call, 'Ana Martins', { country: 'Portugal', niches: ['Cars'] })
  expect(await pairsOf(call)).toEqual([
    { names: ['Bo', 'Bo Larsen'], points: 6, kinds: ['phone', 'handle'] },
    { names: ['Ana Martins', 'Martins, Ana'], points: 4, kinds: ['similar handle', 'name'] },
    { names: ['A. M.', 'Ana Martins'], points: 4, kinds: ['e-mail'] },
    { names: ['Ana Martims', 'Ana Martins'], points: 1, kinds: ['name'] },
    { names: ['Ana Martims', 'Martins, Ana'], points: 1, kinds: ['name'] },
  ])
  const [first] = (await call.duplicates.list({ limit: 1 })).rows
  expect(first?.evidence.map(({ words }) => words)).toEqual([
    'The phone numbers +45 20 12 34 56 and 0045 20123456 end alike.',
    '@bolarsen on Instagram is also the handle on TikTok.',
  ])
})

test('an address that a whole agency shares is no evidence, and archived creators are left alone', async () => {
  const { call } = await testWorkspace()
  for (let at = 0; at < 21; at++) await someone(call, `Creator ${at}`, { email: 'desk@agency.example' })
  const id = await someone(call, 'Cleo', { email: 'cleo@mail.example' })
  await someone(call, 'C.', { email: 'cleo@mail.example' })
  expect((await pairsOf(call)).map(({ names }) => names)).toEqual([['C.', 'Cleo']])
  await call.creators.setArchived({ ids: [id], archived: true })
  expect(await pairsOf(call)).toEqual([])
})

test('who is said not to be the same is not proposed again, until that is undone', async () => {
  const { call } = await testWorkspace()
  const [one, other] = [await someone(call, 'Cleo', { email: 'c@mail.example' }), await someone(call, 'C.', { email: 'c@mail.example' })]
  const { entryId } = await call.duplicates.keepApart({ oneId: other, otherId: one })
  expect(await pairsOf(call)).toEqual([])
  expect((await call.duplicates.keepApart({ oneId: one, otherId: other })).entryId).toBeNull()
  await call.workspace.undo({ entryId: entryId ?? '' })
  expect(await pairsOf(call)).toHaveLength(1)
})

test('a merge fills in what is missing and loses nothing of what differs', async () => {
  const { call } = await testWorkspace()
  const keep = await someone(call, 'Ana Martins', { ...inPortugal, email: 'ana@mail.example', city: 'Lisbon', notes: 'Answers fast' }, [
    'instagram',
    'ana.cooks',
  ])
  const other = await someone(
    call,
    'Ana M.',
    { email: 'am@mail.example', phone: '+351 900 000 000', city: 'Porto', niches: ['food', 'Travel'], stage: 'active', doNotContact: true },
    ['tiktok', 'ana_cooks'],
  )
  await call.creators.setRate({ creatorId: keep, platform: 'instagram', format: 'reel', price: price(30_000) })
  await call.creators.setRate({ creatorId: other, platform: 'instagram', format: 'reel', price: price(25_000) })
  await call.creators.setRate({ creatorId: other, platform: 'tiktok', format: 'video', price: price(40_000) })
  await call.profiles.saveContact({ creatorId: other, kind: 'website', label: null, value: 'https://ana.example' })
  await call.profiles.update({ creatorId: other, changes: { languages: ['Portuguese'], owner: 'Mira' } })
  const { notes, entryId } = await call.duplicates.merge({ keepId: keep, otherIds: [other] })
  expect(entryId).not.toBeNull()
  expect(notes).toEqual([
    'The e-mail address am@mail.example was put with the contacts.',
    'In the notes now: “Also on file as Ana M.”.',
    'In the notes now: “Rate of Ana M. for reel on Instagram: EUR 250.00”.',
    'In the notes now: “City of Ana M.: Porto”.',
    'Ana M. must not be contacted; that now holds for Ana Martins.',
  ])
  expect(await call.creators.show({ id: keep })).toMatchObject({
    name: 'Ana Martins',
    email: 'ana@mail.example',
    phone: '+351 900 000 000',
    city: 'Lisbon',
    niches: ['Food', 'Travel'],
    stage: 'active',
    doNotContact: true,
    notes: 'Answers fast\n\nAlso on file as Ana M.\nRate of Ana M. for reel on Instagram: EUR 250.00\nCity of Ana M.: Porto',
    accounts: [
      { handle: 'ana.cooks', isPrimary: true },
      { handle: 'ana_cooks', isPrimary: false, snapshots: [{ followers: 1000 }] },
    ],
    rates: [{ price: { amountMinor: 30_000 } }, { price: { amountMinor: 40_000 } }],
  })
  const { contacts, owner, languages } = await call.profiles.show({ creatorId: keep })
  expect([contacts.map(({ value }) => value).toSorted(), owner, languages]).toEqual([
    ['am@mail.example', 'https://ana.example'],
    'Mira',
    ['Portuguese'],
  ])
  await expect(call.creators.show({ id: other })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect((await call.creators.list({})).total).toBe(1)
})

test('work goes along; in a campaign with both, an empty place is given up, and two with work are refused', async () => {
  const { call } = await testWorkspace()
  const [keep, other] = [await someone(call, 'Ana Martins'), await someone(call, 'Ana M.')]
  const { id: clientId } = await call.clients.create({ name: 'Nordlicht' })
  const campaign = async (name: string, ...creatorIds: string[]) => {
    const { id } = await call.campaigns.create({ name, clientId })
    return (await call.campaigns.addCreators({ id, creatorIds })).added
  }
  await campaign('Winter', other)
  const [, theirs = ''] = await campaign('Spring', keep, other)
  await call.campaigns.updateCollaborations({ ids: [theirs], changes: { discountCode: 'ANA10' } })
  const summer = await campaign('Summer', keep, other)
  await call.campaigns.updateCollaborations({ ids: summer, changes: { notes: 'Agreed by phone' } })
  const before = (await call.workspace.history({ limit: 100 })).length
  await expect(call.duplicates.merge({ keepId: keep, otherIds: [other] })).rejects.toMatchObject({
    code: 'CONFLICT',
    message:
      'Ana Martins and Ana M. are both in Summer, each with work of their own. Take one of them out there first; nothing was merged.',
  })
  expect((await call.workspace.history({ limit: 100 })).length).toBe(before)
  await call.campaigns.removeCollaborations({ ids: [summer[1] ?? ''] })
  const { notes } = await call.duplicates.merge({ keepId: keep, otherIds: [other] })
  expect(notes[0]).toBe('Both were in Spring; of Ana Martins nothing was agreed there, so that place was given up.')
  const { work } = await call.creators.show({ id: keep })
  expect(work.map(({ campaignName }) => campaignName).toSorted()).toEqual(['Spring', 'Summer', 'Winter'])
  expect(work.find(({ campaignName }) => campaignName === 'Spring')?.collaborationId).toBe(theirs)
})

test('a creator cannot be merged with themselves, nor with one who is gone', async () => {
  const { call } = await testWorkspace()
  const id = await someone(call, 'Ana')
  await expect(call.duplicates.merge({ keepId: id, otherIds: [id] })).rejects.toMatchObject({ code: 'BAD_INPUT' })
  await expect(call.duplicates.merge({ keepId: id, otherIds: [crypto.randomUUID()] })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('a campaign file from before the merge still finds the creator', async () => {
  const { call, folder, engine } = await testWorkspace()
  const [keep, other] = [await someone(call, 'Ana Martins', {}, ['instagram', 'ana']), await someone(call, 'Ana M.', {}, ['tiktok', 'ana'])]
  const { id: clientId } = await call.clients.create({ name: 'Nordlicht' })
  const { id } = await call.campaigns.create({ name: 'Spring', clientId })
  await call.campaigns.addCreators({ id, creatorIds: [other] })
  const { id: both } = await call.campaigns.create({ name: 'Summer', clientId })
  await call.campaigns.addCreators({ id: both, creatorIds: [keep, other] })
  const file = async (campaignId: string, name: string) => {
    await call.exchange.exportCampaign({ id: campaignId, file: engine.grants.toWrite(`${folder}/${name}`) })
    return () => engine.grants.toRead(`${folder}/${name}`)
  }
  const [spring, summer] = [await file(id, 'spring.troupe'), await file(both, 'summer.troupe')]
  await call.duplicates.merge({ keepId: keep, otherIds: [other] })
  await call.exchange.importCampaign({ file: spring() })
  expect((await call.creators.list({})).rows.map(({ name }) => name)).toEqual(['Ana Martins'])
  expect((await call.campaigns.show({ id })).collaborations).toMatchObject([{ creatorId: keep }])
  await call.exchange.importCampaign({ file: summer() })
  expect((await call.creators.list({})).rows.map(({ name }) => name)).toEqual(['Ana Martins'])
  expect((await call.creators.show({ id: keep })).accounts).toHaveLength(2)
})
