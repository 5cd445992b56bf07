import type { Branding } from '../contract/types.ts'
import type { PageSize } from '../page/theme.ts'

/** `one-page` holds what is most telling, on one page whatever there is; `portfolio` holds all there is, over as many as it takes. */
export type KitLayout = 'one-page' | 'portfolio'

/** An engagement rate with its basis: by followers and by reach are never shown under one name (facts.md §5). */
export interface KitEngagement {
  basis: 'followers' | 'reach'
  /** As it is to read, such as "4.2%". */
  rate: string
  /** Which interactions, computed or stated, of what date: "average likes and comments per post, computed from figures of 3 Mar 2026". */
  how: string
}

/** One social account as the media kit shows it. */
export interface KitAccount {
  platform: string
  /** With its sign, such as "@ana.cooks". */
  handle: string
  /** http or https; null without one. */
  url: string | null
  /** Null: not known. */
  followers: number | null
  /** The day of the figures, YYYY-MM-DD. */
  on: string | null
  /** Such as "Micro"; null where the account is in no tier. */
  tier: string | null
  /** Empty: not known. */
  engagement: KitEngagement[]
}

/** A point of follower history. */
export interface KitPoint {
  /** YYYY-MM-DD */
  on: string
  followers: number
}

export interface KitShare {
  label: string
  /** Share of the audience, in basis points. */
  bp: number
}

/** Who follows one account, on one day. */
export interface KitAudience {
  platform: string
  handle: string
  /** YYYY-MM-DD */
  on: string
  parts: KitAudiencePart[]
}

/** A chart's worth of an audience. */
export interface KitAudiencePart {
  /** Such as "Country". */
  title: string
  /** Largest first, unless they have an order of their own. */
  shares: KitShare[]
  /** Whether they have, as ages do; then none is left out. */
  isInOrder: boolean
}

export interface KitRate {
  format: string
  platform: string
  /** As it is to read, such as "EUR 450.00". */
  price: string
}

/** A brand they worked with: its name, when, and what was published. Never what was paid, briefed or agreed. */
export interface KitBrand {
  brand: string
  when: string | null
  what: string | null
  url: string | null
}

export interface KitPost {
  platform: string | null
  format: string | null
  /** YYYY-MM-DD */
  on: string | null
  caption: string | null
  url: string | null
  /** PNG or JPEG. */
  picture: Uint8Array | null
  /** What the posts are ordered by, such as "12,400 interactions"; null: not known. */
  figure: string | null
  /** The single figures that are known, such as "9,100 likes". */
  figures: string[]
  isSponsored: boolean
}

/** All that stands in a creator's media kit. Plain data: the same data gives the same bytes. */
export interface MediaKit {
  /** BCP 47. */
  language: string
  layout: KitLayout
  pageSize: PageSize
  /** The only date in the file, and the one it shows. */
  createdAt: Date
  branding: Branding
  name: string
  /** Such as "Food and slow living · Lisbon, Portugal". */
  headline: string | null
  bio: string | null
  /** Names of the languages they publish in. */
  languages: string[]
  /** PNG or JPEG; initials stand in its place. */
  portrait: Uint8Array | null
  /** The primary account first. */
  accounts: KitAccount[]
  /** Follower history of one account; null or fewer than two points: no chart. */
  growth: { platform: string; points: KitPoint[] } | null
  /** The primary account's first. */
  audiences: KitAudience[]
  rates: KitRate[]
  brands: KitBrand[]
  /** Best first; `measure` says by what ("interactions"), `note` what that counts. Null where no figure is known and the newest come
   *  first. */
  posts: { measure: string | null; note: string | null; list: KitPost[] }
  /** Name, e-mail, telephone of whom to ask, a line each; empty for none. */
  contact: string[]
}

export interface RenderedMediaKit {
  bytes: Uint8Array
  pages: number
}
