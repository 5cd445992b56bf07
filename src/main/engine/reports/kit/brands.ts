import { foldText } from '#src/shared/domain/fold.ts'
import type { ReadDb } from '../../db/handles.ts'
import { safeLink } from '../../documents/html/text.ts'
import type { KitBrand } from '../../documents/mediaKit/types.ts'
import { formatLabel } from './names.ts'

/** What a person noted as work for a brand; what they like, own or compete with is no reference. */
const workedWith = 'worked with'

/** The brands a creator has worked with: those noted, and the clients of collaborations that are done with something published. Only what
 *  the public has seen: brand, month, formats; no campaign, no price, no brief, no figures of a client's. */
export async function brandsOf(db: ReadDb, creatorId: string): Promise<KitBrand[]> {
  const [ours, noted] = [await publishedFor(db, creatorId), await notedBrands(db, creatorId)]
  const byName = new Map<string, Dated>()
  for (const dated of [...ours, ...noted]) {
    const name = foldText(dated.brand.brand)
    if (!byName.has(name)) byName.set(name, dated)
  }
  return [...byName.values()].toSorted((a, b) => b.sortedBy.localeCompare(a.sortedBy)).map(({ brand }) => brand)
}

interface Dated {
  brand: KitBrand
  sortedBy: string
}

async function notedBrands(db: ReadDb, creatorId: string): Promise<Dated[]> {
  const rows = await db.selectFrom('brand_history').selectAll().where('creator_id', '=', creatorId).orderBy('id').execute()
  return rows
    .filter(({ kind }) => kind === workedWith)
    .map(({ brand, started_on, ended_on, url }) => {
      const years = [...new Set([started_on, ended_on].flatMap((day) => (day ? [day.slice(0, 4)] : [])))]
      const when = years.join('–') || null
      return { brand: { brand, when, what: null, url: safeLink(url) }, sortedBy: ended_on ?? started_on ?? '' }
    })
}

async function publishedFor(db: ReadDb, creatorId: string): Promise<Dated[]> {
  const rows = await db
    .selectFrom('deliverable as d')
    .innerJoin('collaboration as l', 'l.id', 'd.collaboration_id')
    .innerJoin('campaign as c', 'c.id', 'l.campaign_id')
    .innerJoin('client as k', 'k.id', 'c.client_id')
    .select(['k.name as brand', 'd.platform', 'd.format', 'd.posted_at as postedAt'])
    .where('l.creator_id', '=', creatorId)
    .where('l.stage', '=', 'done')
    .where('d.status', '=', 'posted')
    .orderBy('d.id')
    .execute()
  return [...Map.groupBy(rows, ({ brand }) => brand)].map(([brand, posts]) => {
    const last = posts
      .flatMap(({ postedAt }) => postedAt ?? [])
      .toSorted()
      .at(-1)
    const formats = [...Map.groupBy(posts, ({ format, platform }) => formatLabel(format, platform))]
    const what = formats.map(([format, { length }]) => `${length} × ${format}`).join(', ')
    return { brand: { brand, when: last ? monthOf(last) : null, what, url: null }, sortedBy: last ?? '' }
  })
}

const month = new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' })

function monthOf(instant: string): string {
  return month.format(new Date(instant))
}
