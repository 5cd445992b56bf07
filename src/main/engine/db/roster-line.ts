import { engagementOfSnapshot } from '#src/shared/domain/snapshot-engagement.ts'
import { foldText } from '#src/shared/domain/fold.ts'
import type { LabelKind } from './roster-reader.ts'

/** What the roster takes from creator, primary account and its newest snapshot. */
export interface RosterSource {
  id: string
  name: string
  country: string | null
  city: string | null
  bio: string | null
  notes: string | null
  niches: string
  tags: string
  stage: string
  archived_at: string | null
  updated_at: string
  language: string | null
  do_not_contact: number
  /** Of the profile, where there is one. */
  languages: string | null
  formats: string | null
  owner: string | null
  /** The newest audience of the primary account. */
  audience: string | null
  account_id: string | null
  platform: string | null
  handle: string | null
  handles: string | null
  followers: number | null
  avg_likes: number | null
  avg_comments: number | null
  avg_shares: number | null
  avg_saves: number | null
  stated_engagement_bp: number | null
}

/** The columns of roster_row that `rosterLineOf` gives, in its order. */
export const rosterColumns = [
  'creator_id',
  'name_key',
  'account_id',
  'platform',
  'handle',
  'followers',
  'engagement_bp',
  'engagement_basis',
  'country',
  'stage',
  'is_archived',
  'updated_at',
] as const

type Label = [kind: LabelKind, label: string]

export interface RosterLine {
  values: (string | number | null)[]
  labels: Label[]
  audience: [dimension: string, label: string, shareBp: number][]
  searchText: string
}

/** Everything derived for one creator; the only place that says how. */
export function rosterLineOf(row: RosterSource): RosterLine {
  const engagement = engagementOfSnapshot({
    followers: row.followers,
    avgLikes: row.avg_likes,
    avgComments: row.avg_comments,
    avgShares: row.avg_shares,
    avgSaves: row.avg_saves,
    statedEngagementBp: row.stated_engagement_bp,
  })
  const niches = JSON.parse(row.niches) as string[]
  const tags = JSON.parse(row.tags) as string[]
  return {
    values: [
      row.id,
      foldText(row.name),
      row.account_id,
      row.platform,
      row.handle,
      row.followers,
      engagement?.rateBp ?? null,
      engagement?.basis ?? null,
      row.country,
      row.stage,
      row.archived_at ? 1 : 0,
      row.updated_at,
    ],
    labels: [...labelled('niche', niches), ...labelled('tag', tags), ...furtherLabels(row)],
    audience: row.audience === null ? [] : audienceLines(row.audience),
    searchText: foldText(
      [row.name, row.handles, row.city, row.country, niches.join(' '), tags.join(' '), row.bio, row.notes].filter(Boolean).join('\n'),
    ),
  }
}

function labelled(kind: Label[0], labels: readonly string[]): Label[] {
  return [...new Set(labels)].map((label) => [kind, label])
}

/** What is said of few creators: nothing is read or made for the others. */
function furtherLabels({ language, languages, formats, owner, do_not_contact: isLeftAlone }: RosterSource): Label[] {
  if (language === null && languages === null && formats === null && owner === null && isLeftAlone === 0) return []
  const all = [language?.trim() ?? '', ...readList(languages)].filter((word) => word !== '')
  const spoken = all.filter((word, at) => all.findIndex((other) => other.toLowerCase() === word.toLowerCase()) === at)
  return [
    ...labelled('language', spoken),
    ...labelled('format', readList(formats)),
    ...labelled('owner', owner ? [owner] : []),
    ...labelled('mark', isLeftAlone === 0 ? [] : [doNotContact]),
  ]
}

/** The label of those who must not be contacted. */
export const doNotContact = 'do not contact'

function readList(json: string | null): string[] {
  return json === null ? [] : (JSON.parse(json) as string[])
}

function audienceLines(json: string): RosterLine['audience'] {
  const shares = JSON.parse(json) as Record<string, Record<string, number>>
  return Object.entries(shares).flatMap(([dimension, labels]) =>
    Object.entries(labels).map(([label, share]): [string, string, number] => [dimension, label, share]),
  )
}

const selectSource = `
  SELECT c.id, c.name, c.country, c.city, c.bio, c.notes, c.niches, c.tags, c.stage, c.archived_at, c.updated_at, c.language, c.do_not_contact,
    p.languages, p.formats, p.owner,
    (SELECT shares FROM audience WHERE account_id = a.id ORDER BY taken_on DESC, id DESC LIMIT 1) AS audience,
    a.id AS account_id, a.platform, a.handle,
    (SELECT group_concat(handle, ' ') FROM (SELECT handle FROM account WHERE creator_id = c.id ORDER BY id)) AS handles,
    s.followers, s.avg_likes, s.avg_comments, s.avg_shares, s.avg_saves, s.stated_engagement_bp
  FROM creator c
  LEFT JOIN creator_profile p ON p.id = c.id
  LEFT JOIN account a ON a.id = (SELECT id FROM account WHERE creator_id = c.id ORDER BY is_primary DESC, id LIMIT 1)
  LEFT JOIN snapshot s ON s.id = (SELECT id FROM snapshot WHERE account_id = a.id ORDER BY taken_on DESC, id DESC LIMIT 1)`

export const selectSourceById = `${selectSource} WHERE c.id = ?`
/** After this id, in the order of ids, at most so many. */
export const selectSourceAfter = `${selectSource} WHERE c.id > ? ORDER BY c.id LIMIT ?`
