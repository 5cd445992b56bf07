import { expect, test } from 'vitest'
import { testWorkspace, type TestWorkspace } from '#tests/support/workspace.ts'

type Call = TestWorkspace['call']
type NewCreator = Parameters<Call['creators']['create']>[0]

/** A roster in which everybody has one reason to be where they are. */
async function roster(): Promise<
  TestWorkspace & { add: (name: string, rest?: Partial<NewCreator>, followers?: number) => Promise<string> }
> {
  const workspace = await testWorkspace()
  const { call } = workspace
  const add = async (name: string, rest: Partial<NewCreator> = {}, followers = 5000) => {
    const handle = name.toLowerCase().replaceAll(/\W+/g, '.')
    const accounts = [{ platform: 'instagram', handle, values: { followers, avgLikes: followers / 20, avgComments: 10 } }]
    return (await call.creators.create({ name, accounts, ...rest })).id
  }
  return { ...workspace, add }
}

const namesOf = (rows: readonly { name: string }[]) => rows.map(({ name }) => name)
const factsOf = (row: Awaited<ReturnType<Call['match']['find']>>['rows'][number] | undefined) =>
  Object.values(row?.scores ?? {}).flatMap(({ facts }) => facts.map(({ words }) => words))

test('words as niches come before words as tags, before words in the bio; who has none is not in the list', async () => {
  const { call, add } = await roster()
  await add('Bio Bea', { bio: 'Vegan cooking on the coast' })
  await add('Tag Tom', { tags: ['vegan', 'cooking'] })
  await add('Niche Nia', { niches: ['Vegan food', 'Cooking'] })
  await add('Note Ned', { notes: 'vegan cooking, says his sister' })
  await add('Other Olaf', { niches: ['cars'] })
  const found = await call.match.find({ words: ['vegan', 'cooking'] })
  expect(namesOf(found.rows)).toEqual(['Niche Nia', 'Tag Tom', 'Bio Bea'])
  expect(factsOf(found.rows[0])).toContain('2 of your 2 among their niches: vegan, cooking.')
  expect(found.leftOut).toEqual([{ reason: 'words', words: 'without any of the words in niches, tags or bio', count: 2 }])
  expect([found.creators, found.fitting]).toEqual([5, 3])
})

test('words are found without accents and case, and as the beginning of a longer word', async () => {
  const { call, add } = await roster()
  await add('Åsa', { niches: ['Gärdening'] })
  expect(namesOf((await call.match.find({ words: ['GARDEN'] })).rows)).toEqual(['Åsa'])
})

test('a better price, audience, format and platform are said with their values', async () => {
  const { call, add, engine } = await roster()
  const ana = await add('Ana', { niches: ['tea'], country: 'Germany', email: 'ana@example.org' })
  await call.creators.setRate({ creatorId: ana, platform: 'instagram', format: 'reel', price: { amountMinor: 35_000, currency: 'EUR' } })
  await add('Bo', { niches: ['tea'] })
  void engine
  const found = await call.match.find({
    words: ['tea'],
    countries: [{ country: 'Germany', shareBp: 4000 }],
    age: { from: 18, to: 34 },
    platforms: ['IG'],
    formats: ['reel'],
    budget: { amountMinor: 40_000, currency: 'EUR' },
    minEngagementBp: 300,
  })
  expect(namesOf(found.rows)).toEqual(['Ana', 'Bo'])
  expect(factsOf(found.rows[0])).toEqual(
    expect.arrayContaining([
      'Which countries their audience is in is not known; you asked for 40 % in Germany.',
      'They live in Germany.',
      'How old their audience is is not known; you asked for 50 % aged 18 to 34.',
      'Their engagement is 5.2 %, your floor is 3 %.',
      'They are on Instagram.',
      '1 of your 1 formats are known of them: reel.',
      'Asks 350.00 EUR for a reel, your budget is 400.00 EUR.',
      'They can be reached: an e-mail address is on file.',
      'They work on no campaign of yours at present.',
    ]),
  )
  const [known, unknown] = found.rows.map(({ total }) => total.confidence)
  expect(unknown ?? 1).toBeLessThan(known ?? 0)
  expect(found.notes).toEqual([expect.stringContaining('The audience of 2 of these 2 is not on file')])
})
