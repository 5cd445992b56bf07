import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { uuidv7 } from 'uuidv7'
import { accountReader } from '#src/main/engine/vetting/signals/account-reader.ts'
import { vetAccount } from '#src/main/engine/vetting/signals/vet-account.ts'
import { yardsticks } from '#src/main/engine/vetting/signals/yardsticks.ts'
import { credibilityOf } from '#src/main/engine/vetting/credibility.ts'
import { addDays } from '#src/shared/domain/dates.ts'
import type { Engine } from '#src/main/engine/engine.ts'
import { openAgency } from './agency.ts'
import { loadNow, printTable, verdict } from './harness.ts'
import { seededRandom } from './random.ts'

// Vetting signals of 1,000 creators with 26 snapshots each, in full: every signal with its evidence and its peers, from what lies in the
// database. Goal: at most 1 s, the distributions of the peers included.
const [creators, snapshots] = [1000, 26]
const folder = mkdtempSync(join(tmpdir(), 'troupe-bench-vetting-'))
process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
const today = new Date().toISOString().slice(0, 10)

async function fill(engine: Engine): Promise<string[]> {
  const random = seededRandom(11)
  const ids: string[] = []
  const { workspace } = engine.contextFor('bench')
  const at = `${today}T08:00:00.000Z`
  await workspace.writer.transact({ procedure: 'bench', actor: 'bench' }, async (db) => {
    for (let creator = 0; creator < creators; creator++) {
      const [id, accountId] = [uuidv7(), uuidv7()]
      ids.push(id)
      const known = { country: null, city: null, language: null, email: null, phone: null, address: null, bio: null, notes: null }
      const labels = { niches: '[]', tags: '[]', stage: 'new', do_not_contact: 0, import_batch_id: null, archived_at: null }
      await db
        .insertInto('creator')
        .values({ id, name: `Creator ${creator}`, ...known, ...labels, created_at: at, updated_at: at })
        .execute()
      const handle = `creator${creator}`
      const platform = random.pick(['instagram', 'tiktok', 'youtube'])
      await db
        .insertInto('account')
        .values({ id: accountId, creator_id: id, platform, handle, handle_key: handle, url: null, is_primary: 1, created_at: at })
        .execute()
      let followers = 1500 + random.below(60_000)
      let posts = 100 + random.below(300)
      const rows = Array.from({ length: snapshots }, (_, week) => {
        followers = Math.round(followers * (1 + random.next() * 0.01))
        posts += random.below(6)
        const likes = Math.round(followers * (0.03 + random.next() * 0.03))
        return {
          id: uuidv7(),
          account_id: accountId,
          taken_on: addDays(today, 7 * (week + 1 - snapshots)),
          followers,
          following: 300 + random.below(500),
          posts,
          avg_likes: likes,
          avg_comments: Math.round(likes / 25),
          avg_shares: null,
          avg_saves: null,
          avg_views: followers,
          stated_engagement_bp: null,
          source: 'bench',
          import_batch_id: null,
          created_at: at,
        }
      })
      await db.insertInto('snapshot').values(rows).execute()
    }
  })
  return ids
}

const engine = await openAgency(folder, true)
const ids = await fill(engine)
const asking = engine.contextFor('bench')

async function timed(work: () => Promise<number>): Promise<{ ms: number; found: number }> {
  const started = performance.now()
  const found = await work()
  return { ms: performance.now() - started, found }
}

const credibilities = async () => [...(await credibilityOf(asking, ids)).values()].filter(({ score }) => score !== null).length
const full = async () => {
  const [held, reader] = [await yardsticks(asking, null), accountReader(asking.workspace.reader)]
  let rows = 0
  for (const creatorId of ids) {
    const face = reader.primary(creatorId)
    for (const { evidence } of face ? vetAccount(reader, face, held, today).signals : []) rows += evidence().length
  }
  return rows
}
const first = await timed(full)
const again = await timed(full)
const scores = await timed(credibilities)
await engine.close()
printTable(
  `Vetting ${creators} creators with ${snapshots} snapshots each`,
  ['', 'ms', 'goal, ms', '', 'answers'],
  [
    ['all signals with their evidence, peers computed first', first.ms.toFixed(0), '≤ 1000', verdict(first.ms <= 1000), first.found],
    ['the same, peers known', again.ms.toFixed(0), '', '', again.found],
    ['credibilities alone, as match asks for them', scores.ms.toFixed(0), '', '', scores.found],
  ],
)
console.log(loadNow())
