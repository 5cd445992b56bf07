/** Where a field's value comes from before anybody types over it. */
export type FieldOrigin = 'contract' | 'agency' | 'client' | 'creator' | 'campaign' | 'brief' | 'collaboration'

/** Every field a clause may ask for, as `{{field}}`, and where its value comes from. What it is called and an example:
 *  resources/contracts/…/fields.json. */
export const fieldOrigins = {
  'contract.date': 'contract',
  'agency.name': 'agency',
  'agency.address': 'agency',
  'agency.representative': 'agency',
  'client.name': 'client',
  'client.address': 'client',
  'client.representative': 'client',
  'creator.name': 'creator',
  'creator.address': 'creator',
  'creator.accounts': 'creator',
  'campaign.name': 'campaign',
  'campaign.start': 'campaign',
  'campaign.end': 'campaign',
  'amends.number': 'contract',
  'amends.date': 'contract',
  'base.number': 'contract',
  'base.date': 'contract',
  'term.start': 'contract',
  'term.end': 'contract',
  'term.months': 'contract',
  'term.notice': 'contract',
  'deliverables.summary': 'collaboration',
  'brief.tags': 'brief',
  'brief.restrictions': 'brief',
  'posting.liveDays': 'brief',
  'product.description': 'collaboration',
  'product.value': 'collaboration',
  'compensation.description': 'collaboration',
  'compensation.currency': 'collaboration',
  'compensation.attribution': 'collaboration',
  'compensation.settlement': 'collaboration',
  'order.fee': 'campaign',
  'order.creators': 'campaign',
  'addOn.fee': 'collaboration',
  'payment.days': 'brief',
  'payment.trigger': 'brief',
  'payment.method': 'creator',
  'approval.days': 'brief',
  'approval.rounds': 'brief',
  'usage.months': 'brief',
  'usage.channels': 'brief',
  'usage.territory': 'brief',
  'paidUse.days': 'brief',
  'paidUse.channels': 'brief',
  'exclusivity.category': 'client',
  'exclusivity.days': 'brief',
  'disclosure.tags': 'brief',
  'confidentiality.months': 'agency',
  purpose: 'agency',
  'late.days': 'brief',
  'forceMajeure.days': 'agency',
  'contact.crisis': 'agency',
  'cancellation.days': 'agency',
  'dispute.days': 'agency',
  'law.country': 'agency',
  'law.venue': 'agency',
} as const satisfies Record<string, FieldOrigin>

export type MergeField = keyof typeof fieldOrigins

/** In the order in which a form shows them. */
export const mergeFields = Object.keys(fieldOrigins) as MergeField[]

/** A paragraph that asks for one of these goes with it where it is empty; any other field that is empty is a blank to be completed. */
const optionalFields: ReadonlySet<MergeField> = new Set(['brief.tags', 'brief.restrictions', 'compensation.attribution'])

export function isMergeField(name: string): name is MergeField {
  return Object.hasOwn(fieldOrigins, name)
}

export function isOptional(field: MergeField): boolean {
  return optionalFields.has(field)
}

/** Values of the fields as they are to read in the contract (dates and amounts already written out).
 *  Null or absent: not known, which leaves a marked blank. Empty: known to be none, which leaves out what is optional. */
export type MergeValues = Partial<Record<MergeField, string | null>>
