/** The columns of a creator list that Troupe writes, in order, with the import field each is read back as; null is for people only. */
export const ownColumns = [
  ['Troupe ID', 'creatorId'],
  ['Name', 'name'],
  ['Platform', 'platform'],
  ['Handle', 'handle'],
  ['Profile URL', 'url'],
  ['Followers', 'followers'],
  ['Tier', null],
  ['Engagement rate', null],
  ['Following', 'following'],
  ['Posts', 'posts'],
  ['Average likes', 'avgLikes'],
  ['Average comments', 'avgComments'],
  ['Average shares', 'avgShares'],
  ['Average saves', 'avgSaves'],
  ['Average views', 'avgViews'],
  ['Stated engagement rate', 'engagementRate'],
  ['Figures taken on', 'takenOn'],
  ['Niches', 'niche'],
  ['Country', 'country'],
  ['City', 'city'],
  ['Language', 'language'],
  ['E-mail', 'email'],
  ['Phone', 'phone'],
  ['Postal address', 'address'],
  ['Bio', 'bio'],
  ['Notes', 'notes'],
  ['Tags', 'tag'],
  ['Relationship stage', 'stage'],
  ['Do not contact', 'doNotContact'],
  ['Rates by format', 'rateList'],
] as const satisfies readonly (readonly [header: string, field: string | null])[]

export type OwnHeader = (typeof ownColumns)[number][0]

const fieldOfHeader = new Map<string, string>(ownColumns.map(([header, field]) => [header, field ?? 'ignore']))

/** Whether a header row is one that Troupe wrote; columns may have been added, moved or taken out, but not renamed. */
export function isOwnHeader(headers: readonly string[]): boolean {
  return headers.includes('Troupe ID') && headers.filter((header) => fieldOfHeader.has(header)).length >= 3
}

/** The field of one of our own columns; null for a column that somebody added. */
export function ownField(header: string): string | null {
  return fieldOfHeader.get(header) ?? null
}
