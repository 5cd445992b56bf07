import { INTERACTION_KINDS, sumInteractions } from '#src/shared/domain/engagement.ts'
import type { ReadDb } from '../../db/handles.ts'
import type { ContentSampleTable } from '../../db/schema-creators.ts'
import { safeLink } from '../../documents/html/text.ts'
import { wholeNumber } from '../../documents/mediaKit/labels.ts'
import type { KitPost, MediaKit } from '../../documents/mediaKit/types.ts'
import { formatLabel, platformLabel } from './names.ts'
import type { PictureReader } from './pictures.ts'

interface Wanted {
  creatorId: string
  name: string
  most: number
  language: string
  platformOf: (accountId: string | null) => string | null
}

/** The best posts on file: by interactions (likes, comments, shares and saves, as far as they are known; facts.md §5), else by views, else
 *  the newest. Posts without the figure come last. */
export async function postsOf(db: ReadDb, wanted: Wanted, pictures: PictureReader): Promise<MediaKit['posts']> {
  const rows = await db.selectFrom('content_sample').selectAll().where('creator_id', '=', wanted.creatorId).orderBy('id').execute()
  const measure = measureFor(rows)
  const best = rows
    .map((row) => ({ row, value: measure?.of(row) ?? null }))
    .toSorted((a, b) => (b.value ?? -1) - (a.value ?? -1) || (b.row.posted_on ?? '').localeCompare(a.row.posted_on ?? ''))
    .slice(0, wanted.most)
  const list: KitPost[] = []
  for (const { row, value } of best) list.push(await postOf(row, value, measure?.name ?? null, wanted, pictures))
  return { measure: measure?.name ?? null, note: measure?.note ?? null, list }
}

interface Measure {
  name: string
  note: string | null
  of: (row: ContentSampleTable) => number | null
}

function measureFor(rows: readonly ContentSampleTable[]): Measure | null {
  const interactions: Measure = {
    name: 'interactions',
    note: 'Interactions are likes, comments, shares and saves, as far as they are known.',
    of: (row) => sumInteractions(row)?.total ?? null,
  }
  const views: Measure = { name: 'views', note: null, of: ({ views }) => views }
  return [interactions, views].find(({ of }) => rows.some((row) => of(row) !== null)) ?? null
}

async function postOf(
  row: ContentSampleTable,
  value: number | null,
  measure: string | null,
  { name, language, platformOf }: Wanted,
  pictures: PictureReader,
): Promise<KitPost> {
  const platform = platformOf(row.account_id)
  const kinds = measure === 'views' ? INTERACTION_KINDS : ([...INTERACTION_KINDS, 'views'] as const)
  return {
    platform: platform && platformLabel(platform),
    format: row.format && formatLabel(row.format, platform),
    on: row.posted_on,
    caption: row.caption,
    url: safeLink(row.url),
    picture: await pictures(row.file_id, `The picture of a post of ${name}`),
    figure: value === null || measure === null ? null : `${wholeNumber(value, language)} ${measure}`,
    figures: kinds.flatMap((kind) => (row[kind] === null ? [] : [`${wholeNumber(row[kind], language)} ${kind}`])),
    isSponsored: row.is_sponsored === 1,
  }
}
