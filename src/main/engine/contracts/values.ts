import { fieldOrigins, mergeFields, type MergeField, type MergeValues } from '../documents/contract/mergeFields.ts'
import { usualTerms } from '../documents/contract/library.ts'
import type { ContractTable } from '../db/schema-contracts.ts'
import { countryNamed } from './jurisdiction.ts'
import type { ContractSubject, CreatorSide } from './subject.ts'
import { termOf } from './term.ts'
import { filledIn, writerIn, type Writer } from './writer.ts'

export interface FieldValue {
  field: MergeField
  label: string
  value: string | null
  /** Where the value came from, in words: "brief", "agency settings", "typed here" … */
  source: string
  edited: boolean
}

type Row = Pick<ContractTable, 'template_id' | 'language' | 'jurisdiction' | 'starts_on' | 'ends_on' | 'created_at'>

const sources = {
  contract: 'contract',
  agency: 'agency settings',
  client: 'client',
  creator: 'creator',
  campaign: 'campaign',
  brief: 'brief',
  collaboration: 'collaboration',
} as const

/** Each merge field with its value and where that came from: typed over, else from the records, else the usual term of the template. */
export function fieldValues(subject: ContractSubject, row: Row, edited: Record<string, string>): FieldValue[] {
  const writer = writerIn(row.language)
  const usual = usualTerms(row.template_id, row.language, row.jurisdiction)
  const recorded = knownValues(subject, row, usual['payment.trigger'] ?? null, writer)
  const given = Object.fromEntries(Object.entries(recorded).filter(([, value]) => value !== null))
  const known = { ...recorded, ...termValues(subject, row, { ...usual, ...given, ...edited }, writer) }
  return mergeFields.map((field): FieldValue => {
    const { label } = writer.fields[field]
    const source = sources[fieldOrigins[field]]
    if (field in edited) return { field, label, value: edited[field] ?? null, source: 'typed here', edited: true }
    const value = known[field]
    if (value !== undefined && value !== null) return { field, label, value, source, edited: false }
    const fallback = usual[field]
    return fallback === undefined || fallback === null
      ? { field, label, value: null, source: `${source}, not given yet`, edited: false }
      : { field, label, value: fallback, source: 'usual term', edited: false }
  })
}

/** A field's name for sentences to the agency, which are English whatever language the contract is in. */
export function englishName(field: MergeField): string {
  return writerIn('en').fields[field].label
}

/** The fields as they were when the first signature was made, for contracts of Troupe's first version, which kept no more than these. */
export function signedValues(signed: MergeValues, language: string): FieldValue[] {
  const { fields } = writerIn(language)
  return mergeFields.map((field) => ({
    field,
    label: fields[field].label,
    value: signed[field] ?? null,
    source: 'as signed',
    edited: false,
  }))
}

export function mergeValuesOf(values: readonly FieldValue[]): MergeValues {
  return Object.fromEntries(values.map(({ field, value }) => [field, value]))
}

function knownValues(subject: ContractSubject, row: Row, usualTrigger: string | null, writer: Writer): MergeValues {
  const { agency, client, creator, campaign, brief, deliverables, earlier } = subject
  const { amends, base } = earlier
  return {
    'contract.date': writer.date(row.created_at.slice(0, 10)),
    'agency.name': agency.legalName ?? (agency.name || null),
    'agency.address': agency.address,
    'agency.representative': agency.signerName && [agency.signerName, agency.signerTitle].filter(Boolean).join(', '),
    'client.name': client.name,
    'client.address': client.address,
    'client.representative': client.representative,
    'campaign.name': campaign.name,
    'campaign.start': campaign.startsOn && writer.date(campaign.startsOn),
    'campaign.end': campaign.endsOn && writer.date(campaign.endsOn),
    'amends.number': amends?.number ?? '',
    'amends.date': amends ? writer.date(amends.madeOn) : '',
    'base.number': base?.number ?? null,
    'base.date': base && writer.date(base.madeOn),
    'deliverables.summary':
      deliverables.length > 0 ? writer.list(deliverables.map((line) => writer.deliverable(line, line.quantity))) : null,
    'order.fee': campaign.budget && writer.wholeAmount(campaign.budget),
    'order.creators': subject.creatorCount > 0 ? String(subject.creatorCount) : null,
    'contact.crisis': [agency.signerName, agency.email].filter(Boolean).join(', ') || null,
    'law.country': lawIn(agency.governingLaw, writer),
    'law.venue': agency.venue,
    'payment.days': String((creator && brief.paymentDays) ?? subject.paymentDays),
    ...briefValues(subject, writer),
    ...(creator ? creatorValues(creator, campaign.currency, usualTrigger, writer) : { 'compensation.currency': campaign.currency }),
  }
}

