import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import type { AmountLanguage } from '#src/shared/domain/amount-words.ts'
import { compensationPhrases } from '#src/shared/domain/compensation-words.ts'
import { mergeFields, type MergeField } from './mergeFields.ts'

// What a language consists of: one folder of resources/contracts/ with these files. Another language is another folder.

const Text = z.string().min(1)
const field = z.enum(mergeFields as [MergeField, ...MergeField[]])
const texts = z.record(z.string(), Text)
/** Every key of `keys`, no other. */
function allOf<Key extends string, Value extends z.ZodType>(keys: readonly Key[], value: Value): z.ZodObject<Record<Key, Value>> {
  return z.strictObject(Object.fromEntries(keys.map((key) => [key, value])) as Record<Key, Value>)
}
const someOf = z.partialRecord(field, Text)

const models = [
  'flat fee',
  'per post',
  'performance bonus',
  'gifting',
  'commission',
  'flat plus commission',
  'revenue share',
  'retainer plus commission',
  'ambassador ladder',
  'order',
] as const
const obligationKinds = [
  'product',
  'draft',
  'approval',
  'clientApproval',
  'deliverable',
  'handOver',
  'live',
  'payment',
  'addOnFee',
  'results',
  'disclosure',
  'exclusivity',
  'usage',
  'paidUse',
  'confidentiality',
  'notice',
  'term',
  'typedOver',
] as const

const Clause = z.strictObject({
  id: Text,
  version: z.int().min(1),
  /** `any`, or the country (ISO 3166) whose law it is written for. */
  jurisdiction: z.string().regex(/^(any|[A-Z]{2})$/),
  kind: Text,
  heading: Text,
  /** Paragraphs; `{{field}}` in them is filled when a contract is made. */
  text: z.array(Text).min(1),
  /** The table that belongs under it. */
  table: z.enum(['deliverables', 'schedule', 'compensation']).optional(),
  /** The clause is left out where this field is known to be empty: no exclusivity agreed, no clause about it. */
  onlyWith: field.optional(),
  /** What it means, in plain words. */
  note: Text,
})
export type Clause = z.infer<typeof Clause>

/** Words of the layout itself. */
const Labels = z.strictObject({
  ...allOf(['contractNumber', 'page', 'campaign', 'agency', 'client', 'creator', 'forAgency', 'forCreator', 'forClient'], Text).shape,
  ...allOf(['signature', 'name', 'capacity', 'date', 'signatureOf', 'signedBy', 'signedAt', 'reason', 'open', 'nothing'], Text).shape,
  deliverables: allOf(['count', 'format', 'where', 'details', 'due'], Text),
  schedule: allOf(['date', 'what', 'who'], Text),
  compensation: allOf(['what', 'basis', 'amount', 'total'], Text),
})
export type Labels = z.infer<typeof Labels>

const Phrases = z.strictObject({
  ...allOf(['account', 'deliverable', 'where', 'amendedTitle', 'order', 'settlement', 'monthlyPayment', 'mixedPayment'], Text).shape,
  schedule: allOf(['begins', 'ends', 'termBegins', 'termEnds', 'due', 'payment', 'both', 'agency', 'creator', 'client'], Text),
  models: allOf(models, Text),
  attribution: allOf(['code', 'link', 'usual'], Text),
  /** By the format's id. */
  formats: texts,
  obligations: allOf(obligationKinds, Text),
})

const parts = {
  language: z.strictObject({
    name: Text,
    /** BCP 47, for dates, figures and lists. */
    locale: Text,
    amounts: allOf(['both', 'whole', 'withPart'], Text),
    rates: allOf(['whole', 'withPart', 'digits'], Text),
    numbers: z.strictObject({ start: Text, sets: z.record(z.string(), z.array(Text)) }),
  }),
  clauses: z.array(Clause),
  /** By template id. */
  templates: z.record(z.string(), z.strictObject({ title: Text, name: Text, note: Text })),
  fields: allOf(mergeFields, z.strictObject({ label: Text, example: Text })),
  labels: Labels,
  phrases: Phrases,
  compensation: allOf(compensationPhrases, Text),
  defaults: z.strictObject({ usual: someOf, templates: z.record(z.string(), someOf), jurisdictions: z.record(z.string(), someOf) }),
}

type Parts = { [Name in keyof typeof parts]: z.infer<(typeof parts)[Name]> }
export interface LanguageFiles extends Omit<Parts, 'language'>, AmountLanguage {
  /** The folder's name: the first part of a BCP 47 tag. */
  id: string
  name: string
}

/** The templates in every language alike; resources/contracts/templates.json. */
const TemplateShape = z.strictObject({
  id: Text,
  version: z.int().min(1),
  /** Who signs besides the agency. */
  counterparty: z.enum(['creator', 'client']),
  /** Whether an add-on can add to it. */
  isMain: z.boolean(),
  /** What gives a contract of this kind its last day. */
  term: z.enum(['licence', 'months', 'paid use', 'confidentiality', 'campaign']),
  /** Days before the last day (or the last day for notice) on which somebody is reminded. */
  remindDays: z.int().min(0),
  usual: someOf,
  clauses: z.array(Text),
  /** Those that are out until somebody puts them in. */
  optional: z.array(Text),
})
export type TemplateShape = z.infer<typeof TemplateShape>
const TemplateFile = z.strictObject({ note: Text, usual: someOf, templates: z.array(TemplateShape) })

const folder = resourcesFrom(import.meta.dirname)

/** The folder is beside `src` or `out`, however deep this file lies in either. */
function resourcesFrom(start: string): string {
  for (let place = start; ; place = dirname(place)) {
    const found = join(place, 'resources', 'contracts')
    if (existsSync(join(found, 'templates.json'))) return found
    if (dirname(place) === place) throw new Error('The clause library (resources/contracts) is missing.')
  }
}

/** The ids of the languages there are: folders with a language.json. */
export function languagesThere(): string[] {
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, 'language.json')))
    .toSorted()
}

/** Everything of one language. Throws for a file that lacks something or has too much. */
export function readLanguage(id: string): LanguageFiles {
  const read = Object.fromEntries(
    Object.entries(parts).map(([name, schema]) => [name, parsedAs(schema, join(folder, id, `${name}.json`))]),
  ) as Parts
  const { language, ...rest } = read
  return { id, ...language, ...rest }
}

export function readTemplates(): z.infer<typeof TemplateFile> {
  return parsedAs(TemplateFile, join(folder, 'templates.json'))
}

function parsedAs<Schema extends z.ZodType>(schema: Schema, path: string): z.infer<Schema> {
  const { data, error } = schema.safeParse(JSON.parse(readFileSync(path, 'utf8')))
  if (error) throw new Error(`${path} is not a part of a contract language: ${z.prettifyError(error)}`)
  return data
}
