import { z } from 'zod'
import { AudienceDimension } from './audiences.ts'
import {
  Changed,
  Count,
  FileGrant,
  Id,
  Ids,
  Instant,
  LongText,
  Money,
  Name,
  PlainDate,
  ShortText,
  mutation,
  pageOf,
  query,
  task,
  readingTask,
} from './base.ts'

export const Tier = z.enum(['below nano', 'nano', 'micro', 'mid', 'macro', 'mega'])
export const RelationshipStage = z.enum(['new', 'contacted', 'trial', 'active', 'ambassador', 'paused', 'ended'])
export const RosterSort = z.enum(['followers', 'engagement', 'name', 'updated'])

export const CreatorFilter = z.object({
  search: z.string().max(200).optional(),
  tiers: z.array(Tier).optional(),
  platforms: z.array(z.string()).optional(),
  niches: z.array(z.string()).optional(),
  countries: z.array(z.string()).optional(),
  tags: z.array(z.string()).optional(),
  stages: z.array(RelationshipStage).optional(),
  minFollowers: z.int().min(0).optional(),
  maxFollowers: z.int().min(0).optional(),
  /** Basis points of followers: 500 is 5 %. */
  minEngagementBp: z.int().min(0).optional(),
  maxEngagementBp: z.int().min(0).optional(),
  languages: z.array(z.string()).optional(),
  /** What they make: reel, story, video. */
  formats: z.array(z.string()).optional(),
  /** Who at the agency looks after them. */
  owners: z.array(z.string()).optional(),
  /** Each has to hold for the newest audience of the primary account: these labels together make up at least so many basis points. An
   *  unknown audience holds nothing. */
  audience: z
    .array(
      z.object({
        dimension: AudienceDimension,
        labels: z.array(z.string().min(1).max(200)).min(1).max(50),
        atLeastBp: z.int().min(1).max(10_000),
      }),
    )
    .max(10)
    .optional(),
  /** Not worked with in so many days, or never. Worked with: a post of theirs went out, all signed a contract, a campaign they worked in
   *  was completed, or work that was agreed is under way. */
  notWorkedWithDays: z.int().min(1).max(36_500).optional(),
  doNotContact: z.boolean().optional(),
  /** Whether a vetting review came to a decision. */
  vetted: z.boolean().optional(),
  archived: z.boolean().default(false),
})

export const RosterQuery = CreatorFilter.extend({
  sort: RosterSort.default('followers'),
  direction: z.enum(['ascending', 'descending']).optional(),
  limit: z.int().min(1).max(1000).default(100),
  after: z.string().max(500).optional(),
  /** Skips this many rows, for a jump of the scrollbar to where no page before is known; `after` is quicker and wins. */
  offset: z.int().min(0).optional(),
})

export const CreatorRow = z.object({
  id: Id,
  name: z.string(),
  handle: z.string().nullable(),
  platform: z.string().nullable(),
  url: z.string().nullable(),
  followers: Count,
  tier: Tier.nullable(),
  /** Interactions ÷ followers, in basis points. */
  engagementRateBp: z.int().nullable(),
  /** `computed` from average interactions on file, or `stated` by the source of the row. */
  engagementBasis: z.enum(['computed', 'stated']).nullable(),
  country: z.string().nullable(),
  city: z.string().nullable(),
  niches: z.array(z.string()),
  tags: z.array(z.string()),
  stage: RelationshipStage,
  doNotContact: z.boolean(),
  accountCount: z.int(),
  /** Followers of the primary account at the end of up to six past months, oldest first. */
  followerTrend: z.array(z.int()),
  updatedAt: Instant,
})

export const PeerGrowth = z.object({
  platform: z.string(),
  tier: Tier,
  peers: z.int(),
  /** Growth of followers a month, between which the middle half of the peers lies, in basis points. */
  lowMonthlyBp: z.int(),
  highMonthlyBp: z.int(),
})

