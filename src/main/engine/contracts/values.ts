import defaultsEn from '../../../../resources/contracts/defaults.en.json' with { type: 'json' }
import { describeCompensation } from '#src/shared/domain/compensation-words.ts'
import { formatMoney } from '#src/shared/domain/money.ts'
import { clauseLibrary } from '../documents/contract/library.ts'
import { mergeFields, type MergeField, type MergeValues } from '../documents/contract/mergeFields.ts'
import { labelsOf, type ContractSubject } from './subject.ts'
import { insideSentence, writtenDate, writtenList } from './words.ts'

export interface FieldValue {
  field: MergeField
  label: string
  value: string | null
  /** Where the value came from, in words: "brief", "agency settings", "typed here" … */
  source: string
  edited: boolean
}

const defaults: Partial<Record<MergeField, string>> = defaultsEn.defaults
const sources = {
  contract: 'contract',
  agency: 'agency settings',
  client: 'client',
  creator: 'creator',
  campaign: 'campaign',
  brief: 'brief',
  collaboration: 'collaboration',
} as const

/** Each merge field with its value and where that came from: typed over, else from the records, else the default of the clause library. */
export function fieldValues(subject: ContractSubject, createdOn: string, edited: Record<string, string>, language: string): FieldValue[] {
  const { fields } = clauseLibrary(language)
  const known = valuesFrom(subject, createdOn)
  return mergeFields.map((field): FieldValue => {
    const info = fields.get(field)
    const label = info?.label ?? field
    if (field in edited) return { field, label, value: edited[field] ?? null, source: 'typed here', edited: true }
    const value = known[field]
    if (value !== undefined && value !== null) return { field, label, value, source: sources[info?.from ?? 'contract'], edited: false }
    const fallback = defaults[field]
    return {
      field,
      label,
      value: fallback ?? null,
      source: fallback === undefined ? `${sources[info?.from ?? 'contract']}, not given yet` : 'usual term',
      edited: false,
    }
  })
}

/** The fields as they were when the first signature was made. */
export function signedValues(signed: MergeValues, language: string): FieldValue[] {
  const { fields } = clauseLibrary(language)
  return mergeFields.map((field) => ({
    field,
    label: fields.get(field)?.label ?? field,
    value: signed[field] ?? null,
    source: 'as signed',
    edited: false,
  }))
}

export function mergeValuesOf(values: readonly FieldValue[]): MergeValues {
  return Object.fromEntries(values.map(({ field, value }) => [field, value]))
}

function valuesFrom(
  { agency, client, creator, campaign, brief, accounts, deliverables, compensation, paymentDays }: ContractSubject,
  createdOn: string,
): MergeValues {
  const tags = [...brief.mentions, ...brief.hashtags]
  const exclusivity = brief.exclusivityDays
  return {
    'contract.date': writtenDate(createdOn),
    'agency.name': agency.legalName ?? (agency.name || null),
    'agency.address': agency.address,
    'agency.representative': agency.signerName && [agency.signerName, agency.signerTitle].filter(Boolean).join(', '),
    'client.name': client.name,
    'creator.name': creator.name,
    'creator.address': creator.address ?? ([creator.city, creator.country].filter(Boolean).join(', ') || null),
    'creator.accounts':
      accounts.length > 0 ? writtenList(accounts.map(({ platform, handle }) => `@${handle} on ${labelsOf(platform, '').platform}`)) : null,
    'campaign.name': campaign.name,
    'campaign.start': campaign.startsOn && writtenDate(campaign.startsOn),
    'campaign.end': campaign.endsOn && writtenDate(campaign.endsOn),
    'deliverables.summary': summaryOf(deliverables),
    'brief.tags': tags.length > 0 ? writtenList(tags) : '',
    'brief.restrictions': brief.restrictions.trim(),
    'product.value': compensation?.model === 'gifting' ? formatMoney(compensation.productValue, 'en-US', 'code') : null,
    'compensation.description': compensation && insideSentence(describeCompensation(compensation, campaign.currency)),
    'compensation.currency': campaign.currency,
    'payment.days': String(brief.paymentDays ?? paymentDays),
    'usage.months': brief.usageMonths === null ? null : String(brief.usageMonths),
    'usage.channels': brief.usageChannels.length > 0 ? writtenList(brief.usageChannels) : null,
    'exclusivity.days': exclusivity === null || exclusivity === 0 ? '' : String(exclusivity),
    'exclusivity.category': exclusivity === null || exclusivity === 0 ? '' : null,
    'contact.crisis': [agency.signerName, agency.email].filter(Boolean).join(', ') || null,
    'law.country': agency.governingLaw,
    'law.venue': null,
  }
}

function summaryOf(deliverables: ContractSubject['deliverables']): string | null {
  if (deliverables.length === 0) return null
  return writtenList(
    deliverables.map(({ platform, format, quantity }) => {
      const label = labelsOf(platform, format)
      return `${quantity} × ${label.platform} ${label.format.toLowerCase()}`
    }),
  )
}
