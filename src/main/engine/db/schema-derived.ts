import type { Generated } from 'kysely'
import type { LabelKind } from './roster-reader.ts'

/** Derived from creator, account and snapshot: one line of the roster. `search_id` is the row of the full-text index. */
export interface RosterRowTable {
  search_id: Generated<number>
  creator_id: string
  name_key: string
  account_id: string | null
  platform: string | null
  handle: string | null
  followers: number | null
  engagement_bp: number | null
  engagement_basis: 'computed' | 'stated' | null
  country: string | null
  stage: string
  is_archived: number
  updated_at: string
}
export interface RosterLabelTable {
  kind: LabelKind
  label: string
  search_id: number
}
export interface RosterSearchTable {
  rowid: number
  text: string
  roster_search: string
}
/** The newest audience of a creator's primary account, a row for each label; `share_bp` in basis points. */
export interface RosterAudienceTable {
  dimension: string
  label: string
  search_id: number
  share_bp: number
}
