import type { Column } from './guess-plan.ts'

/** How often per follower a figure for one post can be at most, in the middle of a list; above it the column counts all posts together. */
const mostPerFollower: Readonly<Record<string, number>> = { avgLikes: 1.5, avgComments: 0.5, avgShares: 0.5, avgSaves: 0.5, avgViews: 25 }

/** Settles what the figures of a list are where its headers leave it open or mislead. Changes the fields of the columns given. */
export function settleFigures(columns: readonly Column[]): void {
  for (const column of columns) settleEngagement(column)
  setAsideTotals(columns)
  correctShiftedHeaders(columns)
  orderRepeats(columns)
}

/** Engagement is a rate (4.2 %) or a count of interactions (48.5K); the figures tell. */
function settleEngagement(column: Column): void {
  if (column.field !== 'engagementRate' && column.field !== 'interactions') return
  const { facts } = column
  const isCount = facts.percents < 0.1 && (facts.abbreviated > 0.3 || (facts.median ?? 0) > 100)
  column.field = isCount ? 'interactions' : 'engagementRate'
}

function setAsideTotals(columns: readonly Column[]): void {
  for (const column of columns) {
    const most = mostPerFollower[column.field]
    const followers = columns.find(({ field, platform }) => field === 'followers' && platform === column.platform)
    if (most === undefined || column.isAverage || !followers) continue
    const ratio = middle(pairs(column, followers).map(([figure, count]) => figure / count))
    if (ratio !== null && ratio > most) setAside(column, 'These are sums over all posts rather than averages, so they were left out.')
  }
}

/**
 * More comments than likes on most rows is not how people behave but how headers slip: the larger figure is then the interactions per post
 * that such lists give, the smaller one something we do not know.
 */
function correctShiftedHeaders(columns: readonly Column[]): void {
  const likes = columns.filter(({ field }) => field === 'avgLikes')
  const comments = columns.filter(({ field }) => field === 'avgComments')
  if (!likes[0] || !comments[0]) return
  const known = pairs(comments[0], likes[0])
  if (known.length < 5 || known.filter(([comment, like]) => comment > like).length < known.length * 0.6) return
  const hasEngagement = columns.some(({ field }) => field === 'engagementRate' || field === 'interactions')
  const slipped = 'There are more comments than likes on most rows, so the headers seem to have slipped.'
  for (const column of likes) setAside(column, `${slipped} This column was left out.`)
  for (const column of comments) {
    if (hasEngagement) setAside(column, `${slipped} This column was left out.`)
    else [column.field, column.doubt] = ['interactions', `${slipped} This column was read as interactions per post.`]
  }
}

function setAside(column: Column, why: string): void {
  column.field = 'ignore'
  column.doubt = why
}

/**
 * The same figure twice (`48.5M` and `48500000`): the exact one is read first, the other fills its gaps. Figures that differ are not the
 * same.
 */
function orderRepeats(columns: readonly Column[]): void {
  const repeats = Map.groupBy(
    columns.filter(({ field }) => isFigure(field)),
    ({ field, platform }) => `${field}@${platform ?? ''}`,
  )
  for (const repeated of repeats.values()) {
    const [first, ...others] = repeated.toSorted((a, b) => Number(b.isAverage) - Number(a.isAverage))
    if (!first) continue
    for (const other of others) {
      const difference = middle(pairs(first, other).map(([a, b]) => Math.abs(a - b) / b))
      if (difference !== null && difference > 0.06)
        setAside(other, `It differs from “${first.header}” in column ${first.index + 1}, which was taken instead.`)
    }
  }
}

const figures = new Set(['followers', 'following', 'posts', 'engagementRate', 'interactions', ...Object.keys(mostPerFollower)])

export function isFigure(field: string): boolean {
  return figures.has(field)
}

/** Rows on which both columns have a number, and the second is above 0. */
function pairs(a: Column, b: Column): [number, number][] {
  return a.facts.values.flatMap((left, row): [number, number][] => {
    const right = b.facts.values[row]
    return left !== null && right !== null && right !== undefined && right > 0 ? [[left, right]] : []
  })
}

function middle(values: number[]): number | null {
  values.sort((a, b) => a - b)
  return values[values.length >> 1] ?? null
}
