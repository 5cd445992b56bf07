import type { Connection } from '#src/main/engine/db/connection.ts'
import { seededRandom, type Random } from './random.ts'
import { countries, rosterDatabase } from './roster-data.ts'

const ages = ['13-17', '18-24', '25-34', '35-44', '45-54'] as const

/** Audiences by country and age for a third of the roster, prices for a third, as an agency has them on file. */
function fillAudiences(db: Connection, random: Random): void {
  const lines = db.prepare('SELECT search_id, creator_id, country FROM roster_row').all() as Line[]
  const share = db.prepare('INSERT OR REPLACE INTO roster_audience (dimension, label, search_id, share_bp) VALUES (?, ?, ?, ?)')
  const rate = db.prepare("INSERT INTO rate (id, creator_id, format, amount_minor, currency, created_at) VALUES (?, ?, ?, ?, 'EUR', '')")
  db.transaction(() => {
    for (const { search_id: line, creator_id: creator, country } of lines) {
      if (random.next() < 0.33) {
        share.run('country', country, line, 3000 + random.below(4000))
        for (const other of new Set([random.pick(countries), random.pick(countries)])) {
          if (other !== country) share.run('country', other, line, random.below(1500))
        }
        for (const age of ages) share.run('age', age, line, random.below(4000))
      }
      if (random.next() < 0.33) rate.run(`rate-${creator}`, creator, random.pick(['reel', 'story', 'video']), 5000 + random.below(80_000))
    }
  })()
}

interface Line {
  search_id: number
  creator_id: string
  country: string
}

// A process of its own, so that what making a roster takes is not counted as the match's.
const made = rosterDatabase(process.argv[2] ?? '', Number(process.argv[3]))
fillAudiences(made, seededRandom(29))
made.close()