function briefValues({ brief, client: { industry } }: ContractSubject, writer: Writer): MergeValues {
  const tags = [...brief.mentions, ...brief.hashtags]
  const exclusive = brief.exclusivityDays !== null && brief.exclusivityDays > 0
  // A brief that speaks of tags names them; without one its words say how, not with what.
  const disclosure = brief.disclosure.match(/#[\p{L}\p{N}_]+/gu)
  return {
    'brief.tags': tags.length > 0 ? writer.list(tags) : '',
    'brief.restrictions': brief.restrictions.trim(),
    // No month at all is no reposting: the clause goes with it.
    'usage.months': brief.usageMonths === null ? null : brief.usageMonths === 0 ? '' : String(brief.usageMonths),
    'usage.channels': brief.usageChannels.length > 0 ? writer.list(brief.usageChannels) : null,
    'exclusivity.days': exclusive ? String(brief.exclusivityDays) : '',
    'exclusivity.category': exclusive ? industry : '',
    'disclosure.tags': disclosure ? writer.list([...new Set(disclosure)]) : null,
  }
}

function creatorValues(creator: CreatorSide, currency: string, usualTrigger: string | null, writer: Writer): MergeValues {
  const { compensation: terms } = creator
  return {
    'creator.name': creator.name,
    'creator.address': creator.address ?? ([creator.city, creator.country].filter(Boolean).join(', ') || null),
    'creator.accounts':
      creator.accounts.length > 0
        ? writer.list(
            creator.accounts.map(({ platform, handle }) =>
              filledIn(writer.phrases.account, { handle: `@${handle}`, platform: writer.platform(platform) }),
            ),
          )
        : null,
    'product.value': terms?.model === 'gifting' ? writer.wholeAmount(terms.productValue) : null,
    'compensation.description': terms && writer.compensation(terms, currency, 'words'),
    'compensation.currency': currency,
    'compensation.attribution': terms && (dependsOnResults(terms.model) ? attributionOf(creator, writer) : ''),
    'compensation.settlement': writer.phrases.settlement,
    'payment.trigger': terms && usualTrigger && paymentTrigger(terms.model, usualTrigger, writer),
  }
}

type Model = NonNullable<CreatorSide['compensation']>['model']

export function dependsOnResults(model: Model): boolean {
  return ['performance bonus', 'commission', 'flat plus commission', 'revenue share', 'retainer plus commission'].includes(model)
}

/** Paid by the month alone, because nothing of it is known before the month is over, or all of it is agreed for a month. */
export function isMonthly(model: Model): boolean {
  return model === 'commission' || model === 'revenue share' || model === 'retainer plus commission'
}

/** What a payment follows: the month it was earned in, what is usual, or each for its part. Null where the usual event says it all. */
function paymentTrigger(model: Model, usual: string, { phrases }: Writer): string | null {
  if (isMonthly(model)) return phrases.monthlyPayment
  return dependsOnResults(model) && usual !== phrases.monthlyPayment ? filledIn(phrases.mixedPayment, { trigger: usual }) : null
}

function attributionOf({ discountCode, trackingLink }: CreatorSide, { phrases, list }: Writer): string {
  const ways = [
    discountCode && filledIn(phrases.attribution.code, { code: discountCode }),
    trackingLink && filledIn(phrases.attribution.link, { link: trackingLink }),
  ].filter((way): way is string => Boolean(way))
  return ways.length > 0 ? list(ways) : phrases.attribution.usual
}

/** A country's name in the language of the contract; anything else as it was typed. */
function lawIn(law: string | null, { country }: Writer): string | null {
  const code = law && countryNamed(law)
  return code ? country(code) : law
}

function termValues(subject: ContractSubject, row: Row, values: MergeValues, writer: Writer): MergeValues {
  const { startsOn, endsOn } = termOf(subject, row, values)
  return { 'term.start': startsOn && writer.date(startsOn), 'term.end': endsOn && writer.date(endsOn) }
}
