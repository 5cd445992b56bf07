import { openConnection, type Connection } from '#src/main/engine/db/connection.ts'
import { bulkInserter } from '#src/main/engine/db/bulk-insert.ts'
import { rosterSources } from '#src/main/engine/db/derived.ts'
import { migrate } from '#src/main/engine/db/migrate.ts'
import { rosterFiller } from '#src/main/engine/db/roster-filler.ts'
import type { RosterSource } from '#src/main/engine/db/roster-line.ts'
import { seededRandom, type Random } from './random.ts'

export const syllables = [
  'an',
  'bel',
  'ca',
  'dor',
  'el',
  'fi',
  'gra',
  'ho',
  'is',
  'jo',
  'ka',
  'li',
  'ma',
  'no',
  'or',
  'pe',
  'qui',
  'ra',
  'sol',
  'ti',
  'um',
  'vi',
  'wen',
  'xa',
  'yo',
  'zu',
]
export const platforms = ['instagram', 'tiktok', 'youtube', 'linkedin', 'pinterest', 'threads']
export const countries = [
  'DE',
  'US',
  'GB',
  'FR',
  'ES',
  'PT',
  'IT',
  'NL',
  'PL',
  'SE',
  'BR',
  'MX',
  'CA',
  'AU',
  'AT',
  'CH',
  'DK',
  'NO',
  'FI',
  'IE',
  'BE',
  'CZ',
  'GR',
  'TR',
  'JP',
  'KR',
  'IN',
  'ZA',
  'NG',
  'AR',
]
export const niches = [
  'beauty',
  'fashion',
  'food',
  'travel',
  'fitness',
  'gaming',
  'parenting',
  'tech',
  'books',
  'interior',
  'garden',
  'finance',
  'music',
  'art',
  'pets',
  'cars',
  'outdoor',
  'vegan',
  'crafts',
  'science',
]
const stages = ['new', 'contacted', 'trial', 'active', 'ambassador', 'paused', 'ended']
const tags = ['reliable', 'fast answers', 'price rising', 'gifting only', 'press', 'event']

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function nameOf(random: Random): string {
  const word = () => Array.from({ length: 2 + random.below(2) }, () => random.pick(syllables)).join('')
  return `${capital(word())} ${capital(word())}`
}

const idOf = (kind: number, at: number) => `01900000-000${kind}-7000-8000-${at.toString(16).padStart(12, '0')}`

const creatorColumns = ['id', 'name', 'country', 'bio', 'niches', 'tags', 'stage', 'created_at', 'updated_at']
const accountColumns = ['id', 'creator_id', 'platform', 'handle', 'handle_key', 'is_primary', 'created_at']
const snapshotColumns = ['id', 'account_id', 'taken_on', 'followers', 'avg_likes', 'avg_comments', 'source', 'created_at']
const accountsOfOne = 3
const monthsOfPrimary = 3
const creatorsAtOnce = 1000

type Row = (string | number | null)[]

/** Creators with three accounts each, of which the first has three monthly snapshots and the others one; their sizes spread as on real
 *  platforms, most of them small. */
function fillWithCreators(db: Connection, count: number, seed = 1): void {
  const random = seededRandom(seed)
  const addCreators = bulkInserter(db, 'creator', creatorColumns)
  const addAccounts = bulkInserter(db, 'account', accountColumns)
  const addSnapshots = bulkInserter(db, 'snapshot', snapshotColumns)
  db.transaction(() => {
    for (let from = 0; from < count; from += creatorsAtOnce) {
      const [creators, accounts, snapshots]: [Row[], Row[], Row[]] = [[], [], []]
      for (let at = from; at < Math.min(count, from + creatorsAtOnce); at++) addOne(random, at, { creators, accounts, snapshots })
      addCreators(creators)
      addAccounts(accounts)
      addSnapshots(snapshots)
    }
  })()
  db.transaction(() => {
    const roster = rosterFiller(db)
    let some: RosterSource[] = []
    for (const source of rosterSources(db)) {
      if (some.push(source) < creatorsAtOnce) continue
      roster.add(some)
      some = []
    }
    roster.add(some)
    roster.flush()
  })()
  db.exec('PRAGMA optimize')
}

function addOne(random: Random, at: number, to: { creators: Row[]; accounts: Row[]; snapshots: Row[] }): void {
  const name = nameOf(random)
  const made = new Date(Date.UTC(2026, 0, 1) + random.below(300) * 86_400_000).toISOString()
  to.creators.push([
    idOf(1, at),
    name,
    random.pickSkewed(countries),
    `${random.pick(niches)} and ${random.pick(niches)} from ${nameOf(random)}`,
    JSON.stringify([...new Set([random.pickSkewed(niches), random.pick(niches)])]),
    JSON.stringify(random.next() < 0.3 ? [random.pick(tags)] : []),
    random.pickSkewed(stages),
    made,
    made,
  ])
  const first = random.pickSkewed(platforms)
  for (const [place, platform] of [first, ...platforms.filter((other) => other !== first)].slice(0, accountsOfOne).entries()) {
    const handle = `${name.toLowerCase().replace(' ', '.')}${at}`
    const account = at * accountsOfOne + place
    to.accounts.push([idOf(2, account), idOf(1, at), platform, handle, handle, place === 0 ? 1 : 0, made])
    const followers = Math.round(Math.exp(5 + random.next() * random.next() * 11))
    const isKnown = random.next() < 0.97
    for (let month = place === 0 ? 0 : monthsOfPrimary - 1; month < monthsOfPrimary; month++) {
      const then = isKnown ? Math.round(followers * (1 - 0.04 * (2 - month))) : null
      const likes = then === null ? null : Math.round(then * (0.005 + 0.12 * random.next() * random.next()))
      const comments = likes === null ? null : Math.round(likes / 20)
      to.snapshots.push([idOf(3 + month, account), idOf(2, account), `2026-0${month + 7}-28`, then, likes, comments, 'bench', made])
    }
  }
}

/** A workspace database of this size, made once in `file`. */
export function rosterDatabase(file: string, count: number): Connection {
  const db = openConnection(file, { synchronous: 'NORMAL' })
  migrate(db, () => undefined)
  fillWithCreators(db, count)
  db.pragma('wal_checkpoint(TRUNCATE)')
  return db
}
