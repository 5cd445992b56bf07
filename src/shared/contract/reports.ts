import { z } from 'zod'
import { FileGrant, Id, LongText, Name, ShortText, query, readingTask } from './base.ts'

const KitLayout = z.enum(['one-page', 'portfolio'])
/** Whom a client is to ask: the agency, the creator, or nobody. */
const KitContact = z.enum(['agency', 'creator', 'none'])
const PageSize = z.enum(['A4', 'Letter']).default('A4')

/** How a media kit is made, whoever's it is. */
export const KitSettings = z.object({
  layout: KitLayout.default('one-page'),
  pageSize: PageSize,
  showRates: z.boolean().default(true),
  contact: KitContact.default('agency'),
})
export const MediaKitOptions = KitSettings.extend({ creatorId: Id })

/** Creators one by one, or those of a shortlist (its id or its name); one of the two. */
const Chosen = z.object({ creatorIds: z.array(Id).min(1).max(10_000).optional(), shortlist: Name.optional() })

export const ProposalOptions = Chosen.extend({
  /** The shortlist's name when left out, or "Creators for" the client. */
  title: Name.optional(),
  /** The shortlist's client when left out; null names none. */
  client: ShortText.nullable().optional(),
  intro: LongText.nullable().default(null),
  perPage: z.union([z.literal(1), z.literal(2)]).default(1),
  pageSize: PageSize,
  showPrices: z.boolean().default(true),
  /** Why each fits, by creator; the shortlist's note where none is given here. */
  reasons: z.record(Id, LongText).default({}),
})

/** What was left out because it cannot be used, such as a portrait that is no picture; a sentence each. */
const notices = z.array(z.string())
/** Null for HTML, which has none. */
const pages = z.int().nullable()
const Preview = z.object({ pdf: z.instanceof(Blob), pages: z.int(), notices })

export const reports = {
  /** PDF, or one HTML file where the granted name ends in `.html`. */
  mediaKit: readingTask.input(MediaKitOptions.extend({ file: FileGrant })).output(z.object({ fileName: z.string(), pages, notices })),
  mediaKitPreview: query.input(MediaKitOptions).output(Preview),
  /** A file for each creator, in one zip. */
  mediaKits: readingTask
    .input(KitSettings.extend(Chosen.shape).extend({ format: z.enum(['pdf', 'html']).default('pdf'), file: FileGrant }))
    .output(z.object({ fileName: z.string(), kits: z.int(), notices })),
  /** What a proposal would say by itself, for a form that begins with it. */
  proposalDraft: query.input(Chosen).output(
    z.object({
      title: z.string(),
      client: z.string().nullable(),
      creators: z.array(z.object({ id: Id, name: z.string(), reason: z.string().nullable() })),
    }),
  ),
  /** PDF, or one HTML file where the granted name ends in `.html`. At most 100 creators. */
  proposal: readingTask
    .input(ProposalOptions.extend({ file: FileGrant }))
    .output(z.object({ fileName: z.string(), creators: z.int(), pages, notices })),
  proposalPreview: query.input(ProposalOptions).output(Preview),
}
