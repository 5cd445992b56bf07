import type { NumberStyle } from '#src/shared/domain/decimal-text.ts'
import type { DateOrder } from '#src/shared/domain/list-dates.ts'
import type { RateUnit } from '#src/shared/domain/numbers.ts'

/** One account as a row of a list states it; null is not known. */
export interface AccountDraft {
  platform: string
  handle: string
  handleKey: string
  url: string | null
  followers: number | null
  following: number | null
  posts: number | null
  avgLikes: number | null
  avgComments: number | null
  avgShares: number | null
  avgSaves: number | null
  avgViews: number | null
  /** As the source states it or as its average interactions ÷ followers give it, in basis points. */
  statedEngagementBp: number | null
  /** `YYYY-MM-DD`, where the list says when its figures were taken. */
  takenOn: string | null
}

export interface RateDraft {
  platform: string | null
  format: string
  amountMinor: number
  currency: string
}

/** What one row says of one creator. */
export interface CreatorDraft {
  line: number
  /** Of a list that Troupe itself has written. */
  id: string | null
  name: string
  /** The row has no name of its own; a name already known is better. */
  isNameFromHandle: boolean
  accounts: AccountDraft[]
  niches: string[]
  tags: string[]
  country: string | null
  city: string | null
  language: string | null
  email: string | null
  phone: string | null
  address: string | null
  bio: string | null
  notes: string | null
  stage: string | null
  doNotContact: boolean | null
  rates: RateDraft[]
}

/** A cell that could not be taken over. */
export interface CellProblem {
  line: number
  column: string | null
  value: string | null
  problem: string
}

/** What one column of a list holds, and how it writes it. */
export interface ColumnPlan {
  index: number
  header: string
  /** A field id of resources/imports/headers.json. */
  field: string
  /** The platform that the column's figures are about; null where the row or the file says it. */
  platform: string | null
  /** Of a price: the format it is for. */
  format: string | null
  currency: string | null
  /** What the header multiplies the figures by, as a power of ten (“Followers (millions)” is 6). */
  power: number
  style: NumberStyle | undefined
  unit: RateUnit | undefined
  dateOrder: DateOrder | undefined
  /** A sign of the header that does not tell the currency by itself (`kr`). */
  sign: string | null
  /** Of a place: whether the CA of `San Jose, CA` is California rather than Canada; null where nothing tells. */
  hasStates: boolean | null
}

/** How many cells the rows of a text file should have, by which rows are told that have slipped. */
export interface RowShape {
  /** Cells of the header, and of most rows: columns may have no header. */
  header: number
  usual: number
  delimiter: string
}

/** How a list is read: its columns, and what holds for every row. */
export interface ListPlan {
  columns: ColumnPlan[]
  /** The platform of rows and columns that do not say it; null where nothing says it. */
  platform: string | null
  /** Where a price has no currency of its own. */
  currency: string | null
  /** Platforms of the workspace's own, as they are written there. */
  ownPlatforms: readonly string[]
  /** Null for workbooks, whose cells cannot slip, and for files without a header. */
  shape: RowShape | null
  /** What a person should know of whole columns. */
  notices: readonly CellProblem[]
  /** Written by Troupe itself: texts are taken as they stand. */
  isOwnExport: boolean
}
