import { jpeg, png } from '#tests/support/images.ts'
import { openAgency, type Agency } from './agency.ts'
import { seededRandom } from './random.ts'
import { syllables } from './roster-data.ts'

const languages = [['Ana', 'Mira'], ['Юлия'], ['سارة'], ['王思雨'], ['한지민']] as const
const snapshots = 26

/** So many weeks before the first of November. */
const day = (back: number) => new Date(Date.UTC(2026, 10, 1 - back * 7)).toISOString().slice(0, 10)

/** An agency whose creators have all that a media kit shows: portrait, bio, 2 accounts, 26 snapshots, an audience, 4 posts with pictures,
 *  3 prices, 3 brands. */
export async function makeKitRoster(folder: string, creators: number): Promise<void> {
  const engine = await openAgency(folder, true)
  const call: Agency['call'] = engine.client('bench')
  const { files, workspace, ports } = engine.contextFor('bench')
  await call.workspace.updateSettings({
    changes: { agency: { name: 'Harbour Lane', signerName: 'Mira Sommer', email: 'mira@harbourlane.example' } },
  })
  const random = seededRandom(11)
  const word = () => random.pick(syllables) + random.pick(syllables)
  const sentence = (words: number) => Array.from({ length: words }, word).join(' ')
  const now = ports.clock.now()
  await workspace.writer.transact({ procedure: 'bench.kits', actor: 'bench' }, async (db) => {
    const pictures = [await files.put(db, jpeg(), 'image/jpeg', now), await files.put(db, png(640, 480), 'image/png', now)]
    for (let at = 0; at < creators; at++) {
      const id = ports.newId()
      const name = `${random.pick(random.pick(languages))} ${word()} ${at}`
      const unknown = { notes: null, address: null, phone: null, import_batch_id: null, archived_at: null }
      await db
        .insertInto('creator')
        .values({
          id,
          name,
          country: 'PT',
          city: 'Lisboa',
          language: 'pt',
          email: `c${at}@mail.example`,
          bio: sentence(60),
          niches: '["Food"]',
          tags: '[]',
          stage: 'active',
          do_not_contact: 0,
          created_at: now,
          updated_at: now,
          ...unknown,
        })
        .execute()
      const profile = { languages: '["en"]', formats: '["carousel"]', owner: null, updated_at: now }
      await db
        .insertInto('creator_profile')
        .values({ id, portrait_file_id: pictures[at % 2] ?? null, ...profile })
        .execute()
      for (const [order, platform] of ['instagram', 'tiktok'].entries()) {
        const accountId = ports.newId()
        const handle = `creator${at}`
        await db
          .insertInto('account')
          .values({
            id: accountId,
            creator_id: id,
            platform,
            handle,
            handle_key: handle,
            url: null,
            is_primary: order === 0 ? 1 : 0,
            created_at: now,
          })
          .execute()
        const figures = { following: 300, posts: 120, avg_shares: null, avg_saves: null, avg_views: 900, stated_engagement_bp: null }
        const rows = Array.from({ length: snapshots }, (_, back) => ({
          id: ports.newId(),
          account_id: accountId,
          taken_on: day(back),
          followers: 20_000 + at * 7 - back * 40,
          avg_likes: 400 + back,
          avg_comments: 20,
          source: 'bench',
          import_batch_id: null,
          created_at: now,
          ...figures,
        }))
        await db.insertInto('snapshot').values(rows).execute()
        if (order > 0) continue
        const shares = {
          country: { PT: 4000 + (at % 100), BR: 2000, DE: 900 },
          age: { '18-24': 3000, '25-34': 4000, '35-44': 2000 },
          gender: { female: 7000, male: 3000 },
          city: { Lisboa: 1900, Porto: 900 },
        }
        await db
          .insertInto('audience')
          .values({
            id: ports.newId(),
            account_id: accountId,
            taken_on: day(0),
            shares: JSON.stringify(shares),
            source: 'bench',
            created_at: now,
          })
          .execute()
        const post = {
          creator_id: id,
          account_id: accountId,
          format: 'reel',
          is_sponsored: 0,
          brand: null,
          shares: null,
          saves: null,
          views: null,
          source: 'bench',
          created_at: now,
        }
        const posts = [0, 1, 2, 3].map((nth) => ({
          id: ports.newId(),
          url: `https://www.instagram.com/p/${at}-${nth}/`,
          file_id: pictures[nth % 2] ?? null,
          caption: sentence(9),
          posted_on: day(nth),
          likes: 900 - nth,
          comments: 12,
          ...post,
        }))
        await db.insertInto('content_sample').values(posts).execute()
      }
      for (const [format, amount] of [
        ['reel', 45_000],
        ['story', 12_000],
        ['carousel', 30_000],
      ] as const)
        await db
          .insertInto('rate')
          .values({
            id: ports.newId(),
            creator_id: id,
            platform: 'instagram',
            format,
            amount_minor: amount,
            currency: 'EUR',
            created_at: now,
          })
          .execute()
      const brands = [0, 1, 2].map((nth) => ({
        id: ports.newId(),
        creator_id: id,
        brand: `${word()} ${nth}`,
        kind: 'worked with',
        started_on: `202${nth}-03-01`,
        ended_on: null,
        url: null,
        notes: null,
        created_at: now,
      }))
      await db.insertInto('brand_history').values(brands).execute()
    }
  })
  await engine.close()
}
