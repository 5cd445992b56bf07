import { z } from 'zod'
import {
  BasisPoints,
  Changed,
  Currency,
  FileGrant,
  Id,
  Instant,
  Money,
  Name,
  PlainDate,
  ShortText,
  mutation,
  query,
  task,
  readingTask,
} from './base.ts'
import { Tier } from './creators.ts'
import { FactorBp } from './rates.ts'

const AgencyProfile = z.object({
  name: ShortText,
  legalName: ShortText.nullable(),
  address: ShortText.nullable(),
  email: ShortText.nullable(),
  website: ShortText.nullable(),
  taxNumber: ShortText.nullable(),
  signerName: ShortText.nullable(),
  signerTitle: ShortText.nullable(),
  governingLaw: ShortText.nullable(),
  /** Whose courts decide, such as a city; contracts name it. */
  venue: ShortText.nullable(),
  /** SHA-256 of the logo in the workspace's files; null without one. */
  logoHash: z.string().nullable(),
})

export const TierBand = z.object({ tier: Tier, from: z.int().min(0), /** Exclusive; null for no upper bound. */ to: z.int().nullable() })
export const TierSet = z.object({ id: z.string(), label: z.string(), source: z.string(), year: z.int(), bands: z.array(TierBand) })

export const BenchmarkSet = z.object({
  id: z.string(),
  label: z.string(),
  source: z.string(),
  year: z.int(),
  engagement: z.array(
    z.object({
      tier: Tier.nullable(),
      platform: z.string().nullable(),
      lowBp: BasisPoints.nullable(),
      highBp: BasisPoints.nullable(),
      averageBp: BasisPoints.nullable(),
      note: z.string().nullable(),
    }),
  ),
  prices: z.array(z.object({ tier: Tier, low: Money.nullable(), high: Money.nullable(), note: z.string().nullable() })),
})

/** The agency's own say on rate cards: factors of modifiers in basis points, by id, and how many own deals replace a benchmark. */
const RateCardSettings = z.object({
  factorsBp: z.record(z.string().min(1).max(100), FactorBp),
  dealsNeeded: z.int().min(1).max(1000),
})

export const Settings = z.object({
  agency: AgencyProfile,
  currency: Currency,
  /** `custom` uses `customBands`. */
  tierSetId: z.string(),
  customBands: z.array(TierBand).nullable(),
  benchmarkSetId: z.string(),
  paymentDays: z.int().min(0).max(365),
  /** Where time stamps (RFC 3161) for signatures are had, the only thing that ever goes to the network. Off without an address. B-LT also
   *  fetches revocation data from the addresses that the service's certificates name. */
  timeStamps: z.object({
    url: z
      .url({ protocol: /^https?$/ })
      .max(500)
      .nullable(),
    level: z.enum(['B-T', 'B-LT']),
  }),
  /** What contracts are written in unless another language is chosen; one of `contracts.languages`. */
  contractLanguage: z.string().min(2).max(20),
  /** How contracts are numbered: `{year}`, `{client}`, `{campaign}` and, once, `{number:4}`. */
  contractNumbering: z.string().trim().min(1).max(100),
  rateCard: RateCardSettings,
})

export const WorkspaceInfo = z.object({
  id: Id,
  name: z.string(),
  createdAt: Instant,
  schemaVersion: z.int(),
  appVersion: z.string(),
  counts: z.object({ creators: z.int(), clients: z.int(), campaigns: z.int(), contracts: z.int(), payouts: z.int() }),
})

/** A `note` is worth knowing and needs nothing done, such as a file that no row names. */
export const CheckFinding = z.object({
  area: z.enum(['database', 'files', 'journal', 'search']),
  level: z.enum(['problem', 'note']),
  message: z.string(),
})
/** `ok` where no finding is a problem. */
export const CheckReport = z.object({
  ok: z.boolean(),
  findings: z.array(CheckFinding),
  checked: z.object({ tables: z.int(), files: z.int(), journalEntries: z.int() }),
})

