import { openConnection, type Connection } from '#src/main/engine/db/connection.ts'
import { rebuildRoster } from '#src/main/engine/db/derived.ts'
import { migrate } from '#src/main/engine/db/migrate.ts'
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

/** Creators with one account and three monthly snapshots each; their sizes spread as on real platforms, most of them small. */
function fillWithCreators(db: Connection, count: number, seed = 1): void {
  const random = seededRandom(seed)
  const creator = db.prepare(`
    INSERT INTO creator (id, name, country, city, bio, niches, tags, stage, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
  const account = db.prepare(
    'INSERT INTO account (id, creator_id, platform, handle, handle_key, is_primary, created_at) VALUES (?, ?, ?, ?, ?, 1, ?)',
  )
  const snapshot = db.prepare(`
    INSERT INTO snapshot (id, account_id, taken_on, followers, avg_likes, avg_comments, source, created_at)
    VALUES (?, ?, ?, ?, ?, ?, 'bench', ?)`)
  db.transaction(() => {
    for (let at = 0; at < count; at++) {
      const name = nameOf(random)
      const handle = `${name.toLowerCase().replace(' ', '.')}${at}`
      const followers = Math.round(Math.exp(5 + random.next() * random.next() * 11))
      const made = new Date(Date.UTC(2026, 0, 1) + random.below(300) * 86_400_000).toISOString()
      creator.run(
        idOf(1, at),
        name,
        random.pickSkewed(countries),
        null,
        `${random.pick(niches)} and ${random.pick(niches)} from ${nameOf(random)}`,
        JSON.stringify([...new Set([random.pickSkewed(niches), random.pick(niches)])]),
        JSON.stringify(random.next() < 0.3 ? [random.pick(tags)] : []),
        random.pickSkewed(stages),
        made,
        made,
      )
      account.run(idOf(2, at), idOf(1, at), random.pickSkewed(platforms), handle, handle, made)
      const isKnown = random.next() < 0.97
      for (let month = 0; month < 3; month++) {
        const then = isKnown ? Math.round(followers * (1 - 0.04 * (2 - month))) : null
        const likes = then === null ? null : Math.round(then * (0.005 + 0.12 * random.next() * random.next()))
        snapshot.run(
          idOf(3 + month, at),
          idOf(2, at),
          `2026-0${month + 7}-28`,
          then,
          likes,
          likes === null ? null : Math.round(likes / 20),
          made,
        )
      }
    }
  })()
  db.transaction(() => rebuildRoster(db))()
  db.exec('PRAGMA optimize')
}

/** A workspace database of this size, made once in `file`. */
export function rosterDatabase(file: string, count: number): Connection {
  const db = openConnection(file, { synchronous: 'NORMAL' })
  migrate(db, () => undefined)
  fillWithCreators(db, count)
  db.pragma('wal_checkpoint(TRUNCATE)')
  return db
}
