import { engagementOfSnapshot } from '../snapshot-engagement.ts'

/** An account's figures on one day, averages a post; null is not known. */
export interface Figures {
  readonly id: string
  readonly takenOn: string
  /** Days since 1970, so that the time between two is a subtraction. */
  readonly day: number
  readonly followers: number | null
  readonly following: number | null
  readonly posts: number | null
  readonly avgLikes: number | null
  readonly avgComments: number | null
  readonly avgShares: number | null
  readonly avgSaves: number | null
  readonly statedEngagementBp: number | null
}

/** A row on file whose figures cannot be so. */
export interface Finding {
  readonly rowId: string
  readonly on: string
  readonly problem: string
}

const counts = {
  followers: 'followers',
  following: 'following',
  posts: 'posts',
  avgLikes: 'likes a post',
  avgComments: 'comments a post',
  avgShares: 'shares a post',
  avgSaves: 'saves a post',
} as const
type CountField = keyof typeof counts
const countFields = Object.keys(counts) as CountField[]
const highestRateBp = 10_000

/** The figures that can be so, oldest first, one row a day (the newest), and a finding for each that was left out: numbers below 0,
 *  engagement above 100 % of the followers, days to come. `rows` are in the order of days. */
export function soundFigures(rows: readonly Figures[], today: string): { figures: Figures[]; findings: Finding[] } {
  const findings: Finding[] = []
  const figures: Figures[] = []
  for (const row of rows) {
    if (row.takenOn > today) {
      findings.push({
        rowId: row.id,
        on: row.takenOn,
        problem: `These figures are dated ${row.takenOn}, a day to come; they are left out.`,
      })
      continue
    }
    const sound = withoutTooMuch(withoutNegative(row, findings), findings)
    if (figures.at(-1)?.takenOn === row.takenOn) figures.pop()
    figures.push(sound)
  }
  return { figures, findings }
}

function withoutNegative(row: Figures, findings: Finding[]): Figures {
  const wrong = countFields.filter((field) => (row[field] ?? 0) < 0)
  if (wrong.length === 0) return row
  for (const field of wrong)
    findings.push({ rowId: row.id, on: row.takenOn, problem: `${row[field]} ${counts[field]} cannot be; the figure is left out.` })
  return { ...row, ...Object.fromEntries(wrong.map((field) => [field, null])) }
}

function withoutTooMuch(row: Figures, findings: Finding[]): Figures {
  const engagement = engagementOfSnapshot(row)
  if (engagement === null || engagement.rateBp <= highestRateBp) return row
  const problem = `An engagement of ${percentText(engagement.rateBp)} of the followers cannot be usual; the interactions are left out.`
  findings.push({ rowId: row.id, on: row.takenOn, problem })
  return { ...row, avgLikes: null, avgComments: null, avgShares: null, avgSaves: null, statedEngagementBp: null }
}

/** Basis points as words for a sentence: 4.2%, half-up to one decimal; of less than one percent two. */
export function percentText(basisPoints: number): string {
  const decimals = Math.abs(basisPoints) < 100 ? 2 : 1
  const percent = Math.round(basisPoints / 10 ** (2 - decimals)) / 10 ** decimals
  return `${percent}%`
}

/** A whole number as sentences write it: 12,300. */
export function countText(count: number): string {
  return String(Math.round(count)).replaceAll(/\B(?=(\d{3})+$)/g, ',')
}

/** How much of something there is: "there are 3". */
export function thereAre(count: number): string {
  return count === 1 ? 'there is 1' : `there are ${countText(count)}`
}
