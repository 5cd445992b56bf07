import type { Branding } from '../contract/types.ts'
import type { PageSize } from '../page/theme.ts'

/** One social account as the media kit shows it. */
export interface KitAccount {
  platform: string
  /** With its sign, such as "@ana.cooks". */
  handle: string
  /** Null: not known. */
  followers: number | null
  /** Such as "Micro"; null where the account is in no tier. */
  tier: string | null
  /** As it is to read, such as "4.2 %"; null: not known. */
  engagementRate: string | null
}

/** A point of follower history. */
export interface KitPoint {
  /** YYYY-MM-DD */
  on: string
  followers: number
}

export interface KitRate {
  format: string
  platform: string
  /** As it is to read, such as "450.00 EUR"; null: on request. */
  price: string | null
  note?: string | null
}

export interface KitCampaign {
  brand: string
  campaign: string
  when: string
  result?: string | null
}

/** All that stands in a creator's media kit. Plain data: the same data gives the same bytes. */
export interface MediaKit {
  /** BCP 47. */
  language: string
  pageSize: PageSize
  /** The only date in the file, and the one it shows. */
  createdAt: Date
  branding: Branding
  name: string
  /** Such as "Food and slow living · Lisbon, Portugal". */
  headline: string | null
  bio: string | null
  /** PNG or JPEG; initials stand in its place. */
  portrait: Uint8Array | null
  accounts: KitAccount[]
  /** How the engagement rates were worked out, in a sentence: which interactions, per what, over which posts. */
  engagementBasis: string | null
  /** Follower history of one account; null or fewer than two points: no chart. */
  growth: { platform: string; points: KitPoint[] } | null
  rates: KitRate[]
  campaigns: KitCampaign[]
  /** Name, e-mail, telephone of whom to ask at the agency, a line each; the first four are shown. */
  contact: string[]
}

export interface RenderedMediaKit {
  bytes: Uint8Array
  pages: number
}