export const SnapshotValues = z.object({
  followers: Count,
  following: Count,
  posts: Count,
  avgLikes: Count,
  avgComments: Count,
  avgShares: Count,
  avgSaves: Count,
  avgViews: Count,
  /** As the source states it, in basis points; null where only interactions are known. */
  statedEngagementBp: z.int().min(0).nullable(),
})
export const Snapshot = SnapshotValues.extend({ id: Id, takenOn: PlainDate, source: z.string() })

export const Account = z.object({
  id: Id,
  platform: z.string(),
  handle: z.string(),
  url: z.string().nullable(),
  isPrimary: z.boolean(),
  tier: Tier.nullable(),
  engagementRateBp: z.int().nullable(),
  engagementBasis: z.enum(['computed', 'stated']).nullable(),
  /** Which of likes, comments, shares and saves the computed rate counts. */
  interactionSet: z.array(z.string()),
  /** Newest first. */
  snapshots: z.array(Snapshot),
})

const Rate = z.object({ id: Id, platform: z.string().nullable(), format: z.string(), price: Money })

const creatorFields = z.object({
  name: Name,
  country: ShortText.nullable(),
  city: ShortText.nullable(),
  language: ShortText.nullable(),
  email: ShortText.nullable(),
  phone: ShortText.nullable(),
  address: ShortText.nullable(),
  bio: LongText.nullable(),
  notes: LongText.nullable(),
  niches: z.array(z.string().trim().min(1).max(100)).max(50),
  tags: z.array(z.string().trim().min(1).max(100)).max(50),
  stage: RelationshipStage,
  doNotContact: z.boolean(),
})

export const CreatorDetail = creatorFields.extend({
  id: Id,
  tier: Tier.nullable(),
  archivedAt: Instant.nullable(),
  createdAt: Instant,
  updatedAt: Instant,
  accounts: z.array(Account),
  rates: z.array(Rate),
  /** Past and present work, newest first. */
  work: z.array(
    z.object({
      collaborationId: Id,
      campaignId: Id,
      campaignName: z.string(),
      clientName: z.string(),
      stage: z.string(),
      startsOn: PlainDate.nullable(),
    }),
  ),
})

/** `platform` is an id of resources/platforms.json or a new one (new platforms are data). `handle` may be a handle or a profile URL. */
export const NewAccount = z.object({
  platform: z.string().trim().min(1).max(60),
  handle: z.string().trim().min(1).max(300),
  values: SnapshotValues.partial().optional(),
})

export const NewCreator = creatorFields
  .partial()
  .required({ name: true })
  .extend({ accounts: z.array(NewAccount).max(20).default([]) })

const ImportField = z.string()
/** Column index (0-based, as text) → field of a creator, or `ignore`. */
export const ImportMapping = z.record(z.string(), ImportField)

export const ImportOptions = z.object({
  file: FileGrant,
  mapping: ImportMapping.optional(),
  platform: z.string().optional(),
  /** The sheet of a workbook; the one that looks most like a list when left out. */
  sheet: z.string().optional(),
  /** The day the figures were taken; today when left out. */
  takenOn: PlainDate.optional(),
})

const ImportReject = z.object({ line: z.int(), column: z.string().nullable(), value: z.string().nullable(), problem: z.string() })
const ImportCounts = z.object({
  read: z.int(),
  created: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  skipped: z.int(),
  rejected: z.int(),
})
const ImportSkip = z.object({ line: z.int(), reason: z.string() })

export const ImportReport = z.object({
  format: z.string(),
  encoding: z.string(),
  delimiter: z.string().nullable(),
  /** The sheet of a workbook that was read. */
  sheet: z.string().nullable(),
  /** 1-based; 0 where the file has no header. */
  headerLine: z.int(),
  mapping: ImportMapping,
  rows: ImportCounts,
  rejects: z.array(ImportReject),
  /** What to know of rows that were kept: cells that could not be taken over, columns left out, what looks odd. Line 0 is the whole file. */
  notices: z.array(ImportReject),
  skips: z.array(ImportSkip),
  batchId: Id.nullable(),
  entryId: Id.nullable(),
})

