import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { jpeg, png } from '#tests/support/images.ts'
import { testWorkspace } from '#tests/support/workspace.ts'

test('settings begin with the defaults of the field and keep what is changed, part by part', async () => {
  const { call } = await testWorkspace()
  expect(await call.workspace.settings({})).toMatchObject({
    currency: 'EUR',
    tierSetId: 'S1',
    benchmarkSetId: 'S1',
    customBands: null,
    paymentDays: 30,
    agency: { name: '', logoHash: null },
  })
  await call.workspace.updateSettings({ changes: { agency: { name: 'Nordlicht', email: 'hello@example.org' } }, name: '  Our agency ' })
  await call.workspace.updateSettings({ changes: { agency: { signerName: 'Mira Sommer' }, currency: 'PLN' } })
  expect(await call.workspace.settings({})).toMatchObject({
    currency: 'PLN',
    agency: { name: 'Nordlicht', email: 'hello@example.org', signerName: 'Mira Sommer' },
  })
  expect((await call.workspace.info({})).name).toBe('Our agency')
  expect((await call.workspace.updateSettings({ changes: { currency: 'PLN' } })).entryId).toBeNull()
})

test.each([
  ['a tier set nobody wrote', { tierSetId: 'S9' }, /no tier set "S9"/],
  ['a benchmark set nobody wrote', { benchmarkSetId: 'mine' }, /no benchmark set "mine"/],
  ['own bands without bands', { tierSetId: 'custom' }, /none are given/],
  [
    'bands that overlap',
    {
      customBands: [
        { tier: 'nano', from: 0, to: 2000 },
        { tier: 'micro', from: 1000, to: null },
      ],
    },
    /overlap/,
  ],
  [
    'bands out of order',
    {
      customBands: [
        { tier: 'micro', from: 1000, to: 2000 },
        { tier: 'nano', from: 2000, to: null },
      ],
    },
    /must ascend/,
  ],
  ['a band that ends before it begins', { customBands: [{ tier: 'nano', from: 1000, to: 10 }] }, /must end above/],
  ['a band for what lies below all bands', { customBands: [{ tier: 'below nano', from: 0, to: 10 }] }, /has no band/],
  ['no band at all', { customBands: [] }, /At least one tier/],
  ['a currency that is none', { currency: 'EURO' }, /currency/i],
  ['more days than a year', { paymentDays: 400 }, /paymentDays/],
] as const)('%s is refused', async (_, changes, message) => {
  const { call } = await testWorkspace()
  await expect(call.workspace.updateSettings({ changes: changes as never })).rejects.toMatchObject({
    code: 'BAD_INPUT',
    message: expect.stringMatching(message),
  })
  expect((await call.workspace.settings({})).tierSetId).toBe('S1')
})

test("every source's bands and benchmarks are there, each with its own year and never mixed", async () => {
  const { call } = await testWorkspace()
  const tiers = await call.workspace.tierSets({})
  expect(tiers.map(({ id, year }) => [id, year])).toEqual([
    ['S0', 2026],
    ['S1', 2025],
    ['S2', 2026],
    ['S3', 2026],
    ['S4', 2025],
  ])
  expect(tiers[1]?.bands[2]).toEqual({ tier: 'mid', from: 100_000, to: 1_000_000 })
  const benchmarks = await call.workspace.benchmarkSets({})
  expect(benchmarks.find(({ id }) => id === 'S3')?.engagement).toContainEqual(
    expect.objectContaining({ tier: 'nano', platform: 'instagram', averageBp: 274 }),
  )
  expect(benchmarks.find(({ id }) => id === 'S0')?.prices[0]).toMatchObject({
    tier: 'nano',
    low: { amountMinor: 5000, currency: 'USD' },
    high: { amountMinor: 30_000 },
  })
})

test('platforms are those of the field with their formats', async () => {
  const { call } = await testWorkspace()
  const platforms = await call.workspace.platforms({})
  expect(platforms.find(({ id }) => id === 'tiktok')).toEqual({
    id: 'tiktok',
    label: 'TikTok',
    formats: [
      { id: 'video', label: 'Video' },
      { id: 'live', label: 'Live' },
      { id: 'shop', label: 'TikTok Shop' },
    ],
  })
  expect(platforms.length).toBeGreaterThan(12)
})

describe('the logo', () => {
  test.each([
    ['a PNG', png(3, 2), 'image/png'],
    ['a JPEG', jpeg(), 'image/jpeg'],
  ])('%s is kept, shown and taken away', async (_, bytes, type) => {
    const { call, engine, folder } = await testWorkspace()
    // The name says nothing; the content does.
    writeFileSync(join(folder, 'logo.txt'), bytes)
    const { entryId } = await call.workspace.setLogo({ file: engine.grants.toRead(join(folder, 'logo.txt')) })
    const { image } = await call.workspace.logo({})
    expect(image?.type).toBe(type)
    expect(Buffer.from((await image?.arrayBuffer()) ?? new ArrayBuffer()).equals(bytes)).toBe(true)
    expect((await call.workspace.setLogo({ file: engine.grants.toRead(join(folder, 'logo.txt')) })).entryId).toBeNull()
    await call.workspace.setLogo({ file: null })
    expect(await call.workspace.logo({})).toEqual({ image: null })
    await call.workspace.undo({})
    expect((await call.workspace.logo({})).image?.type).toBe(type)
    await call.workspace.undo({ entryId: entryId ?? '' })
    expect(await call.workspace.logo({})).toEqual({ image: null })
  })

  const cut = png(30, 30).subarray(0, -20)
  const flipped = Buffer.from(png(30, 30))
  flipped[45] = (flipped[45] ?? 0) ^ 1
  test.each([
    ['a drawing', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a PNG that is cut off', cut],
    ['a PNG with a changed byte', flipped],
    ['a JPEG that is cut off', jpeg().subarray(0, -3)],
    ['only the beginning of a JPEG', jpeg().subarray(0, 4)],
    ['only the beginning of a PNG', png(3, 3).subarray(0, 8)],
  ])('%s is refused, and the logo stays', async (_, bytes) => {
    const { call, engine, folder } = await testWorkspace()
    writeFileSync(join(folder, 'logo.png'), bytes)
    await expect(call.workspace.setLogo({ file: engine.grants.toRead(join(folder, 'logo.png')) })).rejects.toMatchObject({
      code: 'NOT_AN_IMAGE',
      message: expect.stringContaining('logo.png'),
    })
    expect(readdirSync(join(folder, 'workspace', 'files'))).toEqual([])
  })
})