export const JournalEntry = z.object({
  id: Id,
  at: Instant,
  actor: z.string(),
  procedure: z.string(),
  summary: z.string(),
  changes: z.int(),
  undoneBy: Id.nullable(),
  undoes: Id.nullable(),
})

export const Job = z.object({
  id: Id,
  label: z.string(),
  /** 0…1, or null while the amount of work is not known. */
  progress: z.number().min(0).max(1).nullable(),
  note: z.string().nullable(),
  state: z.enum(['running', 'done', 'failed', 'cancelled']),
  canCancel: z.boolean(),
})

export const EngineEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('hello'), engineId: Id }),
  z.object({ type: z.literal('changed'), tables: z.array(z.string()), entryId: Id, procedure: z.string(), summary: z.string() }),
  z.object({ type: z.literal('job'), job: Job }),
])

export const TodayItem = z.object({
  kind: z.enum([
    'contract to sign',
    'contract to countersign',
    'contract to approve',
    'contract ends',
    'obligation due',
    'draft to review',
    'post due',
    'payout due',
    'brief unconfirmed',
    'silent creator',
    'vetting to re-check',
  ]),
  id: Id,
  title: z.string(),
  detail: z.string(),
  dueOn: PlainDate.nullable(),
  column: z.enum(['overdue', 'today', 'next seven days']),
  campaignId: Id.nullable(),
  creatorId: Id.nullable(),
  amount: Money.nullable(),
})

const FileFormat = z.object({ id: z.string(), label: z.string() })
export const Platform = z.object({ id: z.string(), label: z.string(), formats: z.array(FileFormat) })

export const workspace = {
  info: query.input(z.object({})).output(WorkspaceInfo),
  settings: query.input(z.object({})).output(Settings),
  updateSettings: mutation
    .input(
      z.object({
        changes: Settings.omit({ agency: true })
          .partial()
          .extend({ agency: AgencyProfile.omit({ logoHash: true }).partial().optional() }),
        name: Name.optional(),
      }),
    )
    .output(Changed),
  setLogo: task.input(z.object({ file: FileGrant.nullable() })).output(Changed),
  logo: query.input(z.object({})).output(z.object({ image: z.instanceof(Blob).nullable() })),
  tierSets: query.input(z.object({})).output(z.array(TierSet)),
  benchmarkSets: query.input(z.object({})).output(z.array(BenchmarkSet)),
  platforms: query.input(z.object({})).output(z.array(Platform)),
  today: query.input(z.object({ on: PlainDate.optional() })).output(z.object({ on: PlainDate, items: z.array(TodayItem) })),
  history: query.input(z.object({ rowId: Id.optional(), limit: z.int().min(1).max(500).default(50) })).output(z.array(JournalEntry)),
  /** Without an id, the newest change that is not undone. Undoing an undo does it again. */
  undo: mutation.input(z.object({ entryId: Id.optional() })).output(Changed.extend({ summary: z.string() })),
  /** A whole copy of the workspace as one file, made while it is in use. */
  backup: readingTask.input(z.object({ file: FileGrant.optional() })).output(
    z.object({
      fileName: z.string(),
      bytes: z.int(),
      /** Files the workspace has lost; the backup lacks them too, and "check" names them. */
      missingFiles: z.int(),
    }),
  ),
  /** Makes a workspace from a backup, in a new folder beside the open one, which stays as it is. */
  restore: readingTask.input(z.object({ file: FileGrant })).output(
    z.object({
      name: z.string(),
      madeAt: Instant,
      files: z.int(),
      /** Files that had been lost before the backup was made. */
      missingFiles: z.int(),
      /** Where it lies, for a person to read. */
      folder: z.string(),
      /** A grant with which the desktop's shell opens it. */
      opening: FileGrant,
    }),
  ),
  check: readingTask.input(z.object({})).output(CheckReport),
  jobs: query.input(z.object({})).output(z.array(Job)),
  cancelJob: query.input(z.object({ id: Id })).output(z.object({ cancelled: z.boolean() })),
}
