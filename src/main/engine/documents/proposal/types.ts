import type { Branding } from '../contract/types.ts'
import type { MediaKit } from '../mediaKit/types.ts'
import type { PageSize } from '../page/theme.ts'

/** How many creators share a page. */
export type PerPage = 1 | 2

/** Followers of so many creators of one tier or platform. */
export interface ReachLine {
  label: string
  creators: number
  /** Of those that are known; null where none is. */
  followers: number | null
  /** Creators whose followers are not known. */
  unknown: number
}

/** One creator as the client is to see them. */
export interface ProposedCreator {
  kit: MediaKit
  /** Why they fit, in the agency's words. */
  why: string | null
  /** As it is to read, with its format: "EUR 450.00, Reel on Instagram"; null: none on file. */
  price: { amount: string; what: string } | null
}

/** All that stands in a proposal for a client. Plain data: the same data gives the same bytes. */
export interface Proposal {
  /** BCP 47. */
  language: string
  pageSize: PageSize
  perPage: PerPage
  createdAt: Date
  branding: Branding
  /** Such as "Spring breakfast: creators". */
  title: string
  client: string | null
  /** Opening words. */
  intro: string | null
  creators: ProposedCreator[]
  reach: { tiers: ReachLine[]; platforms: ReachLine[]; total: ReachLine }
  /** Sums by currency as they are to read; null where prices are not shown. */
  prices: { totals: string[]; without: number } | null
  contact: string[]
}
