import { createWriteStream } from 'node:fs'
import { once } from 'node:events'
import { seededRandom } from './random.ts'

const header = [
  'Name',
  'Username',
  'Profile URL',
  'Platform',
  'Followers',
  'Following',
  'Posts',
  'Avg likes',
  'Avg comments',
  'Avg views',
  'Avg shares',
  'Engagement rate',
  'Category',
  'Country',
  'City',
  'Language',
  'Email',
  'Phone',
  'Bio',
  'Notes',
]
const firstNames = ['Ana', 'Bea', 'Cleo', 'Dora', 'Eli', 'Finn', 'Gus', 'Hanna', 'Ines', 'José', 'Käthe', 'Łukasz']
const niches = ['Food', 'Travel', 'Beauty', 'Fitness', 'Tech', 'Books', 'Garden']
const countries = ['Germany', 'France', 'Spain', 'Brazil', 'Japan', 'Poland']
const platforms = ['Instagram', 'TikTok', 'YouTube']

/** Writes a creator list of 20 columns, the same one for the same seed. */
export async function writeCreatorList(path: string, rows: number, seed = 7): Promise<void> {
  const random = seededRandom(seed)
  const out = createWriteStream(path)
  out.write(`${header.join(',')}\n`)
  for (let at = 0; at < rows; at++) {
    const followers = 1000 + random.below(200_000)
    const handle = `maker_${random.below(1_000_000_000).toString(36)}${at}`
    const line = [
      `${random.pick(firstNames)} ${handle.slice(6, 10)}`,
      handle,
      `https://www.example.com/${handle}`,
      random.pick(platforms),
      followers,
      random.below(2000),
      random.below(900),
      Math.floor(followers * 0.04),
      Math.floor(followers * 0.003),
      Math.floor(followers * 0.4),
      Math.floor(followers * 0.002),
      `${(random.next() * 10).toFixed(2)}%`,
      random.pick(niches),
      random.pick(countries),
      `City ${random.below(300)}`,
      'English',
      `${handle}@example.com`,
      `+49 30 ${100_000 + at}`,
      `Makes things about ${random.pick(niches)} and ${random.pick(niches)}`,
      at % 10 === 0 ? 'met at the fair' : '',
    ].join(',')
    if (!out.write(`${line}\n`)) await once(out, 'drain')
  }
  out.end()
  await once(out, 'close')
}
