import { z } from 'zod'
import { Count, FileGrant, Id, Instant, LongText, PlainDate, ShortText, mutation, query, readingTask, task } from './base.ts'

const Labels = z.array(z.string().trim().min(1).max(100)).max(50)

const WebAddress = z
  .string()
  .trim()
  .max(2000)
  .regex(/^https?:\/\/\S+$/i, 'Give the whole address, beginning with https://.')

export const ContactKind = z.enum(['email', 'phone', 'address', 'manager', 'messenger', 'website', 'other'])
export const BrandKind = z.enum(['worked with', 'competes', 'owns or founded', 'likes'])

const Contact = z.object({
  id: Id,
  kind: ContactKind,
  /** Whose or which it is: "Agent", "Studio". */
  label: ShortText.nullable(),
  value: z.string().trim().min(1, 'Say how to reach them.').max(1000),
})

const Brand = z.object({
  id: Id,
  brand: z.string().trim().min(1, 'Name the brand.').max(300),
  kind: BrandKind,
  startedOn: PlainDate.nullable(),
  endedOn: PlainDate.nullable(),
  url: WebAddress.nullable(),
  notes: LongText.nullable(),
})

const SampleFields = z.object({
  accountId: Id.nullable(),
  url: WebAddress.nullable(),
  caption: LongText.nullable(),
  format: ShortText.nullable(),
  postedOn: PlainDate.nullable(),
  isSponsored: z.boolean().nullable(),
  brand: ShortText.nullable(),
  likes: Count,
  comments: Count,
  shares: Count,
  saves: Count,
  views: Count,
})
export const ContentSample = SampleFields.extend({ id: Id, imageId: z.string().nullable(), source: z.string() })

const Document = z.object({ id: Id, name: z.string(), size: z.int(), createdAt: Instant })

export const Profile = z.object({
  /** Spoken beside the creator's own language. */
  languages: z.array(z.string()),
  /** What they make: reel, story, video. */
  formats: z.array(z.string()),
  /** Who at the agency looks after them. */
  owner: z.string().nullable(),
  portraitId: z.string().nullable(),
  contacts: z.array(Contact),
  /** The newest first. */
  brands: z.array(Brand),
  /** The newest first. */
  samples: z.array(ContentSample),
  documents: z.array(Document),
})

const Saved = z.object({ id: Id, entryId: Id.nullable() })
const Changed = z.object({ entryId: Id.nullable() })
const one = z.object({ id: Id })

/** What people add to a creator they look after. Everything here is undone by its journal entry. */
export const profiles = {
  show: query.input(z.object({ creatorId: Id })).output(Profile),
  update: mutation
    .input(
      z.object({
        creatorId: Id,
        changes: z.object({ languages: Labels, formats: Labels, owner: ShortText.nullable() }).partial(),
      }),
    )
    .output(Changed),
  /** PNG or JPEG; null takes the portrait away. */
  setPortrait: task.input(z.object({ creatorId: Id, file: FileGrant.nullable() })).output(Changed),
  /** A portrait or the image of a sample, by its id. */
  image: query.input(z.object({ imageId: z.string().regex(/^[0-9a-f]{64}$/) })).output(z.object({ image: z.instanceof(Blob) })),
  /** Without an id, a new one. */
  saveContact: mutation.input(Contact.extend({ id: Id.optional(), creatorId: Id })).output(Saved),
  removeContact: mutation.input(one).output(Changed),
  saveBrand: mutation.input(Brand.extend({ id: Id.optional(), creatorId: Id })).output(Saved),
  removeBrand: mutation.input(one).output(Changed),
  /** A post; what is left out stays as it is. `image` is kept in the workspace; null takes it away. */
  saveSample: task
    .input(SampleFields.partial().extend({ id: Id.optional(), creatorId: Id, image: FileGrant.nullable().optional() }))
    .output(Saved),
  removeSample: mutation.input(one).output(Changed),
  addDocument: task.input(z.object({ creatorId: Id, file: FileGrant, name: z.string().trim().min(1).max(300).optional() })).output(Saved),
  saveDocument: readingTask.input(one.extend({ file: FileGrant })).output(z.object({ fileName: z.string() })),
  removeDocument: mutation.input(one).output(Changed),
}
