import { expect, test } from 'vitest'
import { addDays } from '#src/shared/domain/dates.ts'
import { testWorkspace, type TestWorkspace } from '#tests/support/workspace.ts'

const today = '2026-11-21'

/** A creator on Instagram with figures a month apart, the newest of today. */
async function withHistory({ call }: TestWorkspace, name: string, followers: readonly number[], likes: number): Promise<string> {
  const { id } = await call.creators.create({ name, accounts: [{ platform: 'instagram', handle: name.toLowerCase() }] })
  const { accounts } = await call.creators.show({ id })
  for (const [at, count] of followers.entries()) {
    const values = { followers: count, following: 300, posts: 100 + 10 * at, avgLikes: likes, avgComments: 20 }
    await call.creators.addSnapshot({ accountId: accounts[0]?.id ?? '', takenOn: addDays(today, 30 * (at + 1 - followers.length)), values })
  }
  return id
}

const steady = [20_000, 20_200, 20_380, 20_600, 20_810, 21_000]

test('signals name their peers, the benchmark set, the thresholds and the rows on file', async () => {
  const workspace = await testWorkspace({ today })
  const { call } = workspace
  for (const at of [0, 1, 2, 3, 4]) await withHistory(workspace, `Peer${at}`, steady, 700 + 20 * at)
  const id = await withHistory(workspace, 'Ana', [20_000, 20_200, 20_380, 29_100, 27_000, 26_100], 150)
  const { signals, credibility, account, asOf, findings } = await call.vetting.signals({ creatorId: id })
  expect(account).toMatchObject({ platform: 'instagram', handle: 'ana' })
  expect([asOf, findings]).toEqual([today, []])
  const by = new Map(signals.map((signal) => [signal.id, signal]))
  expect(by.get('growth')).toMatchObject({ verdict: 'red flag', peers: { tier: 'micro', spread: { count: 6 } } })
  expect(by.get('engagement')).toMatchObject({
    verdict: 'look',
    value: 65,
    benchmark: { setId: 'S1', tier: 'micro', low: 200, high: 500 },
    peers: { spread: { count: 6 } },
    points: 50,
  })
  const { snapshots } = (await call.creators.show({ id })).accounts[0] ?? { snapshots: [] }
  expect(by.get('growth')?.evidence.map((row) => row.id)).toEqual(snapshots.map((row) => row.id).toReversed())
  expect(by.get('comments')).toMatchObject({ verdict: 'not enough data', value: null })
  expect(signals.every(({ thresholds }) => thresholds.length > 0 && thresholds.every(({ source }) => source !== ''))).toBe(true)
  expect(by.has('audienceFit')).toBe(false)
  expect(credibility).toMatchObject({ redFlags: ['growth'], confidence: 57 })
  expect(credibility.score).toBeLessThanOrEqual(60)
})

test('the peers follow the data, the settings choose the set, and a creator without figures gets no score', async () => {
  const workspace = await testWorkspace({ today })
  const { call } = workspace
  const id = await withHistory(workspace, 'Ana', steady, 700)
  const engagement = async () => (await call.vetting.signals({ creatorId: id })).signals.find((signal) => signal.id === 'engagement')
  expect(await engagement()).toMatchObject({ peers: null })
  for (const at of [0, 1, 2, 3]) await withHistory(workspace, `Peer${at}`, steady, 700)
  expect(await engagement()).toMatchObject({ peers: { spread: { count: 5 } } })
  await call.workspace.updateSettings({ changes: { benchmarkSetId: 'S2' } })
  expect(await engagement()).toMatchObject({ benchmark: { setId: 'S2', low: 122, high: 1300 } })
  const { id: bare } = await call.creators.create({ name: 'Bo' })
  expect(await call.vetting.signals({ creatorId: bare })).toMatchObject({ account: null, signals: [], credibility: { score: null } })
  const { id: listed } = await call.creators.create({ name: 'Cy', accounts: [{ platform: 'tiktok', handle: 'cy' }] })
  expect(await call.vetting.signals({ creatorId: listed })).toMatchObject({ asOf: null, credibility: { score: null, confidence: 0 } })
  const found = await call.vetting.credibility({ creatorIds: [id, bare, listed] })
  expect(found.map(({ creatorId, credibility }) => [creatorId, typeof credibility.score])).toEqual([
    [id, 'number'],
    [listed, 'object'],
  ])
})

test('an audience is held against a target', async () => {
  const workspace = await testWorkspace({ today })
  const { call, engine } = workspace
  const id = await withHistory(workspace, 'Ana', steady, 700)
  const accountId = (await call.creators.show({ id })).accounts[0]?.id ?? ''
  const audience = {
    id: engine.contextFor('x').ports.newId(),
    account_id: accountId,
    taken_on: today,
    source: 'list',
    created_at: `${today}T00:00:00Z`,
  }
  await engine.contextFor('x').workspace.writer.transact({ procedure: 'test', actor: 'test' }, async (db) => {
    const shares = { country: { DE: 5200, FR: 900 }, age: { '18-24': 2500, '25-34': 2600 } }
    await db
      .insertInto('audience')
      .values({ ...audience, shares: JSON.stringify(shares) })
      .execute()
  })
  const fit = async (target: object) =>
    (await call.vetting.signals({ creatorId: id, target })).signals.find((signal) => signal.id === 'audienceFit')
  expect(await fit({ countries: ['DE'], ageFrom: 18, ageTo: 34 })).toMatchObject({ verdict: 'fine', value: 5100 })
  expect(await fit({ countries: ['FR'] })).toMatchObject({ verdict: 'red flag', evidence: [{ kind: 'audience', id: audience.id }] })
  await expect(fit({})).rejects.toMatchObject({ code: 'BAD_INPUT' })
  await expect(fit({ ageFrom: 40, ageTo: 20 })).rejects.toMatchObject({ code: 'BAD_INPUT' })
  await expect(call.vetting.signals({ creatorId: accountId })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('figures that cannot be so are a finding of their row, and are left out', async () => {
  const workspace = await testWorkspace({ today })
  const { call } = workspace
  const id = await withHistory(workspace, 'Ana', steady, 700)
  const accountId = (await call.creators.show({ id })).accounts[0]?.id ?? ''
  const added = await call.creators.addSnapshot({ accountId, takenOn: today, values: { avgLikes: 90_000 } })
  const { findings, signals } = await call.vetting.signals({ creatorId: id })
  expect(findings).toEqual([{ rowId: added.id, on: today, problem: expect.stringMatching(/^An engagement of 428\.7% of the followers/) }])
  expect(signals.find((signal) => signal.id === 'engagement')?.evidence[0]?.on).toBe('2026-10-22')
})