export const ImportPreview = ImportReport.omit({ batchId: true, entryId: true }).extend({
  fileName: z.string(),
  /** All sheets of a workbook that hold something. */
  sheets: z.array(z.string()),
  headers: z.array(z.string()),
  /** First rows of the file as text, for the eye. */
  sample: z.array(z.object({ line: z.int(), cells: z.array(z.string()) })),
  platform: z.string().nullable(),
  /** The fields a column can be mapped to, with the words the window shows. */
  fields: z.array(z.object({ id: ImportField, label: z.string() })),
  /** What still has to be answered before the import can run; empty when it can. */
  questions: z.array(z.enum(['mapping', 'platform'])),
})

export const FacetCount = z.object({ value: z.string(), count: z.int() })

export const creators = {
  list: query.input(RosterQuery).output(pageOf(CreatorRow)),
  facets: query.input(CreatorFilter).output(
    z.object({
      tiers: z.array(FacetCount),
      platforms: z.array(FacetCount),
      niches: z.array(FacetCount),
      countries: z.array(FacetCount),
      stages: z.array(FacetCount),
      tags: z.array(FacetCount),
      languages: z.array(FacetCount),
      formats: z.array(FacetCount),
      owners: z.array(FacetCount),
      /** By the country that makes up 30 % of the audience, or as much as the filter asks. */
      audienceCountries: z.array(FacetCount),
    }),
  ),
  /** What is usual among peers: creators on the same platform in the same tier. Left out where they are too few to say. */
  peerGrowth: query.input(z.object({})).output(z.array(PeerGrowth)),
  /** All ids of a filter, for "select all". */
  ids: query.input(CreatorFilter).output(z.array(Id)),
  show: query.input(z.object({ id: Id })).output(CreatorDetail),
  create: mutation.input(NewCreator).output(z.object({ id: Id, entryId: Id.nullable() })),
  update: mutation.input(z.object({ id: Id, changes: creatorFields.partial() })).output(z.object({ entryId: Id.nullable() })),
  addAccount: mutation.input(z.object({ creatorId: Id, account: NewAccount })).output(z.object({ id: Id, entryId: Id.nullable() })),
  /** A handle may be a profile address; `isPrimary` makes it the account the creator is known for. */
  updateAccount: mutation
    .input(
      z.object({
        id: Id,
        changes: z
          .object({
            handle: z.string().trim().min(1).max(300),
            url: z.url().max(2000).nullable(),
            isPrimary: z.literal(true),
          })
          .partial(),
      }),
    )
    .output(Changed),
  /** With its figures and audiences. */
  removeAccount: mutation.input(z.object({ id: Id })).output(Changed),
  updateSnapshot: mutation.input(z.object({ id: Id, changes: SnapshotValues.extend({ takenOn: PlainDate }).partial() })).output(Changed),
  removeSnapshot: mutation.input(z.object({ id: Id })).output(Changed),
  addSnapshot: mutation
    .input(z.object({ accountId: Id, takenOn: PlainDate, values: SnapshotValues.partial() }))
    .output(z.object({ id: Id, entryId: Id.nullable() })),
  setRate: mutation
    .input(z.object({ creatorId: Id, platform: z.string().nullable(), format: Name, price: Money }))
    .output(z.object({ id: Id, entryId: Id.nullable() })),
  tag: mutation
    .input(z.object({ ids: Ids, add: z.array(Name).default([]), remove: z.array(Name).default([]) }))
    .output(z.object({ changed: z.int(), entryId: Id.nullable() })),
  setArchived: mutation.input(z.object({ ids: Ids, archived: z.boolean() })).output(z.object({ changed: z.int(), entryId: Id.nullable() })),
  importPreview: readingTask.input(ImportOptions).output(ImportPreview),
  import: task.input(ImportOptions).output(ImportReport),
  /** CSV or XLSX by the ending of the granted file's name. Without ids, every creator of the filter. */
  export: readingTask
    .input(z.object({ file: FileGrant, ids: Ids.optional(), filter: CreatorFilter.optional() }))
    .output(z.object({ rows: z.int(), fileName: z.string() })),
}
